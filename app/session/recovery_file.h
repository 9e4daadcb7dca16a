#pragma once

#include "app/session/document_session.h"

#include <QTimer>

#include <optional>

namespace lintel::app::session {

/// Keeps unsaved work in a file of its own a moment after each change, and takes the file away when the work
/// is saved or given up: what is there at the next start was lost to a crash.
class RecoveryFile : public QObject {
    Q_OBJECT

public:
    RecoveryFile(DocumentSession& session, QString path, QObject* parent = nullptr);

    /// Work of an earlier run that ended without saying goodbye.
    std::optional<std::string> lostWork() const;
    void discard();

    /// In the user's data folder.
    static QString defaultPath();

private:
    void write();

    DocumentSession& m_session;
    QString m_path;
    QTimer m_timer;
};

}  // namespace lintel::app::session
