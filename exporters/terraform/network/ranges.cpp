#include "exporters/terraform/network/ranges.h"

#include <charconv>

namespace lintel::exporters::terraform::network {

namespace {

std::uint32_t maskOf(int prefix) { return prefix == 0 ? 0 : ~std::uint32_t{0} << (32 - prefix); }

/// Reads a number up to `most` and removes it from the text.
std::optional<std::uint32_t> takeNumber(std::string_view& text, std::uint32_t most)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number > most) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

}  // namespace

bool Range::contains(const Range& other) const
{
    return other.prefix >= prefix && (other.first & maskOf(prefix)) == first;
}

std::string Range::text() const
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += std::to_string((first >> shift) & 0xffU) + (shift > 0 ? "." : "");
    return text + "/" + std::to_string(prefix);
}

std::optional<Range> rangeFrom(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const auto number = takeNumber(text, 255);
        if (!number) return std::nullopt;
        address = (address << 8U) | *number;
        const char expected = part < 3 ? '.' : '/';
        if (text.empty() || text.front() != expected) return std::nullopt;
        text.remove_prefix(1);
    }
    const auto prefix = takeNumber(text, 32);
    if (!prefix || !text.empty()) return std::nullopt;
    return Range{address & maskOf(static_cast<int>(*prefix)), static_cast<int>(*prefix)};
}

}  // namespace lintel::exporters::terraform::network
