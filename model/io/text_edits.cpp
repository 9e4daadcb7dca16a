#include "model/io/text_edits.h"

#include <algorithm>
#include <utility>

namespace lintel::model::io::detail {

std::string TextEdits::appliedTo(std::string_view text, std::string_view newline) const
{
    std::vector<Edit> edits = m_edits;
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
        return std::pair(a.begin, a.end != a.begin) < std::pair(b.begin, b.end != b.begin);
    });
    std::string result;
    std::size_t done = 0;
    for (const Edit& edit : edits) {
        if (edit.begin > done) result += text.substr(done, edit.begin - done);
        for (const char c : edit.text) {
            if (c == '\n')
                result += newline;
            else
                result += c;
        }
        done = std::max(done, edit.end);
    }
    return result += text.substr(std::min(done, text.size()));
}

}  // namespace lintel::model::io::detail
