#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::analysis {

/// An IPv4 range as written: the address keeps its host bits, so that a rule can object to them.
struct Cidr {
    std::uint32_t address = 0;
    int prefix = 0;  ///< 0 to 32

    bool operator==(const Cidr&) const = default;

    std::uint32_t mask() const { return prefix == 0 ? 0 : ~std::uint32_t{0} << (32 - prefix); }
    std::uint32_t first() const { return address & mask(); }
    std::uint32_t last() const { return first() | ~mask(); }
    bool hasHostBits() const { return address != first(); }
    Cidr canonical() const { return {first(), prefix}; }
    bool contains(const Cidr& other) const { return first() <= other.first() && other.last() <= last(); }
    bool contains(std::uint32_t host) const { return first() <= host && host <= last(); }
    bool overlaps(const Cidr& other) const { return first() <= other.last() && other.first() <= last(); }
    /// What remains of a subnet of this size: AWS keeps the first four addresses and the last.
    std::int64_t usable() const;
    std::string text() const;
};

/// Reads `10.0.0.0/16` strictly: four decimal numbers without leading zeros, a prefix from 0 to 32.
std::optional<Cidr> parseCidr(std::string_view text);
/// Reads a lone address, `10.0.0.4`.
std::optional<std::uint32_t> parseAddress(std::string_view text);

/// The lowest aligned block of the size inside one of `spaces` that overlaps nothing of `taken`.
std::optional<Cidr> nextFreeBlock(const std::vector<Cidr>& spaces, const std::vector<Cidr>& taken, int prefix);

/// 0.0.0.0/0.
bool isEverywhere(const Cidr& range);
/// True when the range lies in addresses that the internet does not route (RFC 1918, RFC 6598, link local, loopback).
bool isPrivateRange(const Cidr& range);

}  // namespace lintel::model::analysis
