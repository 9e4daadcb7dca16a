#pragma once

#include "model/analysis/cidr.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lintel::model::analysis {

enum class Family { Ipv4, Ipv6 };

/// An IPv6 address, or an IPv4 address as IPv6 maps it (::ffff:10.0.0.4, RFC 4291, 2.5.5.2): sets of addresses may
/// hold both, and one is never taken for the other.
__extension__ typedef unsigned __int128 Address;

/// A range of either family as written, with its host bits.
struct AddressRange {
    Family family = Family::Ipv4;
    Address address = 0;
    int prefix = 0;  ///< 0 to 32, or to 128

    AddressRange() = default;
    AddressRange(Family ofFamily, Address at, int ofPrefix) : family(ofFamily), address(at), prefix(ofPrefix) {}
    AddressRange(const Cidr& range);
    bool operator==(const AddressRange&) const = default;

    Address first() const { return address & ~hostBits(); }
    Address last() const { return address | hostBits(); }
    bool hasHostBits() const { return address != first(); }
    bool contains(const AddressRange& other) const { return first() <= other.first() && other.last() <= last(); }
    bool overlaps(const AddressRange& other) const { return first() <= other.last() && other.first() <= last(); }
    bool isEverywhere() const { return prefix == 0; }
    /// The canonical text of RFC 5952, `2001:db8::/56`, or `10.0.0.0/16`.
    std::string text() const;

private:
    Address hostBits() const;
};

/// Reads `2001:db8::/56` as RFC 4291 writes it, without a zone and without an IPv4 address inside.
std::optional<AddressRange> parseIpv6Range(std::string_view text);
/// A range of either family, or a lone address.
std::optional<AddressRange> parseAddressRange(std::string_view text);
/// 0.0.0.0/0 or ::/0.
AddressRange everywhere(Family family);

}  // namespace lintel::model::analysis
