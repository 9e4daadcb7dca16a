#include "model/analysis/reach_matrix.h"

#include "model/analysis/analyses.h"
#include "model/analysis/service_port.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/design_builder.h"
#include "tests/support/random_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

std::string lineOf(const MatrixCell& cell)
{
    const char* talk = cell.talk == Talk::Works ? "works" : cell.talk == Talk::Blocked ? "blocked" : "undrawn";
    std::string line = (cell.from.isEmpty() ? "internet" : cell.from.text()) + " > " + cell.to.text() + " " +
                       cell.protocol + " " + cell.ports.text() + " " + talk;
    for (const Cidr& range : cell.onlyFrom) line += " from " + range.text();
    return line;
}

std::vector<std::string> linesOf(const DesignBuilder& design)
{
    const Analyses analyses(design.build(), embedded::catalogue());
    std::vector<std::string> lines;
    for (const MatrixCell& cell : analyses.matrix().cells()) lines.push_back(lineOf(cell));
    return lines;
}

using Lines = std::vector<std::string>;

/// A public web server and a private database, with a rule for each.
DesignBuilder webAndDatabase()
{
    DesignBuilder design;
    design.block("users", "users")
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc",
                 {{"main", true}, {"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("net", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}})
        .block("data", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}});
    design.block("sg-web", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "0.0.0.0/0"}})})}});
    design.block("sg-db", "security-group", "vpc",
                 {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg-web"}})})}});
    design.block("web", "ec2-instance", "net", {{"public-ip", true}, {"security-groups", ids({"sg-web"})}});
    design.block("db", "rds-instance", "data", {{"security-groups", ids({"sg-db"})}});
    return design;
}

TEST(ReachMatrix, DrawnAndAllowed)
{
    DesignBuilder design = webAndDatabase();
    design.connect("users", "web", "443").connect("web", "db", "3306");
    EXPECT_EQ(linesOf(design), (Lines{"internet > web tcp 443 works", "web > db tcp 3306 works"}));
}

TEST(ReachMatrix, DrawnButBlockedNamesWhatIsInTheWay)
{
    DesignBuilder design = webAndDatabase();
    design.connect("users", "web", "80,443").connect("web", "db", "3306");
    const Analyses analyses(design.build(), embedded::catalogue());
    const auto& cells = analyses.matrix().cells();
    ASSERT_EQ(cells.size(), 3u);
    EXPECT_EQ(lineOf(cells[0]), "internet > web tcp 443 works");
    EXPECT_EQ(lineOf(cells[1]), "internet > web tcp 80 blocked");
    ASSERT_EQ(cells[1].blockers.size(), 1u);
    EXPECT_EQ(cells[1].blockers[0].code, "security-group-in");
    EXPECT_EQ(cells[1].connections, (std::vector<ConnectionId>{ConnectionId("users-web")}));
}

TEST(ReachMatrix, AllowedButNotDrawn)
{
    EXPECT_EQ(linesOf(webAndDatabase()), (Lines{"internet > web tcp 443 undrawn", "web > db tcp 3306 undrawn"}));
}

TEST(ReachMatrix, SomebodysRangeIsNotTheInternet)
{
    DesignBuilder design = webAndDatabase();
    design.set("sg-web", "inbound",
               rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "203.0.113.7/32"}}),
                     row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "0.0.0.0/0"}})}));
    EXPECT_EQ(linesOf(design),
              (Lines{"internet > web tcp 443 undrawn", "internet > web tcp 22 undrawn from 203.0.113.7/32",
                     "web > db tcp 3306 undrawn"}));
}

TEST(ReachMatrix, PortsAreCutWhereRulesOverlap)
{
    DesignBuilder design = webAndDatabase();
    design.set("sg-db", "inbound", rows({row({{"protocol", "tcp"}, {"ports", "3000-4000"}, {"source", "sg-web"}})}));
    design.connect("web", "db", "3306");
    EXPECT_EQ(linesOf(design), (Lines{"internet > web tcp 443 undrawn", "web > db tcp 3306 works",
                                      "web > db tcp 3000-3305,3307-4000 undrawn"}));
}

TEST(ReachMatrix, ARuleForEveryProtocolOpensBoth)
{
    DesignBuilder design = webAndDatabase();
    design.set("sg-db", "inbound", rows({row({{"protocol", "all"}, {"source", "sg-web"}})}));
    const Lines lines = linesOf(design);
    EXPECT_EQ(
        std::count_if(lines.begin(), lines.end(), [](const std::string& line) { return line.starts_with("web > db"); }),
        2);
}

TEST(ReachMatrix, DatabasesAndLoadBalancersStartNothingOfTheirOwn)
{
    DesignBuilder design = webAndDatabase();
    const Value open = rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "10.0.0.0/16"}})});
    design.block("sg-app", "security-group", "vpc", {{"inbound", open}});
    design.block("app", "ec2-instance", "net", {{"security-groups", ids({"sg-app"})}});
    design.block("other", "ec2-instance", "net", {{"security-groups", ids({"sg-app"})}});
    design.block(
        "alb", "alb", "vpc",
        {{"scheme", "internal"},
         {"subnets", ids({"net", "data"})},
         {"security-groups", ids({"sg-web"})},
         {"listeners", rows({row({{"protocol", "HTTP"}, {"port", 80}, {"action", "forward"}, {"target", "tg"}})})}});
    design.block("tg", "target-group", "vpc", {{"port", 8080}, {"targets", ids({"app"})}});
    const Lines lines = linesOf(design);
    const std::set<std::string> all(lines.begin(), lines.end());
    EXPECT_FALSE(all.contains("db > app tcp 8080 undrawn"));
    EXPECT_TRUE(all.contains("alb > app tcp 8080 undrawn"));
    EXPECT_FALSE(all.contains("alb > other tcp 8080 undrawn"));
    EXPECT_TRUE(all.contains("web > other tcp 8080 undrawn"));
    EXPECT_TRUE(all.contains("app > other tcp 8080 undrawn")) << "of one kind, but two";
}

