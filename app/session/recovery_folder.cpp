#include "app/session/recovery_folder.h"

#include "app/session/recovery_file.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

namespace lintel::app::session {

namespace {

constexpr const char* kSuffix = ".lintel.yaml";

bool isAlive(const QString& lockPath)
{
    if (!QFile::exists(lockPath)) return false;
    QLockFile lock(lockPath);
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

}  // namespace

RecoveryFolder::RecoveryFolder(QString folder)
    : m_folder(std::move(folder)), m_run(QUuid::createUuid().toString(QUuid::Id128))
{
    QDir().mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(m_folder + '/' + m_run + ".lock");
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
}

RecoveryFolder::~RecoveryFolder() = default;

QString RecoveryFolder::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovery");
}

QString RecoveryFolder::nextFile()
{
    return QStringLiteral("%1/%2-%3%4").arg(m_folder, m_run).arg(++m_count).arg(kSuffix);
}

std::vector<LostDesign> RecoveryFolder::lostDesigns() const
{
    std::vector<LostDesign> lost;
    const QDir folder(m_folder);
    for (const QString& name :
         folder.entryList({QStringLiteral("*") + kSuffix}, QDir::Files, QDir::Time | QDir::Reversed)) {
        const QString run = name.section('-', 0, 0);
        if (run == m_run || isAlive(folder.filePath(run + ".lock"))) continue;
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        LostDesign design{file.fileName(), {}, file.readAll().toStdString()};
        design.path = takeRecoveryHeader(design.text);
        lost.push_back(std::move(design));
    }
    return lost;
}

}  // namespace lintel::app::session
