#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::analysis {

/// Ports as sorted intervals that do not touch. Empty text reads as every port.
class PortSet {
public:
    struct Interval {
        int first = 0;
        int last = 65535;
        bool operator==(const Interval&) const = default;
    };

    PortSet() = default;
    static PortSet all() { return PortSet({{0, 65535}}); }
    static PortSet one(int port) { return PortSet({{port, port}}); }
    explicit PortSet(std::vector<Interval> intervals);

    /// `8080`, `80,443`, `8000-8100`; empty, `all` and `*` mean every port. What cannot be read is left out.
    static PortSet parse(std::string_view text);

    bool isEmpty() const { return m_intervals.empty(); }
    bool isAll() const { return *this == all(); }
    bool contains(int port) const;
    bool containsAll(const PortSet& other) const;
    bool overlaps(const PortSet& other) const;
    PortSet without(const PortSet& other) const;
    PortSet with(const PortSet& other) const;
    const std::vector<Interval>& intervals() const { return m_intervals; }
    /// As parse() reads it.
    std::string text() const;

    bool operator==(const PortSet&) const = default;

private:
    std::vector<Interval> m_intervals;
};

}  // namespace lintel::model::analysis
