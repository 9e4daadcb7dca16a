#include "app/settings/words.h"

#include "app/qt_text.h"

namespace lintel::app::settings {

using namespace model;

namespace {

std::string editorId(std::string_view id) { return "editor." + std::string(id); }

}  // namespace

QString Words::operator()(std::string_view id, std::vector<MessageArgument> arguments) const
{
    return of(Message(editorId(id), std::move(arguments)));
}

QString Words::of(const Message& message) const { return toQString(m_messages.render(message, m_language)); }
QString Words::of(const Error& error) const { return toQString(m_messages.render(error, m_language)); }

QString Words::of(const catalogue::Translated& translated) const
{
    return toQString(translated.in(codeOf(m_language)));
}

QString Words::searchable(std::string_view id) const
{
    const std::string message = editorId(id);
    if (!m_messages.contains(message)) return {};
    return toQString(m_messages.text(message, text::Language::English) + '\n' +
                     m_messages.text(message, text::Language::Korean))
        .toLower();
}

}  // namespace lintel::app::settings
