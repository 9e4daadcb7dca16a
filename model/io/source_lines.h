#pragma once

#include "model/io/yaml_tree.h"

#include <optional>

namespace lintel::model::io::detail {

/// A key of a block-style map and the lines it occupies, comments before it not counted.
struct EntrySpan {
    const YamlEntry* entry = nullptr;
    int firstLine = 0;
    int lastLine = 0;
};

/// A text by lines (from 1), with the questions that editing YAML in place asks.
class SourceLines {
public:
    explicit SourceLines(std::string_view text);

    std::string_view text() const { return m_text; }
    int count() const { return static_cast<int>(m_starts.size()) - 1; }
    std::size_t begin(int line) const { return m_starts[static_cast<std::size_t>(std::min(line, count() + 1) - 1)]; }
    std::size_t end(int line) const { return begin(line + 1); }
    /// Without its line break.
    std::string_view line(int number) const;
    std::size_t indentOf(const YamlNode& node) const { return node.offset - begin(node.line); }
    bool isFirstOnItsLine(const YamlNode& node) const;

    /// The last line of what starts on `first` at indentation `indent`, when the next thing starts on `bound`:
    /// blank lines and comments in between belong to the next thing.
    int lastContentLine(int first, int bound, std::size_t indent) const;

    /// Nothing when the map cannot be edited by lines: flow style, an alias, or two keys on a line.
    std::optional<std::vector<EntrySpan>> spans(const YamlNode& map, int bound) const;

    /// Where a scalar or flow value that starts at `offset` ends.
    std::size_t valueEnd(std::size_t offset) const;

private:
    std::size_t flowEnd(std::size_t offset) const;
    std::size_t quotedEnd(std::size_t offset) const;

    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

}  // namespace lintel::model::io::detail
