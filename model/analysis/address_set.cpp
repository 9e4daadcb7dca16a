#include "model/analysis/address_set.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

/// Where IPv4 lies among the addresses of IPv6.
const AddressSet& ipv4()
{
    static const AddressSet kAll = AddressSet::all(Family::Ipv4);
    return kAll;
}

}  // namespace

AddressSet::AddressSet(const AddressRange& range) : m_intervals{{range.first(), range.last()}}
{
    if (range.family == Family::Ipv6 && range.overlaps(everywhere(Family::Ipv4))) *this = without(ipv4());
}

Address AddressSet::size() const
{
    Address size = 0;
    for (const Interval& interval : m_intervals) size += interval.last - interval.first + 1;
    return size;
}

const AddressSet& AddressSet::internet(Family family)
{
    static const AddressSet kSixth = *parseIpv6Range("2000::/3");
    static const AddressSet kInternet = [] {
        AddressSet set = all();
        for (const char* range : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                                  "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3"})
            set = set.without(*parseCidr(range));
        return set;
    }();
    return family == Family::Ipv4 ? kInternet : kSixth;
}

bool AddressSet::isInternetWide() const
{
    // No company owns a whole /8 of IPv4 and opens it, nor a /16 of IPv6.
    constexpr Address kMostOfOneOwner = (Address{1} << 24) - 1;
    constexpr Address kMostOfOneOwnerOfIpv6 = (Address{1} << 112) - 1;
    return intersection(internet()).size() >= kMostOfOneOwner ||
           intersection(internet(Family::Ipv6)).size() >= kMostOfOneOwnerOfIpv6;
}

AddressSet AddressSet::with(const AddressSet& other) const
{
    std::vector<Interval> both = m_intervals;
    both.insert(both.end(), other.m_intervals.begin(), other.m_intervals.end());
    std::sort(both.begin(), both.end(), [](const Interval& a, const Interval& b) { return a.first < b.first; });
    AddressSet set;
    for (const Interval& interval : both) {
        std::vector<Interval>& done = set.m_intervals;
        if (!done.empty() && (done.back().last == ~Address{0} || interval.first <= done.back().last + 1))
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
    Address next = 0;
    bool isDone = false;
    for (const Interval& hole : other.m_intervals) {
        if (hole.first > next) rest.m_intervals.push_back({next, hole.first - 1});
        next = hole.last + 1;
        isDone = next == 0;  // past the last address there is
    }
    if (!isDone) rest.m_intervals.push_back({next, ~Address{0}});
    return intersection(rest);
}

std::vector<AddressRange> AddressSet::ranges() const
{
    std::vector<AddressRange> ranges;
    for (const Interval& interval : m_intervals) {
        const bool isFourth =
            ipv4().m_intervals.front().first <= interval.first && interval.last <= ipv4().m_intervals.front().last;
        const Family family = isFourth ? Family::Ipv4 : Family::Ipv6;
        Address at = interval.first;
        while (true) {
            AddressRange range(family, at, isFourth ? 32 : 128);
            const auto fits = [&](const AddressRange& wider) {
                return !wider.hasHostBits() && wider.last() <= interval.last;
            };
            while (range.prefix > 0 && fits({family, at, range.prefix - 1})) --range.prefix;
            ranges.push_back(range);
            if (range.last() == interval.last) break;
            at = range.last() + 1;
        }
    }
    return ranges;
}

std::vector<Cidr> AddressSet::cidrs() const
{
    std::vector<Cidr> cidrs;
    for (const AddressRange& range : intersection(ipv4()).ranges())
        cidrs.push_back({static_cast<std::uint32_t>(range.address), range.prefix});
    return cidrs;
}

}  // namespace lintel::model::analysis
