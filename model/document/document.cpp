#include "model/document/document.h"

namespace lintel::model {

namespace {

std::string slug(std::string_view wish)
{
    std::string text;
    for (const char c : wish) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (upper)
            text += static_cast<char>(c - 'A' + 'a');
        else if (plain)
            text += c;
        else if (!text.empty() && text.back() != '-')
            text += '-';
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text;
}

}  // namespace

const Settings& Document::settings() const
{
    static const Settings kDefaults;
    return settingsRow ? *settingsRow : kDefaults;
}

bool sameMeaning(const Document& a, const Document& b)
{
    return a.settings() == b.settings() && a.blocks == b.blocks && a.connections == b.connections &&
           a.notes == b.notes && a.waivers == b.waivers;
}

bool operator==(const Document& a, const Document& b) { return sameMeaning(a, b) && a.placements == b.placements; }

bool isIdTaken(const Document& document, const std::string& id)
{
    return document.blocks.contains(BlockId(id)) || document.connections.contains(ConnectionId(id)) ||
           document.notes.contains(NoteId(id));
}

std::string freeId(const Document& document, std::string_view wish, std::string_view fallback)
{
    std::string base = slug(wish);
    if (base.empty()) base = fallback;
    std::string id = base;
    for (int n = 2; isIdTaken(document, id); ++n) id = base + "-" + std::to_string(n);
    return id;
}

}  // namespace lintel::model
