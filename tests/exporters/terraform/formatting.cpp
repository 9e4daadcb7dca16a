#include "tests/exporters/terraform/formatting.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

namespace lintel::exporters::terraform::test {

namespace {

/// The line without what its strings hold; templates inside strings go with them.
std::string withoutStrings(const std::string& line)
{
    std::string bare;
    std::vector<char> open;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool quoted = !open.empty() && open.back() == '"';
        if (quoted && c == '\\') {
            ++i;
            continue;
        }
        if (quoted && (c == '$' || c == '%') && i + 2 < line.size() && line[i + 1] == c && line[i + 2] == '{') {
            i += 2;
            continue;
        }
        if (quoted && (c == '$' || c == '%') && i + 1 < line.size() && line[i + 1] == '{') {
            open.push_back('{');
            ++i;
            continue;
        }
        if (c == '"') {
            if (quoted)
                open.pop_back();
            else
                open.push_back('"');
            bare.push_back('"');
        } else if (!quoted && !open.empty() && (c == '{' || c == '}')) {
            if (c == '{')
                open.push_back('{');
            else
                open.pop_back();
        } else if (open.empty()) {
            bare.push_back(c);
        }
    }
    return bare;
}

struct Line {
    std::string text;
    std::string bare;
    int number = 0;
    int net = 0;    ///< brackets that the line leaves open, less those it closes
    int level = 0;  ///< how deep it is indented
};

std::vector<Line> linesOf(std::string_view code)
{
    std::vector<Line> lines;
    std::istringstream stream{std::string(code)};
    std::vector<int> open;  // Brackets that one line opens together indent once.
    for (std::string text; std::getline(stream, text);) {
        Line line{text,
                  text.find_first_not_of(' ') != std::string::npos && text[text.find_first_not_of(' ')] == '#'
                      ? "#"
                      : withoutStrings(text),
                  static_cast<int>(lines.size()) + 1};
        for (const char c : line.bare) {
            if (c == '{' || c == '[' || c == '(') ++line.net;
            if (c == '}' || c == ']' || c == ')') --line.net;
        }
        for (int closed = -line.net; closed > 0 && !open.empty();) {
            const int taken = std::min(closed, open.back());
            closed -= taken;
            open.back() -= taken;
            if (open.back() == 0) open.pop_back();
        }
        line.level = static_cast<int>(open.size());
        if (line.net > 0) open.push_back(line.net);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string at(const Line& line, const std::string& what)
{
    return "line " + std::to_string(line.number) + ": " + what + ": " + line.text;
}

/// The column of the equals sign of an attribute on one line; npos for anything else.
std::size_t equalsColumn(const Line& line)
{
    static const std::regex kAttribute("^ *(\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_-]*) *= .*");
    if (line.net != 0 || !std::regex_match(line.text, kAttribute)) return std::string::npos;
    const std::size_t quote = line.text.find_first_not_of(' ');
    const std::size_t from = line.text[quote] == '"' ? line.text.find('"', quote + 1) : quote;
    return line.text.find('=', from);
}

std::size_t keyEnd(const Line& line) { return line.text.find_last_not_of(' ', equalsColumn(line) - 1); }

void checkAlignment(const std::vector<Line>& lines, std::vector<std::string>& problems)
{
    for (std::size_t i = 0; i < lines.size();) {
        if (equalsColumn(lines[i]) == std::string::npos) {
            ++i;
            continue;
        }
        std::size_t end = i;
        std::size_t longest = 0;
        while (end < lines.size() && equalsColumn(lines[end]) != std::string::npos &&
               lines[end].level == lines[i].level)
            longest = std::max(longest, keyEnd(lines[end++]));
        for (; i < end; ++i) {
            if (equalsColumn(lines[i]) != longest + 2)
                problems.push_back(at(lines[i], "equals sign not in column " + std::to_string(longest + 3)));
        }
    }
}

std::set<std::string> matches(const std::string& code, const std::regex& pattern)
{
    std::set<std::string> found;
    for (std::sregex_iterator it(code.begin(), code.end(), pattern), end; it != end; ++it) found.insert((*it)[1]);
    return found;
}

/// Addresses in order of appearance, twice when declared twice.
std::vector<std::string> declarations(const std::string& code)
{
    static const std::regex kHead("(?:^|\n)(resource|data|variable|output) \"([^\"]+)\"(?: \"([^\"]+)\")? \\{");
    std::vector<std::string> found;
    for (std::sregex_iterator it(code.begin(), code.end(), kHead), end; it != end; ++it) {
        const std::string type = (*it)[1];
        const std::string first = (*it)[2];
        if (type == "resource") found.push_back(first + "." + std::string((*it)[3]));
        if (type == "data") found.push_back("data." + first + "." + std::string((*it)[3]));
        if (type == "variable") found.push_back("var." + first);
        if (type == "output") found.push_back("output." + first);
    }
    return found;
}

/// The code, with only what templates hold left of its strings.
std::string expressionsOf(const std::string& code)
{
    std::string bare;
    std::vector<char> open;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        const bool quoted = !open.empty() && open.back() == '"';
        const bool sign = quoted && (c == '$' || c == '%');
        if (quoted && c == '\\') {
            ++i;
            continue;
        }
        if (sign && code.compare(i + 1, 2, std::string(1, c) + "{") == 0) {
            i += 2;
            continue;
        }
        if (sign && i + 1 < code.size() && code[i + 1] == '{') {
            open.push_back('{');
            ++i;
            bare.push_back(' ');
            continue;
        }
        if (!quoted && c == '#') {
            i = code.find('\n', i);
            bare.push_back('\n');
            continue;
        }
        if (c == '"') {
            if (quoted)
                open.pop_back();
            else
                open.push_back('"');
            bare.push_back(' ');
        } else if (!quoted) {
            if (c == '{') open.push_back('{');
            if (c == '}' && !open.empty()) open.pop_back();
            bare.push_back(c);
        }
    }
    return bare;
}

}  // namespace

std::vector<std::string> formattingProblems(std::string_view code)
{
    std::vector<std::string> problems;
    if (code.empty() || code.back() != '\n' || code.ends_with("\n\n"))
        problems.push_back("does not end with one line break");
    const std::vector<Line> lines = linesOf(code);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.text.empty()) {
            if (i > 0 && lines[i - 1].text.empty()) problems.push_back(at(line, "second empty line"));
            continue;
        }
        if (line.text.back() == ' ' || line.text.find('\t') != std::string::npos ||
            line.text.find('\r') != std::string::npos)
            problems.push_back(at(line, "blanks"));
        static const std::regex kBareTemplate("(^|.*= )\"\\$\\{[^}\"]*\\}\",?$");
        if (std::regex_match(line.text, kBareTemplate))
            problems.push_back(at(line, "a template of nothing but an expression"));
        const auto indent = static_cast<int>(line.text.find_first_not_of(' '));
        const int wanted = 2 * line.level;
        if (indent != wanted)
            problems.push_back(at(line, "indented by " + std::to_string(indent) + ", not " + std::to_string(wanted)));
    }
    int net = 0;
    for (const Line& line : lines) net += line.net;
    if (net != 0) problems.push_back("brackets do not match");
    checkAlignment(lines, problems);
    return problems;
}

