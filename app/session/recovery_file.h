#pragma once

#include "app/latest_job.h"
#include "app/session/document_session.h"

namespace lintel::app::session {

/// Keeps unsaved work in a file of its own after every change, written on a worker thread, and takes the file away
/// when the work is saved or given up: what is there after a crash lacks at most the gesture in hand.
/// The first line names the design's own file; RecoveryFolder reads it back.
class RecoveryFile : public QObject {
    Q_OBJECT

public:
    RecoveryFile(DocumentSession& session, QString path, QObject* parent = nullptr);
    ~RecoveryFile() override;

    const QString& path() const { return m_path; }
    void discard();
    /// Waits until what was changed so far is on disk.
    void flush();

private:
    void write();

    DocumentSession& m_session;
    QString m_path;
    LatestJob m_writing;
};

/// The first line of a recovery file, and back.
std::string recoveryHeader(const QString& path);
/// The path it names; takes the line off `text`.
QString takeRecoveryHeader(std::string& text);

}  // namespace lintel::app::session
