#include "model/analysis/availability.h"
#include "model/analysis/aftermath.h"

#include "model/edit/operations/remove_elements.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <tuple>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;

Document templateNamed(const std::string& name)
{
    for (const embedded::Template& design : embedded::templates())
        if (design.name == name) return io::read(design.text, name, embedded::catalogue())->document;
    ADD_FAILURE() << name;
    return {};
}

/// Fate by the first member of each group.
std::map<std::string, Fate> fates(const Availability& availability, const std::set<BlockId>& lost)
{
    std::map<std::string, Fate> all;
    for (const FlowFate& flow : availability.without(lost)) all[flow.group.members.front().text()] = flow.fate;
    return all;
}

/// Users, a load balancer over two zones, a server in each, a database in zone a.
DesignBuilder twoZones()
{
    DesignBuilder design;
    design.block("users", "users").block("vpc", "vpc");
    for (const char* zone : {"a", "c"}) {
        const std::string z = zone;
        design.block("az-" + z, "availability-zone", "vpc", {{"zone", z}}).block("net-" + z, "subnet", "az-" + z);
        design.block("app-" + z, "ec2-instance", "net-" + z);
    }
    design.block("alb", "alb", "vpc", {{"subnets", ids({"net-a", "net-c"})}});
    design.block("tg", "target-group", "vpc", {{"targets", ids({"app-a", "app-c"})}})
        .connect("alb", "tg", "", "attach");
    design.block("db", "rds-instance", "net-a", {{"subnets", ids({"net-a", "net-c"})}});
    return design.connect("users", "alb", "443").connect("app-a", "db", "3306").connect("app-c", "db", "3306");
}

TEST(Availability, AZoneTakesWhatIsInItOnly)
{
    const Document document = twoZones().build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    const auto withoutA = fates(availability, availability.lostWithZone("a"));
    EXPECT_EQ(withoutA.at("alb"), Fate::Survives);
    EXPECT_EQ(withoutA.at("app-a"), Fate::Degrades);
    EXPECT_EQ(withoutA.at("db"), Fate::Dies);
    EXPECT_EQ(fates(availability, availability.lostWithZone("c")).at("db"), Fate::Survives);
}

TEST(Availability, MultiAzLivesOn)
{
    const Document document = twoZones().set("db", "multi-az", true).build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    EXPECT_EQ(fates(availability, availability.lostWithZone("a")).at("db"), Fate::Survives);
}

TEST(Availability, SaysWhatCutsAGroupOff)
{
    auto design = twoZones();
    design.block("inner", "ec2-instance", "net-c")
        .block("cache", "elasticache", "net-c")
        .connect("db", "inner")
        .connect("inner", "cache");
    const Document document = design.build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    for (const FlowFate& flow : Availability(graph).without({BlockId("db")}))
        if (flow.group.members.front() == BlockId("cache")) {
            EXPECT_EQ(flow.fate, Fate::Dies);
            EXPECT_EQ(flow.because, std::vector<BlockId>{BlockId("db")});
        }
    const auto points = Availability(graph).singlePoints();
    ASSERT_EQ(points.size(), 2u);
    EXPECT_EQ(points[0].block, BlockId("db"));
    EXPECT_EQ(points[0].cutsOff, (std::vector<BlockId>{BlockId("cache"), BlockId("inner")}));
    EXPECT_EQ(points[1].block, BlockId("inner"));
}

TEST(Availability, AQuorumNeedsMoreThanHalf)
{
    DesignBuilder design;
    design.block("users", "users").block("vpc", "vpc");
    for (const char* zone : {"a", "b", "c"}) {
        const std::string z = zone;
        design.block("az-" + z, "availability-zone", "vpc", {{"zone", z}}).block("net-" + z, "subnet", "az-" + z);
        design.block("host-" + z, "ec2-instance", "net-" + z).block("mongo-" + z, "mongodb", "host-" + z);
    }
    design.connect("users", "mongo-a", "27017")
        .connect("mongo-a", "mongo-b", "", "replication")
        .connect("mongo-a", "mongo-c", "", "replication");
    const Document document = design.build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    ASSERT_EQ(availability.groups().size(), 1u);
    EXPECT_EQ(availability.groups()[0].needed, 2);
    EXPECT_EQ(fates(availability, {BlockId("host-a")}).at("host-a"), Fate::Degrades);
    EXPECT_EQ(fates(availability, {BlockId("host-a"), BlockId("host-b")}).at("host-a"), Fate::Dies);
}

