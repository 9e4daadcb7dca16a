#include "exporters/terraform/hcl/references.h"

#include <vector>

namespace lintel::exporters::terraform::hcl {

namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-';
}

std::string_view takeStep(std::string_view& path)
{
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    return step;
}

void addReference(std::string_view word, std::set<std::string>& references)
{
    std::string address;
    std::string_view type = takeStep(word);
    if (type == "data") {
        address = "data.";
        type = takeStep(word);
    }
    const std::string_view name = takeStep(word);
    if (type.starts_with("aws_") && !name.empty())
        references.insert(address + std::string(type) + "." + std::string(name));
}

}  // namespace

std::set<std::string> referencesIn(std::string_view code)
{
    std::set<std::string> references;
    std::vector<char> open;  // '"' in a string, '{' in a template or object
    for (std::size_t i = 0; i < code.size();) {
        const char c = code[i];
        const bool quoted = !open.empty() && open.back() == '"';
        if (quoted && c == '\\') {
            i += 2;
            continue;
        }
        if (quoted && (c == '$' || c == '%') && code.substr(i + 1, 2) == std::string(1, c) + "{") {
            i += 3;
            continue;
        }
        if (quoted && (c == '$' || c == '%') && code.substr(i + 1, 1) == "{") {
            open.push_back('{');
            i += 2;
            continue;
        }
        if (c == '"') {
            if (quoted)
                open.pop_back();
            else
                open.push_back('"');
        } else if (!quoted && c == '{') {
            open.push_back('{');
        } else if (!quoted && c == '}' && !open.empty()) {
            open.pop_back();
        } else if (!quoted && isWordPart(c)) {
            std::size_t end = i;
            while (end < code.size() && isWordPart(code[end])) ++end;
            addReference(code.substr(i, end - i), references);
            i = end;
            continue;
        }
        ++i;
    }
    return references;
}

}  // namespace lintel::exporters::terraform::hcl
