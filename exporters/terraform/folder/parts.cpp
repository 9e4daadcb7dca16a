#include "exporters/terraform/folder/parts.h"

#include <set>

namespace lintel::exporters::terraform::folder {

namespace {

enum class Form { Code, Document, Lines };

Form formOf(std::string_view path)
{
    if (path.ends_with(".tf")) return Form::Code;
    return path.ends_with(".md") ? Form::Document : Form::Lines;
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return lines;
}

std::string trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

bool isComment(std::string_view line) { return line.starts_with("#") || line.starts_with("//"); }

/// The word that ends the heredoc which the line opens; empty when it opens none.
std::string heredocEnd(std::string_view line)
{
    std::size_t at = line.find("<<");
    if (at == std::string_view::npos || line.find('"') < at) return {};
    at += line.substr(at).starts_with("<<-") ? 3 : 2;
    const std::string word = trimmed(line.substr(at));
    return word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
                   std::string::npos
               ? word
               : std::string();
}

/// Collects lines into parts and gives each its key.
class Collector {
public:
    void line(const std::string& line)
    {
        if (m_text.empty() && line.empty()) return;
        m_text += line + "\n";
    }
    bool isEmpty() const { return m_text.empty(); }
    void end(const std::string& key)
    {
        while (m_text.ends_with("\n")) m_text.pop_back();
        if (m_text.empty()) return;
        std::string unique = key;
        for (int number = 2; !m_keys.insert(unique).second; ++number) unique = key + " #" + std::to_string(number);
        m_parts.push_back({std::move(unique), std::move(m_text)});
        m_text.clear();
    }
    std::vector<FilePart> take() { return std::move(m_parts); }

private:
    std::string m_text;
    std::set<std::string> m_keys;
    std::vector<FilePart> m_parts;
};

/// A block with the comment right above it; a comment alone; whatever else stands between blank lines.
std::vector<FilePart> codeParts(std::string_view bytes)
{
    Collector parts;
    std::string key;
    std::string ends;    // of a heredoc
    bool block = false;  // inside of one
    const auto end = [&] {
        parts.end(key);
        key.clear();
        block = false;
    };
    for (const std::string& line : linesOf(bytes)) {
        if (!ends.empty()) {
            parts.line(line);
            if (trimmed(line) == ends) ends.clear();
            continue;
        }
        if (line.empty() && !block) {
            end();
            continue;
        }
        parts.line(line);
        if (key.empty() || (isComment(key) && !isComment(line))) key = line;
        if (!isComment(line)) ends = heredocEnd(line);
        const bool head = !block && !isComment(line) && line.find('{') != std::string::npos;
        if (head && !line.ends_with("}"))
            block = true;
        else if (head || line == "}")
            end();
    }
    end();
    return parts.take();
}

/// A heading with what follows it.
std::vector<FilePart> documentParts(std::string_view bytes)
{
    Collector parts;
    std::string key;
    bool fenced = false;
    for (const std::string& line : linesOf(bytes)) {
        if (line.starts_with("```")) fenced = !fenced;
        if (!fenced && line.starts_with("#")) {
            parts.end(key);
            key = line;
        }
        parts.line(line);
    }
    parts.end(key);
    return parts.take();
}

std::vector<FilePart> lineParts(std::string_view bytes)
{
    std::vector<FilePart> parts;
    std::set<std::string> keys;
    for (std::string& line : linesOf(bytes)) {
        const std::string key =
            trimmed(std::string_view(line).substr(0, isComment(line) ? std::string::npos : line.find('=')));
        std::string unique = key;
        for (int number = 2; !keys.insert(unique).second; ++number) unique = key + " #" + std::to_string(number);
        parts.push_back({std::move(unique), std::move(line)});
    }
    return parts;
}

}  // namespace

std::string withUnixLineEnds(std::string_view bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') text.push_back(bytes[i]);
    }
    return text;
}

std::vector<FilePart> partsOf(std::string_view path, std::string_view bytes)
{
    const std::string text = withUnixLineEnds(bytes);
    switch (formOf(path)) {
        case Form::Code: return codeParts(text);
        case Form::Document: return documentParts(text);
        case Form::Lines: break;
    }
    return lineParts(text);
}

std::string fileOf(std::string_view path, const std::vector<FilePart>& parts)
{
    const bool lines = formOf(path) == Form::Lines;
    std::string text;
    for (const FilePart& part : parts) {
        if (!text.empty() && !lines) text += "\n";
        text += part.text + "\n";
    }
    return text;
}

}  // namespace lintel::exporters::terraform::folder
