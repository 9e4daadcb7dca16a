#pragma once

#include "model/analysis/address_range.h"

#include <vector>

namespace lintel::model::analysis {

/// A set of addresses of either family as sorted intervals that do not touch. A value.
class AddressSet {
public:
    struct Interval {
        Address first = 0;
        Address last = 0;
        bool operator==(const Interval&) const = default;
    };

    AddressSet() = default;
    /// A range of IPv6, be it ::/0, holds none of the addresses that stand for IPv4.
    AddressSet(const AddressRange& range);
    AddressSet(const Cidr& range) : AddressSet(AddressRange(range)) {}

    static AddressSet all(Family family = Family::Ipv4) { return everywhere(family); }
    /// Everything that the internet routes: of IPv4 all but private ranges, of IPv6 what is given out (2000::/3).
    static const AddressSet& internet(Family family = Family::Ipv4);

    bool isEmpty() const { return m_intervals.empty(); }
    Address size() const;
    /// So many addresses of the internet that they cannot be anybody's office: it is open to the world.
    bool isInternetWide() const;
    AddressSet with(const AddressSet& other) const;
    AddressSet without(const AddressSet& other) const;
    AddressSet intersection(const AddressSet& other) const;
    const std::vector<Interval>& intervals() const { return m_intervals; }
    /// As ranges, the fewest that cover it exactly.
    std::vector<AddressRange> ranges() const;
    /// Those of IPv4.
    std::vector<Cidr> cidrs() const;

    bool operator==(const AddressSet&) const = default;

private:
    std::vector<Interval> m_intervals;
};

}  // namespace lintel::model::analysis
