#include "exporters/terraform/names.h"

#include "exporters/terraform/hcl/utf8.h"

#include <set>

namespace lintel::exporters::terraform {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestTag = 256;
constexpr std::size_t kLongestDescription = 255;

bool isDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool isAsciiLetter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters outside ASCII, roughly: Latin, Greek, Cyrillic, kana, Han and Hangul; not symbols and emoji.
bool isForeignLetter(char32_t c)
{
    return (c >= 0xc0 && c < 0x590 && c != 0xd7 && c != 0xf7) || (c >= 0x3041 && c < 0x3100) ||
           (c >= 0x3131 && c < 0x3190) || (c >= 0x4e00 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4);
}

std::string nameFor(const model::Block& block)
{
    std::string name = slug(block.name, '_');
    if (name.empty() || name.size() > kLongestName) name = slug(block.id.text(), '_').substr(0, kLongestName);
    if (name.empty()) name = "block";
    if (isDigit(static_cast<unsigned char>(name[0]))) name = "n" + name;
    return name;
}

}  // namespace

std::string slug(std::string_view text, char separator)
{
    std::string result;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return {};
        const auto code = static_cast<char32_t>(c);
        if (isDigit(code) || isAsciiLetter(code)) {
            result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        } else if (!result.empty() && result.back() != separator) {
            result.push_back(separator);
        }
    }
    while (!result.empty() && result.back() == separator) result.pop_back();
    return result;
}

std::string snakeCase(std::string_view text)
{
    const auto isUpper = [&text](std::size_t at) { return at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; };
    const auto isLower = [&text](std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
    std::string parted;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool afterWord = i > 0 && isUpper(i) && !isUpper(i - 1);
        const bool lastCapital = i > 0 && isUpper(i) && isUpper(i - 1) && isLower(i + 1);
        if (afterWord || lastCapital) parted.push_back('_');
        parted.push_back(text[i]);
    }
    return slug(parted, '_');
}

std::map<model::BlockId, std::string> resourceNames(const model::Document& document,
                                                    const model::catalogue::Catalogue& catalogue)
{
    // Blocks that share a wish all take their ids, so that adding one does not rename another.
    std::map<std::pair<std::string, std::string>, int> wishes;
    const auto typeOf = [&catalogue](const model::Block& block) {
        const model::catalogue::Kind* kind = catalogue.kindOf(block);
        return kind ? kind->terraform : std::string();
    };
    for (const model::Block& block : document.blocks) ++wishes[{typeOf(block), nameFor(block)}];

    std::map<model::BlockId, std::string> names;
    std::set<std::pair<std::string, std::string>> taken;
    for (const model::Block& block : document.blocks) {
        const std::string type = typeOf(block);
        std::string name = nameFor(block);
        if (wishes[{type, name}] > 1) {
            model::Block nameless = block;
            nameless.name.clear();
            name = nameFor(nameless);
        }
        std::string unique = name;
        for (int number = 2; !taken.insert({type, unique}).second; ++number)
            unique = name + "_" + std::to_string(number);
        names.emplace(block.id, unique);
    }
    return names;
}

std::string tagText(std::string_view text)
{
    std::u32string kept;
    for (const char32_t c : hcl::utf8::decoded(text)) {
        const bool sign =
            c < 0x80 && c != 0 && std::string_view("_.:/=+-@").find(static_cast<char>(c)) != std::string_view::npos;
        if (isDigit(c) || isAsciiLetter(c) || sign || isForeignLetter(c)) {
            kept.push_back(c);
        } else if (!kept.empty() && kept.back() != U' ') {
            kept.push_back(U' ');
        }
        if (kept.size() == kLongestTag) break;
    }
    while (!kept.empty() && kept.back() == U' ') kept.pop_back();
    return hcl::utf8::encoded(kept);
}

std::string asciiText(std::string_view text, std::string_view fallback)
{
    constexpr std::string_view kSigns = " ._-:/()#,@[]+=&;{}!$*";
    std::string kept;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const bool legal = code < 0x80 && (isDigit(code) || isAsciiLetter(code) ||
                                           (code != 0 && kSigns.find(c) != std::string_view::npos));
        if (code >= 0x80) return std::string(fallback);  // Half a sentence says less than none.
        if (legal)
            kept.push_back(c);
        else if (!kept.empty() && kept.back() != ' ')
            kept.push_back(' ');
        if (kept.size() == kLongestDescription) break;
    }
    while (!kept.empty() && kept.back() == ' ') kept.pop_back();
    const bool says =
        kept.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != std::string::npos;
    return says ? kept : std::string(fallback);
}

}  // namespace lintel::exporters::terraform
