#include "app/session/recovery_file.h"

#include "app/qt_text.h"
#include "model/io/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace lintel::app::session {

namespace {
constexpr std::string_view kHeader = "# lintel-recovery: ";
}

std::string recoveryHeader(const QString& path)
{
    return std::string(kHeader) + QUrl::toPercentEncoding(path, "/").toStdString() + '\n';
}

QString takeRecoveryHeader(std::string& text)
{
    if (!text.starts_with(kHeader)) return {};
    const std::size_t end = std::min(text.find('\n'), text.size());
    const QString path =
        QUrl::fromPercentEncoding(QByteArray::fromStdString(text.substr(kHeader.size(), end - kHeader.size())));
    text.erase(0, std::min(end + 1, text.size()));
    return path;
}

RecoveryFile::RecoveryFile(DocumentSession& session, QString path, QObject* parent)
    : QObject(parent), m_session(session), m_path(std::move(path))
{
    connect(&session, &DocumentSession::changed, this, [this] {
        if (m_session.isModified())
            write();
        else
            discard();
    });
}

RecoveryFile::~RecoveryFile() { flush(); }

void RecoveryFile::discard()
{
    m_writing.drop();
    m_writing.wait();
    QFile::remove(m_path);
}

void RecoveryFile::flush() { m_writing.wait(); }

void RecoveryFile::write()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    m_writing.run([path = fromQString(m_path), document = m_session.document(), source = m_session.source(),
                   origin = m_session.path(), &catalogue = m_session.catalogue()] {
        const std::string text = recoveryHeader(origin) + model::io::write(document, source, catalogue);
        // Best effort: failing to keep a spare copy must not disturb the work itself, and the next change tries again.
        static_cast<void>(model::io::writeFileAtomically(path, text));
    });
}

}  // namespace lintel::app::session
