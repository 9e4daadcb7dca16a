#include "app/session/recovery_file.h"

#include "app/qt_text.h"
#include "model/io/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace lintel::app::session {

namespace {
constexpr int kDelayMilliseconds = 2000;
}

RecoveryFile::RecoveryFile(DocumentSession& session, QString path, QObject* parent)
    : QObject(parent), m_session(session), m_path(std::move(path))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &RecoveryFile::write);
    connect(&session, &DocumentSession::changed, this, [this] {
        if (m_session.isModified()) m_timer.start();
        else discard();
    });
}

QString RecoveryFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/recovered.lintel.yaml");
}

std::optional<std::string> RecoveryFile::lostWork() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll().toStdString();
}

void RecoveryFile::discard()
{
    m_timer.stop();
    QFile::remove(m_path);
}

void RecoveryFile::write()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    // Best effort: failing to keep a spare copy must not disturb the work itself.
    const auto written = model::io::writeFileAtomically(fromQString(m_path), m_session.text());
    if (!written) m_timer.start();
}

}  // namespace lintel::app::session