TEST(Availability, DangdangSalonSurvivesEitherZoneExceptChatAndMongo)
{
    const Document document = templateNamed("dangdang-salon");
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    for (const char* zone : {"a", "c"}) {
        auto after = fates(availability, availability.lostWithZone(zone));
        for (const char* lives : {"main-a", "rds", "redis", "alb", "alb-backend", "nginx-a", "static"}) {
            ASSERT_TRUE(after.contains(lives)) << lives;
            EXPECT_NE(after[lives], Fate::Dies) << lives << " without zone " << zone;
        }
        const bool isTheirZone = zone == std::string("a");
        EXPECT_EQ(after["mongodb-host"] == Fate::Dies, isTheirZone);
        EXPECT_EQ(after["kafka-host"] == Fate::Dies, isTheirZone);
        EXPECT_EQ(after["queue"] == Fate::Dies, !isTheirZone) << "the queue server stands in zone c alone";
    }
}

TEST(Availability, SmallServiceNamesWhatEachHostCutsOff)
{
    const Document document = templateNamed("small-service");
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    std::map<std::string, std::set<std::string>> cut;
    for (const SinglePoint& point : availability.singlePoints())
        for (const BlockId& other : point.cutsOff) cut[point.block.text()].insert(other.text());
    EXPECT_GT(cut["edge"].size(), 3u) << "everything is behind it";
    EXPECT_FALSE(cut.contains("spring-1")) << "there are two of them";
    // Whatever host is lost: what dies with it is the host's own, or named as cut off.
    std::size_t hosts = 0;
    for (const BlockId& host : graph.blocksOfKind("ec2-instance"))
        for (const FlowFate& flow : availability.without({host})) {
            if (flow.fate != Fate::Dies) continue;
            ++hosts;
            const std::string first = flow.group.members.front().text();
            EXPECT_TRUE(first == host.text() || cut[host.text()].contains(first))
                << host.text() << " kills " << first << " and nobody says so";
        }
    EXPECT_GT(hosts, 3u);
}

/// `what: who because of whom`, one a line.
std::string lacksOf(const graph::ArchitectureGraph& graph, const Loss& loss)
{
    const Availability availability(graph);
    const Routes routes(graph);
    std::string text;
    const auto listed = [](const std::vector<BlockId>& ids) {
        std::string names;
        for (const BlockId& id : ids) names += (names.empty() ? "" : ",") + id.text();
        return names;
    };
    for (const Lack& lack : lacksAfter(graph, routes, loss, availability.without(loss)))
        text +=
            std::string(wordOf(lack.what)) + ": " + listed(lack.blocks) + " because of " + listed(lack.because) + "\n";
    return text;
}

TEST(Aftermath, SmallServiceSaysWhatEachSingleHostTakesAway)
{
    const graph::ArchitectureGraph graph(templateNamed("small-service"), embedded::catalogue());
    const Availability availability(graph);
    const auto without = [&](const char* host) { return lacksOf(graph, availability.lossOfBlock(BlockId(host))); };
    EXPECT_EQ(without("nat"), "way-out: db,proxy,react,spring-1,spring-2 because of nat\n");
    EXPECT_EQ(without("bastion"), "management: db,proxy,react,spring-1,spring-2 because of bastion\n");
    EXPECT_EQ(without("db"), "callee: spring-1,spring-2 because of db\n");
    EXPECT_EQ(without("spring-1"), "callee: proxy because of spring-1\n");
}

TEST(Aftermath, DangdangSalonMissesChatAndMongoOnly)
{
    const graph::ArchitectureGraph graph(templateNamed("dangdang-salon"), embedded::catalogue());
    const Availability availability(graph);
    const std::string a = lacksOf(graph, availability.lossOfZone("a"));
    EXPECT_NE(a.find("because of kafka-host"), std::string::npos) << a;
    EXPECT_NE(a.find("because of mongodb-host"), std::string::npos) << a;
    EXPECT_EQ(a.find("because of rds"), std::string::npos) << a;
    EXPECT_EQ(a.find("because of main-a"), std::string::npos) << a;
}

TEST(Aftermath, WhatIsGoneLacksNothingAndAStandInIsNotMissed)
{
    auto design = twoZones();
    design.block("cache", "elasticache", "net-c").connect("app-a", "cache", "6379");
    const graph::ArchitectureGraph graph(design.build(), embedded::catalogue());
    const Availability availability(graph);
    EXPECT_EQ(lacksOf(graph, availability.lossOfBlock(BlockId("cache"))), "callee: app-a because of cache\n");
    Loss both = availability.lossOfBlock(BlockId("cache"));
    both.blocks.insert(BlockId("app-a"));
    EXPECT_EQ(lacksOf(graph, both), "");
}

