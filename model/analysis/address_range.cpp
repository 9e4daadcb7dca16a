#include "model/analysis/address_range.h"

#include <array>
#include <charconv>
#include <vector>

namespace lintel::model::analysis {

namespace {

using Groups = std::array<std::uint16_t, 8>;

std::optional<std::uint16_t> parseGroup(std::string_view text)
{
    if (text.empty() || text.size() > 4) return std::nullopt;
    std::uint16_t group = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), group, 16);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return group;
}

/// `2001:db8:1`; empty text is no group.
std::optional<std::vector<std::uint16_t>> parseGroups(std::string_view text)
{
    std::vector<std::uint16_t> groups;
    while (!text.empty()) {
        const std::size_t colon = text.find(':');
        const auto group = parseGroup(text.substr(0, colon));
        if (!group || groups.size() == 8) return std::nullopt;
        groups.push_back(*group);
        if (colon == std::string_view::npos) break;
        text.remove_prefix(colon + 1);
        if (text.empty()) return std::nullopt;
    }
    return groups;
}

std::optional<Address> parseIpv6Address(std::string_view text)
{
    const std::size_t gap = text.find("::");
    const bool hasGap = gap != std::string_view::npos;
    const auto head = parseGroups(text.substr(0, gap));
    const auto tail = parseGroups(hasGap ? text.substr(gap + 2) : std::string_view());
    if (!head || !tail) return std::nullopt;
    const std::size_t said = head->size() + tail->size();
    // The gap stands for one group at least.
    if (hasGap ? said > 7 : said != 8) return std::nullopt;
    Address address = 0;
    for (const std::uint16_t group : *head) address = address << 16 | group;
    for (std::size_t i = said; i < 8; ++i) address <<= 16;
    for (const std::uint16_t group : *tail) address = address << 16 | group;
    return address;
}

/// The longest run of two or more zero groups, the first of equals: what `::` stands for.
std::pair<std::size_t, std::size_t> longestGap(const Groups& groups)
{
    std::pair<std::size_t, std::size_t> best{0, 0};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::size_t end = i;
        while (end < groups.size() && groups[end] == 0) ++end;
        if (end - i >= 2 && end - i > best.second - best.first) best = {i, end};
    }
    return best;
}

std::string hexadecimal(std::uint16_t group)
{
    std::array<char, 4> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), group, 16);
    return {digits.data(), end};
}

std::string ipv6Text(Address address)
{
    Groups groups{};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = static_cast<std::uint16_t>(address >> (112 - 16 * static_cast<int>(i)));
    const auto [from, to] = longestGap(groups);
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i == from && to > from) {
            text += "::";
            i = to - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':') text += ':';
        text += hexadecimal(groups[i]);
    }
    return text;
}

}  // namespace

AddressRange::AddressRange(const Cidr& range)
    : family(Family::Ipv4), address(Address{0xffff} << 32 | range.address), prefix(range.prefix)
{
}

Address AddressRange::hostBits() const
{
    const int bits = (family == Family::Ipv4 ? 32 : 128) - prefix;
    return bits == 128 ? ~Address{0} : (Address{1} << bits) - 1;
}

std::string AddressRange::text() const
{
    if (family == Family::Ipv4) return Cidr{static_cast<std::uint32_t>(address), prefix}.text();
    return ipv6Text(address) + "/" + std::to_string(prefix);
}

std::optional<AddressRange> parseIpv6Range(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto address = parseIpv6Address(text.substr(0, slash));
    const std::string_view digits = text.substr(slash + 1);
    int prefix = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    const bool isPlain = !digits.empty() && digits[0] >= '0' && (digits[0] != '0' || digits.size() == 1);
    if (!address || !isPlain || error != std::errc() || end != digits.data() + digits.size() || prefix > 128)
        return std::nullopt;
    return AddressRange(Family::Ipv6, *address, prefix);
}

std::optional<AddressRange> parseAddressRange(std::string_view text)
{
    if (const auto range = parseCidr(text)) return AddressRange(*range);
    if (const auto address = parseAddress(text)) return AddressRange(Cidr{*address, 32});
    if (const auto range = parseIpv6Range(text)) return range;
    if (const auto address = parseIpv6Address(text)) return AddressRange(Family::Ipv6, *address, 128);
    return std::nullopt;
}

AddressRange everywhere(Family family)
{
    return family == Family::Ipv4 ? AddressRange(Cidr{0, 0}) : AddressRange(Family::Ipv6, 0, 0);
}

}  // namespace lintel::model::analysis
