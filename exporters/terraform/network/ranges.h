#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lintel::exporters::terraform::network {

/// An IPv4 range: first address and prefix length.
struct Range {
    std::uint32_t first = 0;
    int prefix = 0;

    bool contains(const Range& other) const;
    std::string text() const;
};

/// Without a value when the text is no IPv4 range; host bits are dropped.
std::optional<Range> rangeFrom(std::string_view text);

}  // namespace lintel::exporters::terraform::network
