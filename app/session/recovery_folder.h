#pragma once

#include <QString>

#include <memory>
#include <string>
#include <vector>

class QLockFile;

namespace lintel::app::session {

/// Work that a run lost.
struct LostDesign {
    QString recoveryFile;
    QString path;  ///< the design's own file; empty when it had none
    std::string text;
};

/// Where recovery files lie. Each run locks its own, so that what another window is still working on is not taken
/// for lost.
class RecoveryFolder {
public:
    explicit RecoveryFolder(QString folder = defaultFolder());
    ~RecoveryFolder();

    /// A file for one more design of this run.
    QString nextFile();
    /// What runs that have ended left behind, the oldest first.
    std::vector<LostDesign> lostDesigns() const;

    /// In the user's data folder.
    static QString defaultFolder();

private:
    QString m_folder;
    QString m_run;
    std::unique_ptr<QLockFile> m_lock;
    int m_count = 0;
};

}  // namespace lintel::app::session
