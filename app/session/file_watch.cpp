#include "app/session/file_watch.h"

#include <QFile>
#include <QFileInfo>

namespace lintel::app::session {

namespace {
// Programs write in steps: remove, write, rename. One look after the last of them.
constexpr int kSettleMilliseconds = 150;
}  // namespace

FileWatch::FileWatch(DocumentSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettleMilliseconds);
    connect(&session, &DocumentSession::changed, this, &FileWatch::follow);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_settled, &QTimer::timeout, this, &FileWatch::look);
}

// The folder as well: a file that is replaced by renaming loses its own watch.
void FileWatch::follow()
{
    const QString& path = m_session.path();
    const QString folder = path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
    const bool isSame = path.isEmpty() ? m_watcher.files().isEmpty() && m_watcher.directories().isEmpty()
                                       : m_watcher.files().contains(path) && m_watcher.directories().contains(folder);
    if (isSame) return;
    if (!m_watcher.files().isEmpty()) m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty() && !m_watcher.directories().contains(folder))
        m_watcher.removePaths(m_watcher.directories());
    if (path.isEmpty()) return;
    if (QFile::exists(path)) m_watcher.addPath(path);
    if (!m_watcher.directories().contains(folder)) m_watcher.addPath(folder);
    if (path != m_followed) m_wasThere = QFile::exists(path);
    m_followed = path;
}

void FileWatch::look()
{
    follow();
    const QString& path = m_session.path();
    if (path.isEmpty()) return;
    const bool isThere = QFile::exists(path);
    const bool vanished = m_wasThere && !isThere;
    m_wasThere = isThere;
    if (vanished)
        Q_EMIT fileVanished();
    else if (m_session.isOtherOnDisk())
        Q_EMIT fileChanged();
}

}  // namespace lintel::app::session
