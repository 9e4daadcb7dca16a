#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lintel::model::lint {

/// FNV-1a over texts: short, and the same on every machine. ("a", "b") and ("ab") differ.
class StableHash {
public:
    StableHash& add(std::string_view text);
    std::string text() const;  ///< 16 hexadecimal digits

private:
    std::uint64_t m_hash = 14695981039346656037ULL;
};

}  // namespace lintel::model::lint
