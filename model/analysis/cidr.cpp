#include "model/analysis/cidr.h"

#include <algorithm>
#include <charconv>

namespace lintel::model::analysis {

namespace {

std::optional<std::uint32_t> parseNumber(std::string_view text, std::uint32_t most)
{
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number > most) return std::nullopt;
    return number;
}

constexpr Cidr range(std::uint32_t a, std::uint32_t b, int prefix) { return {a << 24 | b << 16, prefix}; }

constexpr Cidr kNotRouted[] = {range(10, 0, 8),    range(172, 16, 12),  range(192, 168, 16),
                               range(100, 64, 10), range(169, 254, 16), range(127, 0, 8)};

}  // namespace

std::int64_t Cidr::usable() const
{
    const std::int64_t all = std::int64_t{1} << (32 - prefix);
    return std::max<std::int64_t>(0, all - 5);
}

std::string Cidr::text() const
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text += (shift == 24 ? "" : ".") + std::to_string(address >> shift & 255);
    return text + "/" + std::to_string(prefix);
}

std::optional<std::uint32_t> parseAddress(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = part < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos) return std::nullopt;
        const auto number = parseNumber(text.substr(0, dot), 255);
        if (!number) return std::nullopt;
        address = address << 8 | *number;
        text.remove_prefix(std::min(text.size(), dot + 1));
    }
    return address;
}

std::optional<Cidr> parseCidr(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto address = parseAddress(text.substr(0, slash));
    const auto prefix = parseNumber(text.substr(slash + 1), 32);
    if (!address || !prefix) return std::nullopt;
    return Cidr{*address, static_cast<int>(*prefix)};
}

std::optional<Cidr> nextFreeBlock(const std::vector<Cidr>& spaces, const std::vector<Cidr>& taken, int prefix)
{
    for (const Cidr& space : spaces) {
        if (prefix < space.prefix || prefix > 32) continue;
        std::uint64_t at = space.first();
        const std::uint64_t size = std::uint64_t{1} << (32 - prefix);
        while (at + size - 1 <= space.last()) {
            const Cidr candidate{static_cast<std::uint32_t>(at), prefix};
            std::uint64_t past = 0;
            for (const Cidr& other : taken)
                if (other.overlaps(candidate)) past = std::max<std::uint64_t>(past, std::uint64_t{other.last()} + 1);
            if (past == 0) return candidate;
            at = (past + size - 1) / size * size;
        }
    }
    return std::nullopt;
}

bool isEverywhere(const Cidr& range) { return range.prefix == 0; }

bool isPrivateRange(const Cidr& range)
{
    return std::any_of(std::begin(kNotRouted), std::end(kNotRouted),
                       [&](const Cidr& block) { return block.contains(range); });
}

}  // namespace lintel::model::analysis