TEST(Availability, ABrokenConnectionCutsWhatIsBehindIt)
{
    auto design = twoZones();
    design.block("cache", "elasticache", "net-c").connect("app-a", "cache", "6379");
    const Document document = design.build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    const auto fateOf = [&](const char* connection, const char* block) {
        for (const FlowFate& flow : availability.without(availability.lossOfConnection(ConnectionId(connection))))
            if (flow.group.members.front() == BlockId(block)) return flow.fate;
        return Fate::Survives;
    };
    EXPECT_EQ(fateOf("app-a-cache", "cache"), Fate::Dies);
    EXPECT_EQ(fateOf("app-a-db", "db"), Fate::Survives) << "the other server still gets there";
    EXPECT_EQ(fateOf("alb-tg", "app-a"), Fate::Dies);
    EXPECT_EQ(fateOf("users-alb", "alb"), Fate::Dies);
    const auto flows = availability.without(availability.lossOfConnection(ConnectionId("app-a-cache")));
    EXPECT_EQ(flows.front().severed, (std::vector<ConnectionId>{ConnectionId("app-a-cache")}));
    EXPECT_TRUE(flows.front().because.empty());
}

TEST(Availability, CapacityThatIsLeft)
{
    DesignBuilder design = twoZones();
    design.block("tasks", "ecs-service", "vpc", {{"subnets", ids({"net-a", "net-c"})}, {"replicas", 5}})
        .connect("app-a", "tasks")
        .connect("app-c", "tasks");
    design.block("one", "ecs-service", "vpc", {{"subnets", ids({"net-a", "net-c"})}, {"replicas", 1}})
        .connect("app-c", "one");
    const Document document = design.build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    const auto capacity = [&](const Loss& loss, const char* block) {
        for (const FlowFate& flow : availability.without(loss))
            if (flow.group.members.front() == BlockId(block))
                return std::tuple(flow.capacityBefore, flow.capacityLeft, flow.fate);
        return std::tuple(0, 0, Fate::Dies);
    };
    EXPECT_EQ(capacity(availability.lossOfZone("a"), "tasks"), std::tuple(5, 2, Fate::Degrades))
        << "three of the five may stand in one zone";
    EXPECT_EQ(capacity(availability.lossOfZone("a"), "app-a"), std::tuple(2, 1, Fate::Degrades));
    EXPECT_EQ(capacity(availability.lossOfZone("a"), "one"), std::tuple(1, 1, Fate::Survives))
        << "it is started in the other zone";
    EXPECT_EQ(capacity(availability.lossOfBlock(BlockId("net-c")), "tasks"), std::tuple(5, 2, Fate::Degrades));
    EXPECT_EQ(capacity(availability.lossOfZone("z"), "tasks"), std::tuple(5, 5, Fate::Survives));
}

TEST(Availability, WhatHasNoOtherSubnetDiesWithItsOwn)
{
    DesignBuilder design = twoZones();
    design.block("tasks", "ecs-service", "vpc", {{"subnets", ids({"net-a"})}, {"replicas", 3}})
        .connect("app-c", "tasks");
    const Document document = design.build();
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const Availability availability(graph);
    EXPECT_TRUE(availability.lossOfBlock(BlockId("az-a")).blocks.contains(BlockId("tasks")));
    EXPECT_FALSE(availability.lossOfBlock(BlockId("az-a")).blocks.contains(BlockId("alb")));
}

/// How many random designs: more are asked for by tests/campaign.sh.
std::uint32_t designs(std::uint32_t usual)
{
    const char* asked = std::getenv("LINTEL_RANDOM_DESIGNS");
    return asked ? static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10)) : usual;
}

/// Traffic at random between servers, some of them targets of one group.
Document randomTraffic(std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    DesignBuilder design;
    design.block("users", "users")
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("tg", "target-group", "vpc")
        .block("alb", "alb", "vpc");
    design.connect("alb", "tg", "", "attach");
    const std::size_t servers = 4 + below(9);
    const auto name = [](std::size_t number) { return "s" + std::to_string(number); };
    Value::List targets;
    for (std::size_t i = 0; i < servers; ++i) {
        design.block(name(i), "ec2-instance", "subnet");
        if (below(4) == 0) targets.emplace_back(name(i));
    }
    design.set("tg", "targets", Value(std::move(targets)));
    if (below(2) == 0) design.connect("users", "alb", "443");
    for (std::size_t count = servers + below(servers); count > 0; --count) {
        const std::string from = below(6) == 0 ? "users" : name(below(servers));
        const std::string to = below(8) == 0 ? "alb" : name(below(servers));
        if (from != to) design.connect(from, to, "80");
    }
    return design.build();
}

/// The same question answered from the drawing alone: follow connections and targets from the users.
std::set<std::string> followed(const Document& document)
{
    std::set<std::string> seen{"users"};
    for (bool isNew = true; isNew;) {
        isNew = false;
        for (const Connection& connection : document.connections)
            if (connection.relation.empty() && seen.contains(connection.from.text()))
                isNew = seen.insert(connection.to.text()).second || isNew;
        const Block* group = document.blocks.find(BlockId("tg"));
        if (!seen.contains("alb") || !group || !document.blocks.contains(BlockId("alb")) ||
            !document.connections.contains(ConnectionId("alb-tg")))
            continue;
        for (const Value& target : group->property("targets").toList())
            if (document.blocks.contains(BlockId(target.toString())))
                isNew = seen.insert(target.toString()).second || isNew;
    }
    seen.erase("users");
    return seen;
}

