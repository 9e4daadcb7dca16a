#include "app/analysis/address_segments.h"

#include <algorithm>
#include <cmath>

namespace lintel::app::analysis {

using model::BlockId;
using model::analysis::Cidr;
using model::analysis::SubnetPlan;
using model::analysis::VpcPlan;

namespace {

constexpr int kLargest = 16;  // AWS's limits for a subnet
constexpr int kSmallest = 28;

bool isRoomFor(const VpcPlan& plan, const BlockId& subnet, const Cidr& range)
{
    const bool isInside =
        std::any_of(plan.ranges.begin(), plan.ranges.end(), [&](const Cidr& space) { return space.contains(range); });
    return isInside && std::none_of(plan.subnets.begin(), plan.subnets.end(), [&](const SubnetPlan& other) {
               return !(other.subnet == subnet) && other.range && other.range->overlaps(range);
           });
}

}  // namespace

std::vector<Segment> segmentsOf(const VpcPlan& plan, const Cidr& range)
{
    std::vector<Segment> segments;
    // Wider than an address: the end of the last range is one past it.
    std::uint64_t next = range.first();
    const auto fillUpTo = [&](std::uint64_t end) {
        if (next < end) segments.push_back({{}, static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(end - 1)});
    };
    for (const SubnetPlan& subnet : plan.subnets) {
        if (!subnet.range || !range.contains(*subnet.range) || subnet.range->first() < next) continue;
        fillUpTo(subnet.range->first());
        segments.push_back({subnet.subnet, subnet.range->first(), subnet.range->last()});
        next = std::uint64_t{subnet.range->last()} + 1;
    }
    fillUpTo(std::uint64_t{range.last()} + 1);
    return segments;
}

double weightOf(const Segment& segment) { return std::max(1.0, std::log2(segment.size()) - 2); }

std::optional<Cidr> resized(const VpcPlan& plan, const BlockId& subnet, int steps)
{
    const auto at = std::find_if(plan.subnets.begin(), plan.subnets.end(),
                                 [&](const SubnetPlan& each) { return each.subnet == subnet; });
    if (at == plan.subnets.end() || !at->range) return std::nullopt;
    Cidr range = at->range->canonical();
    for (; steps < 0 && range.prefix < kSmallest; ++steps) ++range.prefix;
    for (; steps > 0 && range.prefix > kLargest; --steps) {
        const Cidr larger{range.address, range.prefix - 1};
        if (larger.hasHostBits() || !isRoomFor(plan, subnet, larger)) break;
        range = larger;
    }
    return range;
}

}  // namespace lintel::app::analysis
