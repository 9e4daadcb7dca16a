#include "model/analysis/trade_offs.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace lintel::model::analysis {

namespace {

using Graph = graph::ArchitectureGraph;

class TradeOffFinder {
public:
    TradeOffFinder(const Graph& graph, const Routes& routes, const PriceTable& prices, const std::string& region)
        : m_graph(graph), m_routes(routes), m_prices(prices), m_region(region)
    {
    }

    std::vector<TradeOff> find()
    {
        for (const BlockId& vpc : m_graph.blocksOfKind("vpc")) addNat(vpc);
        for (const BlockId& database : m_graph.blocksOfKind("rds-instance")) addStandby(database);
        for (const BlockId& cache : m_graph.blocksOfKind("elasticache")) addReplica(cache);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const TradeOff& a, const TradeOff& b) { return a.subject < b.subject; });
        return std::move(m_found);
    }

private:
    std::optional<Money> monthly(const BlockId& block, std::initializer_list<std::string> items) const
    {
        const std::string region = m_region.empty() ? regionOf(m_graph, block) : m_region;
        Money sum;
        for (const std::string& item : items) {
            const Price* price = m_prices.find(item, region);
            if (!price) return std::nullopt;
            sum += price->perMonth();
        }
        return sum;
    }

    /// The price comes with its sign: `+43.07`.
    void add(const BlockId& subject, const std::string& id, Money monthly, std::vector<MessageArgument> arguments = {})
    {
        arguments.push_back({"name", m_graph.block(subject)->label()});
        arguments.push_back({"price", (monthly.microDollars < 0 ? "" : "+") + monthly.text()});
        m_found.push_back({subject, monthly, Message("cost.trade-off." + id, std::move(arguments))});
    }

    void addNat(const BlockId& vpc)
    {
        std::set<std::string> home;    // zones with a gateway
        std::set<std::string> served;  // zones whose subnets go out through one
        std::size_t gateways = 0;
        for (const BlockId& nat : m_graph.blocksOfKind("nat-gateway")) {
            if (m_graph.vpcOf(nat) != vpc || m_graph.value(nat, "availability-mode").toString() == "regional") continue;
            if (m_graph.value(nat, "connectivity").toString() == "private") continue;
            ++gateways;
            home.insert(m_graph.zoneOf(m_graph.positionSubnet(nat)));
        }
        for (const BlockId& subnet : m_graph.subnetsOfVpc(vpc)) {
            const auto route = m_routes.routeTo(subnet, {0, 0});
            if (route && m_graph.isKind(route->target, "nat-gateway")) served.insert(m_graph.zoneOf(subnet));
        }
        // A zone that is not drawn tells nothing.
        if (home.contains("") || served.contains("")) return;
        const auto each = monthly(vpc, {"nat-gateway", "public-ipv4"});
        if (!each || gateways == 0) return;
        const auto lacking = static_cast<std::size_t>(
            std::count_if(served.begin(), served.end(), [&](const std::string& zone) { return !home.contains(zone); }));
        if (lacking > 0)
            add(vpc, "nat-per-zone", each->times(static_cast<double>(lacking)), {{"count", std::to_string(lacking)}});
        if (gateways > 1)
            add(vpc, "one-nat", -each->times(static_cast<double>(gateways - 1)), {{"count", std::to_string(gateways)}});
    }

    void addStandby(const BlockId& database)
    {
        const std::string item =
            "rds/" + m_graph.value(database, "engine").toString() + "/" + m_graph.value(database, "type").toString();
        auto each = monthly(database, {item});
        const auto storage = monthly(database, {"rds-storage"});
        const auto size = static_cast<double>(m_graph.value(database, "storage-gb").toInteger(0));
        if (!each || (size > 0 && !storage)) return;
        if (storage) *each += storage->times(size);
        if (m_graph.value(database, "multi-az").toBool())
            add(database, "single-az", -*each);
        else
            add(database, "multi-az", *each);
    }

    void addReplica(const BlockId& cache)
    {
        if (m_graph.value(cache, "replicas").toInteger(0) > 0 || !m_graph.referrers(cache, "source").empty()) return;
        const std::string item =
            "elasticache/" + m_graph.value(cache, "engine").toString() + "/" + m_graph.value(cache, "type").toString();
        if (const auto each = monthly(cache, {item})) add(cache, "cache-replica", *each);
    }

    const Graph& m_graph;
    const Routes& m_routes;
    const PriceTable& m_prices;
    const std::string& m_region;
    std::vector<TradeOff> m_found;
};

}  // namespace

std::vector<TradeOff> tradeOffs(const graph::ArchitectureGraph& graph, const Routes& routes, const PriceTable& prices,
                                const std::string& region)
{
    return TradeOffFinder(graph, routes, prices, region).find();
}

}  // namespace lintel::model::analysis
