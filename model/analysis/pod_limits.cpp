#include "model/analysis/pod_limits.h"

#include "model/analysis/published_data.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace lintel::model::analysis {

namespace {

int numberIn(std::string_view word)
{
    int number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

using Limits = std::map<std::string_view, PodLimit>;

Limits readLimits()
{
    Limits limits;
    for (const auto& line : dataLines(podLimitsFile()))
        if (line.size() == 4) limits[line[0]] = {numberIn(line[1]), numberIn(line[2]), numberIn(line[3])};
    return limits;
}

}  // namespace

std::int64_t PodLimit::addressesFor(std::int64_t ownPods) const
{
    const std::int64_t perInterface = std::max(1, addresses - 1);
    const std::int64_t busy = (std::max<std::int64_t>(0, ownPods) + perInterface - 1) / perInterface;
    return std::min<std::int64_t>(interfaces, busy + 1) * addresses;
}

const PodLimit* podLimitOf(std::string_view instanceType)
{
    static const Limits kLimits = readLimits();
    const auto found = kLimits.find(instanceType);
    return found == kLimits.end() ? nullptr : &found->second;
}

std::string_view podLimitsDate() { return headerOf(podLimitsFile(), "date"); }
std::string_view podLimitsSource() { return headerOf(podLimitsFile(), "source"); }

}  // namespace lintel::model::analysis
