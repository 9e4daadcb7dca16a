#include "model/analysis/range_conflicts.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace lintel::model::analysis {

namespace {

struct Declared {
    const char* kind;
    const char* key;
};
constexpr Declared kDeclared[] = {
    {"external-network", "cidr"}, {"site-to-site-vpn", "remote-cidr"}, {"client-vpn", "client-cidr"}};

/// Of two ranges that overlap one lies within the other.
std::optional<Cidr> shared(const Network& a, const Network& b)
{
    for (const Cidr& one : a.ranges)
        for (const Cidr& other : b.ranges)
            if (one.overlaps(other)) return one.prefix > other.prefix ? one : other;
    return std::nullopt;
}

using Pair = std::pair<BlockId, BlockId>;

Pair pairOf(const BlockId& a, const BlockId& b) { return a < b ? Pair(a, b) : Pair(b, a); }

std::map<Pair, std::vector<std::string>> waysOf(const graph::ArchitectureGraph& graph, const Routes& routes)
{
    std::map<Pair, std::vector<std::string>> ways;
    for (const ConnectedPair& pair : connectedPairs(graph, routes))
        ways.emplace(pairOf(pair.a.owner, pair.b.owner), pair.path);
    return ways;
}

/// A tunnel and the office behind it are one network, drawn twice.
bool isSameEnd(const graph::ArchitectureGraph& graph, const BlockId& a, const BlockId& b)
{
    return !graph.isKind(a, "vpc") && !graph.isKind(b, "vpc");
}

}  // namespace

std::vector<Network> networksOf(const graph::ArchitectureGraph& graph, const Routes& routes)
{
    std::vector<Network> networks;
    for (const BlockId& vpc : graph.blocksOfKind("vpc"))
        if (std::vector<Cidr> ranges = routes.rangesOf(vpc); !ranges.empty())
            networks.push_back({vpc, std::move(ranges)});
    for (const Declared& declared : kDeclared)
        for (const BlockId& block : graph.blocksOfKind(declared.kind))
            if (const auto range = parseCidr(graph.value(block, declared.key).toString()))
                networks.push_back({block, {range->canonical()}});
    std::sort(networks.begin(), networks.end(), [](const Network& a, const Network& b) { return a.owner < b.owner; });
    return networks;
}

std::vector<RangeConflict> rangeConflicts(const graph::ArchitectureGraph& graph, const Routes& routes)
{
    const std::vector<Network> networks = networksOf(graph, routes);
    const auto ways = waysOf(graph, routes);
    std::vector<RangeConflict> conflicts;
    for (std::size_t i = 0; i < networks.size(); ++i)
        for (std::size_t j = i + 1; j < networks.size(); ++j) {
            if (isSameEnd(graph, networks[i].owner, networks[j].owner)) continue;
            const auto range = shared(networks[i], networks[j]);
            if (!range) continue;
            const bool isFirst = graph.isKind(networks[i].owner, "vpc");
            const Network& a = isFirst ? networks[i] : networks[j];
            const Network& b = isFirst ? networks[j] : networks[i];
            RangeConflict conflict{a.owner, b.owner, *range, {}};
            if (const auto way = ways.find(pairOf(a.owner, b.owner)); way != ways.end()) conflict.path = way->second;
            if (!conflict.path.empty() && conflict.path.front() != a.owner.text())
                std::reverse(conflict.path.begin(), conflict.path.end());
            conflicts.push_back(std::move(conflict));
        }
    std::sort(conflicts.begin(), conflicts.end(),
              [](const RangeConflict& x, const RangeConflict& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return conflicts;
}

}  // namespace lintel::model::analysis
