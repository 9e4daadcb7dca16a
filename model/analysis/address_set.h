#pragma once

#include "model/analysis/cidr.h"

#include <vector>

namespace lintel::model::analysis {

/// A set of IPv4 addresses as sorted intervals that do not touch. A value.
class AddressSet {
public:
    struct Interval {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        bool operator==(const Interval&) const = default;
    };

    AddressSet() = default;
    AddressSet(const Cidr& range) : m_intervals{{range.first(), range.last()}} {}

    static AddressSet all() { return Cidr{0, 0}; }
    /// Everything that the internet routes: all but private ranges.
    static const AddressSet& internet();

    bool isEmpty() const { return m_intervals.empty(); }
    std::uint64_t size() const;
    /// So many addresses of the internet that they cannot be anybody's office: it is open to the world.
    bool isInternetWide() const;
    AddressSet with(const AddressSet& other) const;
    AddressSet without(const AddressSet& other) const;
    AddressSet intersection(const AddressSet& other) const;
    const std::vector<Interval>& intervals() const { return m_intervals; }
    /// As ranges, the fewest that cover it exactly.
    std::vector<Cidr> ranges() const;

    bool operator==(const AddressSet&) const = default;

private:
    std::vector<Interval> m_intervals;
};

}  // namespace lintel::model::analysis