TEST(AvailabilityProperties, AgreesWithRemovingAndLookingAgain)
{
    for (std::uint32_t seed = 1, last = designs(1000); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Document document = randomTraffic(seed);
        const graph::ArchitectureGraph graph(document, embedded::catalogue());
        const Availability availability(graph);
        const std::set<std::string> before = followed(document);
        std::map<BlockId, std::vector<BlockId>> points;
        for (const SinglePoint& point : availability.singlePoints()) points[point.block] = point.cutsOff;
        for (const Block& block : document.blocks) {
            if (block.kind.text() != "ec2-instance") continue;
            const Document without = *edit::apply(document, edit::removeElements(document, {block.id.text()}));
            const std::set<std::string> after = followed(without);
            std::set<BlockId> cut;
            for (const FlowFate& flow : availability.without({block.id})) {
                const auto count = [&](const std::set<std::string>& seen) {
                    return std::count_if(flow.group.members.begin(), flow.group.members.end(),
                                         [&](const BlockId& one) { return seen.contains(one.text()); });
                };
                EXPECT_EQ(flow.before, count(before)) << seed << " " << block.id.text();
                EXPECT_EQ(flow.left, count(after)) << seed << " " << block.id.text();
                const bool isOwn = std::find(flow.group.members.begin(), flow.group.members.end(), block.id) !=
                                   flow.group.members.end();
                if (flow.fate == Fate::Dies && !isOwn) cut.insert(flow.group.members.begin(), flow.group.members.end());
            }
            EXPECT_EQ(points[block.id], std::vector<BlockId>(cut.begin(), cut.end()))
                << seed << ": dominators disagree about " << block.id.text();
        }
    }
}

/// Every group's members that are reached, as the drawing without the lost part says.
void expectSameAsDrawnWithout(const Availability& availability, const Loss& loss, const Document& without,
                              const std::string& what)
{
    const std::set<std::string> after = followed(without);
    for (const FlowFate& flow : availability.without(loss)) {
        const auto left = std::count_if(flow.group.members.begin(), flow.group.members.end(),
                                        [&](const BlockId& one) { return after.contains(one.text()); });
        EXPECT_EQ(flow.left, left) << what << " " << flow.group.members.front().text();
        EXPECT_EQ(flow.fate == Fate::Dies, left < std::min(flow.group.needed, flow.before)) << what;
        EXPECT_EQ(flow.fate == Fate::Survives, left == flow.before) << what;
    }
}

TEST(AvailabilityProperties, AgreesWithRemovingEachConnection)
{
    for (std::uint32_t seed = 1, last = designs(1000); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Document document = randomTraffic(seed);
        const graph::ArchitectureGraph graph(document, embedded::catalogue());
        const Availability availability(graph);
        for (const Connection& connection : document.connections) {
            const Document without = *edit::apply(document, edit::removeElements(document, {connection.id.text()}));
            expectSameAsDrawnWithout(availability, availability.lossOfConnection(connection.id), without,
                                     std::to_string(seed) + " " + connection.id.text());
        }
    }
}

/// The servers of randomTraffic at random in two zones.
Document overTwoZones(std::uint32_t seed)
{
    const Document document = randomTraffic(seed);
    std::mt19937 random(seed);
    DesignBuilder design(document);
    for (const char* zone : {"a", "c"}) design.block(std::string("net-") + zone, "subnet", "vpc", {{"zone", zone}});
    for (const Block& block : document.blocks)
        if (block.kind.text() == "ec2-instance")
            design.block(block.id.text(), "ec2-instance", random() % 2 == 0 ? "net-a" : "net-c");
    return design.set("alb", "subnets", ids({"net-a", "net-c"})).build();
}

TEST(AvailabilityProperties, AgreesWithRemovingAZone)
{
    for (std::uint32_t seed = 1, last = designs(1000); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Document document = overTwoZones(seed);
        const graph::ArchitectureGraph graph(document, embedded::catalogue());
        const Availability availability(graph);
        for (const char* zone : {"a", "c"}) {
            std::set<std::string> gone;
            for (const Block& block : document.blocks)
                if (block.parent.text() == std::string("net-") + zone) gone.insert(block.id.text());
            const Document without = *edit::apply(document, edit::removeElements(document, gone));
            expectSameAsDrawnWithout(availability, availability.lossOfZone(zone), without,
                                     std::to_string(seed) + " zone " + zone);
        }
    }
}

}  // namespace
}  // namespace lintel::model::analysis