std::vector<std::string> undeclaredNames(const std::string& code)
{
    const std::vector<std::string> list = declarations(code);
    std::set<std::string> declared(list.begin(), list.end());
    const std::string expressions = expressionsOf(code);
    static const std::regex kLocals("(?:^|\n)locals \\{\n([\\s\\S]*?)\n\\}\n");
    for (std::sregex_iterator it(code.begin(), code.end(), kLocals), end; it != end; ++it) {
        for (const std::string& name : matches("\n" + std::string((*it)[1]), std::regex("\n  ([a-z0-9_]+) +=")))
            declared.insert("local." + name);
    }
    std::set<std::string> used =
        matches(expressions, std::regex("(?:^|[^A-Za-z0-9_.])(data\\.aws_[a-z0-9_]+\\.[A-Za-z0-9_]+|aws_[a-z0-9_]+\\.["
                                        "A-Za-z0-9_]+|(?:var|local)\\.[a-z0-9_]+)"));
    used.erase("aws.us_east_1");
    std::vector<std::string> missing;
    for (const std::string& name : used) {
        if (declared.count(name) == 0) missing.push_back(name);
    }
    return missing;
}

std::vector<std::string> declaredTwice(const std::string& code)
{
    std::set<std::string> seen;
    std::vector<std::string> twice;
    for (const std::string& address : declarations(code)) {
        if (!seen.insert(address).second) twice.push_back(address);
    }
    return twice;
}

}  // namespace lintel::exporters::terraform::test
