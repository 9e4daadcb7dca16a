#include "model/text/messages.h"

#include "model/text/particle.h"

namespace lintel::model::text {

namespace {

const MessageArgument* find(const Message& message, std::string_view name)
{
    for (const MessageArgument& argument : message.arguments)
        if (argument.name == name) return &argument;
    return nullptr;
}

std::string wordByNumber(std::string_view number, std::string_view words)
{
    const auto slash = words.find('/');
    return std::string(number == "1" || slash == std::string_view::npos ? words.substr(0, slash)
                                                                        : words.substr(slash + 1));
}

}  // namespace

Language languageFrom(std::string_view code)
{
    return code.substr(0, 2) == "ko" ? Language::Korean : Language::English;
}

std::string_view codeOf(Language language) { return language == Language::Korean ? "ko" : "en"; }

void Messages::add(std::string id, Entry entry)
{
    // They mostly come in order.
    m_entries.insert_or_assign(m_entries.end(), std::move(id), std::move(entry));
}

void Messages::addTitles(const catalogue::Catalogue& catalogue)
{
    for (const catalogue::Kind& kind : catalogue.kinds())
        add("kind." + kind.id.text() + ".title", {kind.title.en, kind.title.ko});
}

std::string Messages::render(const Message& message, Language language) const
{
    const auto found = m_entries.find(message.id);
    if (found == m_entries.end()) return message.id;
    return renderText(language == Language::Korean ? found->second.ko : found->second.en, message, language);
}

std::string Messages::text(std::string_view id, Language language) const
{
    return render(Message(std::string(id)), language);
}

std::string Messages::render(const Error& error, Language language) const
{
    std::string place = error.location.file;
    if (error.location.line > 0) place += ":" + std::to_string(error.location.line);
    if (error.location.line > 0 && error.location.column > 0) place += ":" + std::to_string(error.location.column);
    const std::string text = render(error.message, language);
    return place.empty() ? text : place + ": " + text;
}

std::string Messages::renderText(const std::string& pattern, const Message& message, Language language) const
{
    std::string result;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '{') {
            result += pattern[at++];
            continue;
        }
        if (pattern.compare(at, 2, "{{") == 0) {
            result += '{';
            at += 2;
            continue;
        }
        const auto close = pattern.find('}', at);
        if (close == std::string::npos) return result + pattern.substr(at);
        const std::string_view inside = std::string_view(pattern).substr(at + 1, close - at - 1);
        at = close + 1;
        const auto mark = inside.find_first_of("|#");
        const MessageArgument* argument = find(message, inside.substr(0, mark));
        if (!argument) {
            result.append("{").append(inside).append("}");
            continue;
        }
        const std::string value = argument->translated ? text(argument->value, language) : argument->value;
        if (mark == std::string_view::npos)
            result += value;
        else if (inside[mark] == '|')
            result += value + std::string(particleFor(value, inside.substr(mark + 1)));
        else
            result += wordByNumber(value, inside.substr(mark + 1));
    }
    return result;
}

}  // namespace lintel::model::text
