#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::io::detail {

/// Replacements of byte ranges of one text, made in one go. Ranges do not overlap; insertions at the same
/// place keep the order they were asked for and come before a range that starts there.
class TextEdits {
public:
    void replace(std::size_t begin, std::size_t end, std::string text)
    {
        m_edits.push_back({begin, end, std::move(text)});
    }
    void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
    void remove(std::size_t begin, std::size_t end) { replace(begin, end, {}); }

    /// `newline` replaces every "\n" of the new parts.
    std::string appliedTo(std::string_view text, std::string_view newline) const;

private:
    struct Edit {
        std::size_t begin;
        std::size_t end;
        std::string text;
    };
    std::vector<Edit> m_edits;
};

}  // namespace lintel::model::io::detail