/// Every cell against one question at a time.
void expectSameAsAskedOneByOne(const Analyses& analyses, const std::string& name)
{
    for (const MatrixCell& cell : analyses.matrix().cells())
        for (const PortSet::Interval& interval : cell.ports.intervals())
            for (const int port : {interval.first, interval.last}) {
                if (cell.talk == Talk::Undrawn) {
                    EXPECT_TRUE(analyses.reachability().reach(cell.from, cell.to, {cell.protocol, port}).reachable)
                        << name << " " << lineOf(cell);
                    continue;
                }
                const Connection& drawn = *analyses.graph().connection(cell.connections.front());
                if (cell.connections.size() > 1) continue;
                const Reach reach = analyses.reachability().reach(drawn.from, drawn.to, {cell.protocol, port});
                EXPECT_EQ(reach.reachable, cell.talk == Talk::Works) << name << " " << lineOf(cell);
            }
}

TEST(ReachMatrix, AgreesWithReachabilityOnEveryTemplateAndOnRandomNetworks)
{
    for (const embedded::Template& design : embedded::templates()) {
        const Analyses analyses(io::read(design.text, design.name, embedded::catalogue())->document,
                                embedded::catalogue());
        EXPECT_FALSE(analyses.matrix().cells().empty()) << design.name;
        expectSameAsAskedOneByOne(analyses, design.name);
    }
    for (std::uint32_t seed = 1; seed <= 25; ++seed)
        expectSameAsAskedOneByOne(Analyses(test::randomNetwork(seed), embedded::catalogue()),
                                  "seed " + std::to_string(seed));
}

/// How often Reachability finds a way between two blocks that the matrix must have as well.
std::size_t expectNothingMissed(const Analyses& analyses, const std::string& name)
{
    std::map<std::pair<BlockId, BlockId>, PortSet> open;
    for (const MatrixCell& cell : analyses.matrix().cells())
        if (cell.talk != Talk::Blocked && cell.onlyFrom.empty() && cell.protocol == "tcp")
            open[std::pair(cell.from, cell.to)] = open[std::pair(cell.from, cell.to)].with(cell.ports);
    std::size_t found = 0;
    const graph::ArchitectureGraph& graph = analyses.graph();
    for (const BlockId& from : graph.blocksOfKind("ec2-instance"))
        for (const Block& to : graph.document().blocks) {
            if (to.id == from || graph.hostOf(to.id) != to.id || graph.fact(to.id, "role") == "nat" ||
                !graph.membersOf(to.id).empty())
                continue;
            if (!endpointOf(graph, to.id).isInside() || graph.securityGroupsOf(from).empty()) continue;
            for (const int port : {22, 80, 443, 3306, 6379, 8080, 27017}) {
                // Through a load balancer is another way, which the matrix shows as its two halves.
                const auto legs = legsBetween(graph, analyses.routes(), endpointOf(graph, from),
                                              endpointOf(graph, to.id), {"tcp", port});
                const bool isListened =
                    graph.fact(to.id, "role") != "load-balancer" || servicePorts(graph, to.id).contains(port);
                if (!isListened || std::none_of(legs.begin(), legs.end(), [](const Leg& leg) { return leg.passes(); }))
                    continue;
                ++found;
                const bool isSaid =
                    open[std::pair(from, to.id)].contains(port) || open[std::pair(BlockId(), to.id)].contains(port);
                EXPECT_TRUE(isSaid) << name << " " << from.text() << " > " << to.id.text() << ":" << port;
            }
        }
    return found;
}

TEST(ReachMatrix, MissesNothingThatReachabilityFinds)
{
    std::size_t found = 0;
    for (const embedded::Template& design : embedded::templates())
        found += expectNothingMissed(
            Analyses(io::read(design.text, design.name, embedded::catalogue())->document, embedded::catalogue()),
            design.name);
    EXPECT_GT(found, 50u) << "nothing found proves nothing";
}

TEST(AnalysisCache, KeepsTheSnapshotUntilItsMeaningChanges)
{
    AnalysisCache cache(embedded::catalogue());
    DesignBuilder design = webAndDatabase();
    const Document before = design.build();
    const auto first = cache.of(before);
    EXPECT_EQ(cache.of(before), first);
    EXPECT_EQ(&first->addresses(), &first->addresses());
    Document moved = before;
    moved.placements = edit::Transaction(before).document().placements;
    EXPECT_EQ(cache.of(moved), first);
    EXPECT_EQ(cache.exactlyOf(before), first);
    const auto second = cache.of(design.set("web", "public-ip", false).build());
    EXPECT_NE(second, first);
    EXPECT_EQ(first->matrix().cells().size(), 2u) << "whoever holds an answer keeps it";
}

TEST(AnalysisCache, TellsApartWhatOnlyMovedForThoseWhoWriteChanges)
{
    AnalysisCache cache(embedded::catalogue());
    const Document before = webAndDatabase().build();
    edit::Transaction move(before);
    Placement placed;
    placed.id = placementId(BlockId("web"));
    placed.rect = {8, 8, 100, 80};
    move.put(placed);
    const Document moved = move.document();
    const auto first = cache.exactlyOf(before);
    const auto second = cache.exactlyOf(moved);
    EXPECT_NE(second, first);
    EXPECT_EQ(second->document(), moved);
    EXPECT_EQ(cache.of(before), second) << "it means the same";
}

}  // namespace
}  // namespace lintel::model::analysis
