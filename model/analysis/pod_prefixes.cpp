#include "model/analysis/pod_prefixes.h"

#include "model/analysis/published_data.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>

namespace lintel::model::analysis {

namespace {

constexpr int kAddressesInPrefix = 16;
constexpr int kMostOnSmall = 110;
constexpr int kMostOnLarge = 250;
constexpr int kLargeFrom = 8;  ///< 8xlarge is the first size with more than 30 vCPUs

// EC2 guide, "Instances built on the AWS Nitro System": these generations are not.
const std::set<std::string, std::less<>> kBeforeNitro{"c1",  "c3", "c4",  "cc2", "cr1", "d2", "f1", "g2", "g3",
                                                      "g3s", "h1", "hs1", "i2",  "i3",  "m1", "m2", "m3", "m4",
                                                      "p2",  "p3", "r3",  "r4",  "t1",  "t2", "x1", "x1e"};
// Bare metal with fewer than 32 vCPUs.
const std::set<std::string, std::less<>> kSmallMetal{"a1.metal", "mac1.metal", "mac2.metal"};

bool hasPrefixes(std::string_view type) { return !kBeforeNitro.contains(type.substr(0, type.find('.'))); }

int mostPods(std::string_view type)
{
    const std::string_view size = type.substr(std::min(type.size(), type.find('.') + 1));
    if (size.starts_with("metal")) return kSmallMetal.contains(type) ? kMostOnSmall : kMostOnLarge;
    int times = 0;
    std::from_chars(size.data(), size.data() + size.size(), times);
    return times >= kLargeFrom ? kMostOnLarge : kMostOnSmall;
}

PodLimit withPrefixes(PodLimit limit, std::string_view type)
{
    if (!hasPrefixes(type)) return limit;
    const int all = limit.interfaces * (limit.addresses - 1) * kAddressesInPrefix + 2;
    limit.pods = std::min(all, mostPods(type));
    return limit;
}

std::map<std::string_view, PodLimit> readLimits()
{
    std::map<std::string_view, PodLimit> limits;
    for (const auto& line : dataLines(podLimitsFile()))
        if (const PodLimit* limit = podLimitOf(line.front())) limits[line.front()] = withPrefixes(*limit, line.front());
    return limits;
}

}  // namespace

const PodLimit* podLimitWithPrefixes(std::string_view instanceType)
{
    static const std::map<std::string_view, PodLimit> kLimits = readLimits();
    const auto found = kLimits.find(instanceType);
    return found == kLimits.end() ? nullptr : &found->second;
}

std::int64_t addressesWithPrefixes(std::string_view instanceType, std::int64_t ownPods)
{
    const PodLimit* limit = podLimitOf(instanceType);
    if (!limit) return 0;
    if (!hasPrefixes(instanceType)) return limit->addressesFor(ownPods);
    const std::int64_t perInterface = std::max(1, limit->addresses - 1);
    const std::int64_t busy = (std::max<std::int64_t>(0, ownPods) + kAddressesInPrefix - 1) / kAddressesInPrefix;
    const std::int64_t prefixes = std::min(busy + 1, limit->interfaces * perInterface);
    const std::int64_t interfaces = (prefixes + perInterface - 1) / perInterface;
    return interfaces + prefixes * kAddressesInPrefix;
}

}  // namespace lintel::model::analysis
