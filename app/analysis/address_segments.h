#pragma once

#include "model/analysis/address_plan.h"

#include <optional>
#include <vector>

namespace lintel::app::analysis {

/// A stretch of a VPC's addresses: a subnet, or what is free between two.
struct Segment {
    model::BlockId subnet;  ///< empty: free
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    bool isFree() const { return subnet.isEmpty(); }
    double size() const { return static_cast<double>(last) - static_cast<double>(first) + 1; }
};

/// One of the VPC's ranges from end to end. Subnets that overlap an earlier one, or lie outside, are left out.
std::vector<Segment> segmentsOf(const model::analysis::VpcPlan& plan, const model::analysis::Cidr& range);

/// How wide it is drawn beside others: by the logarithm of its size, so that a /28 can be read beside a /17.
double weightOf(const Segment& segment);

/// The subnet's range after doubling it `steps` times (below zero: halving), or as far as it gets: it keeps its first
/// address, and no neighbour gives way. Nothing when there is no such subnet with a range.
std::optional<model::analysis::Cidr> resized(const model::analysis::VpcPlan& plan, const model::BlockId& subnet,
                                             int steps);

}  // namespace lintel::app::analysis
