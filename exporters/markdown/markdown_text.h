#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::markdown {

/// A user's text as Markdown shows it literally, on one line: marks and HTML are escaped, control characters and
/// those that turn the writing direction are left out. Safe in a table cell and a heading.
std::string escaped(std::string_view text);

/// As a link target: everything that could end it is percent-encoded.
std::string escapedLink(std::string_view target);

/// A table whose cells are Markdown already. Nothing at all without rows.
class MarkdownTable {
public:
    explicit MarkdownTable(std::vector<std::string> header) : m_header(std::move(header)) {}

    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    bool isEmpty() const { return m_rows.empty(); }
    /// With an empty line after it.
    std::string text() const;

private:
    std::vector<std::string> m_header;
    std::vector<std::vector<std::string>> m_rows;
};

}  // namespace lintel::exporters::markdown
