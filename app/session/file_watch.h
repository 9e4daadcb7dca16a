#pragma once

#include "app/session/document_session.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace lintel::app::session {

/// Notices that another program wrote, replaced or removed the session's file. What the session itself writes is
/// not news.
class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(DocumentSession& session, QObject* parent = nullptr);

Q_SIGNALS:
    void fileChanged();  ///< the file holds something else than what was last read or written
    void fileVanished();

private:
    void follow();
    void look();

    DocumentSession& m_session;
    QFileSystemWatcher m_watcher;
    QTimer m_settled;
    QString m_followed;
    bool m_wasThere = false;
};

}  // namespace lintel::app::session
