#include "model/analysis/address_set.h"

#include <algorithm>

namespace lintel::model::analysis {

std::uint64_t AddressSet::size() const
{
    std::uint64_t size = 0;
    for (const Interval& interval : m_intervals) size += std::uint64_t{interval.last} - interval.first + 1;
    return size;
}

const AddressSet& AddressSet::internet()
{
    static const AddressSet kInternet = [] {
        AddressSet set = all();
        for (const char* range : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                                  "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"})
            set = set.without(*parseCidr(range));
        return set;
    }();
    return kInternet;
}

bool AddressSet::isInternetWide() const
{
    constexpr std::uint64_t kMostOfOneOwner = (std::uint64_t{1} << 24) - 1;  // no company owns a whole /8 and opens it
    return intersection(internet()).size() >= kMostOfOneOwner;
}

AddressSet AddressSet::with(const AddressSet& other) const
{
    std::vector<Interval> both = m_intervals;
    both.insert(both.end(), other.m_intervals.begin(), other.m_intervals.end());
    std::sort(both.begin(), both.end(), [](const Interval& a, const Interval& b) { return a.first < b.first; });
    AddressSet set;
    for (const Interval& interval : both) {
        std::vector<Interval>& done = set.m_intervals;
        if (!done.empty() && (done.back().last == ~std::uint32_t{0} || interval.first <= done.back().last + 1))
            done.back().last = std::max(done.back().last, interval.last);
        else
            done.push_back(interval);
    }
    return set;
}

AddressSet AddressSet::intersection(const AddressSet& other) const
{
    AddressSet set;
    auto a = m_intervals.begin();
    auto b = other.m_intervals.begin();
    while (a != m_intervals.end() && b != other.m_intervals.end()) {
        const Interval shared{std::max(a->first, b->first), std::min(a->last, b->last)};
        if (shared.first <= shared.last) set.m_intervals.push_back(shared);
        (a->last < b->last ? a : b)++;
    }
    return set;
}

AddressSet AddressSet::without(const AddressSet& other) const
{
    AddressSet rest;
    std::uint64_t next = 0;
    for (const Interval& hole : other.m_intervals) {
        if (hole.first > next) rest.m_intervals.push_back({static_cast<std::uint32_t>(next), hole.first - 1});
        next = std::uint64_t{hole.last} + 1;
    }
    if (next <= ~std::uint32_t{0}) rest.m_intervals.push_back({static_cast<std::uint32_t>(next), ~std::uint32_t{0}});
    return intersection(rest);
}

std::vector<Cidr> AddressSet::ranges() const
{
    std::vector<Cidr> ranges;
    for (const Interval& interval : m_intervals) {
        std::uint64_t at = interval.first;
        while (at <= interval.last) {
            int prefix = 32;
            const auto sizeOf = [](int p) { return std::uint64_t{1} << (32 - p); };
            while (prefix > 0 && at % sizeOf(prefix - 1) == 0 && at + sizeOf(prefix - 1) - 1 <= interval.last) --prefix;
            ranges.push_back({static_cast<std::uint32_t>(at), prefix});
            at += sizeOf(prefix);
        }
    }
    return ranges;
}

}  // namespace lintel::model::analysis
