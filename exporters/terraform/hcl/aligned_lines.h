#pragma once

#include <string>
#include <utility>
#include <vector>

namespace lintel::exporters::terraform::hcl {

/// `name = value` lines with the equals signs of neighbouring one-line values in one column, as `terraform fmt`
/// puts them. A value of several lines ends the run.
class AlignedLines {
public:
    explicit AlignedLines(int indent) : m_margin(static_cast<std::size_t>(indent), ' ') {}

    void add(std::string name, std::string value);
    /// A line, or several, that takes no part: a comment, a nested block, an empty line.
    void addPlain(const std::string& lines);
    std::string take();

private:
    void flush();

    std::string m_margin;
    std::string m_text;
    std::vector<std::pair<std::string, std::string>> m_run;
};

}  // namespace lintel::exporters::terraform::hcl
