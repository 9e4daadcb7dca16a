// Reachability against a simulator that knows nothing of it: one packet, one address, one port at a time, forth and
// back, straight from the rules that AWS documents. LINTEL_SIMULATED_NETWORKS=10000 (and tests/campaign.sh) asks for
// more networks than the ordinary run.

#include "model/analysis/reachability.h"
#include "model/embedded/embedded.h"
#include "tests/model/analysis/simulation/openings.h"
#include "tests/model/analysis/simulation/packets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace lintel::simulation {
namespace {

using model::BlockId;
using model::analysis::Family;
using model::analysis::Query;
using model::analysis::Reach;

std::uint32_t networks(std::uint32_t usual)
{
    const char* asked = std::getenv("LINTEL_SIMULATED_NETWORKS");
    return asked ? static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10)) : usual;
}

struct Question {
    Party from;
    Party to;
    Protocol protocol = Protocol::Tcp;
    int port = 0;
    Family family = Family::Ipv4;
};

/// A world, in both families of addresses, with what the analysis says about it.
struct Examined {
    explicit Examined(std::uint32_t number) : Examined(number, randomWorld(number)) {}
    Examined(std::uint32_t number, const World& one) : Examined(number, one, simulation::sixthWorld(one, number)) {}
    Examined(std::uint32_t number, World one, World other)
        : seed(number),
          world(std::move(one)),
          sixth(std::move(other)),
          graph(drawn(world, sixth), model::embedded::catalogue()),
          routes(graph),
          reachability(graph, routes)
    {
    }

    std::vector<Party> senders() const
    {
        std::vector<Party> all{{Party::Kind::Internet, 0}};
        for (int i = 0; i < static_cast<int>(world.hosts.size()); ++i) all.push_back({Party::Kind::Host, i});
        return all;
    }

    std::vector<Party> receivers(const Party& from) const
    {
        std::vector<Party> all;
        for (int i = 0; i < static_cast<int>(world.hosts.size()); ++i)
            if (from.kind != Party::Kind::Host || from.index != i) all.push_back({Party::Kind::Host, i});
        for (int i = 0; i < static_cast<int>(world.balancers.size()); ++i) all.push_back({Party::Kind::Balancer, i});
        if (from.kind != Party::Kind::Host) return all;
        for (const Party::Kind kind : {Party::Kind::S3, Party::Kind::Sqs, Party::Kind::Company})
            all.push_back({kind, 0});
        return all;
    }

    Reach reach(const Question& asked) const
    {
        return reachability.reach(BlockId(asked.from.name()), BlockId(asked.to.name()),
                                  Query{asked.protocol == Protocol::Tcp ? "tcp" : "udp", asked.port, asked.family});
    }

    bool arrives(const Question& asked, const std::set<std::string>& only = {}) const
    {
        const Packets packets(asked.family == Family::Ipv4 ? world : sixth, world, only);
        return packets.arrive(asked.from, asked.to, asked.protocol, asked.port);
    }

    std::string textOf(const Question& asked) const
    {
        return "seed " + std::to_string(seed) + ": " + (asked.from.name().empty() ? "internet" : asked.from.name()) +
               " to " + asked.to.name() + (asked.protocol == Protocol::Tcp ? " tcp " : " udp ") +
               std::to_string(asked.port) + (asked.family == Family::Ipv4 ? "" : " over IPv6");
    }

    std::uint32_t seed;
    World world;
    World sixth;
    model::graph::ArchitectureGraph graph;
    model::analysis::Routes routes;
    model::analysis::Reachability reachability;
};

/// One port of each class that the rules of a world tell apart.
constexpr int kPorts[] = {22, 80, 443, 1024, 5000};

template <class Ask>
void everyQuestion(const Examined& examined, Ask ask)
{
    for (const Party& from : examined.senders())
        for (const Party& to : examined.receivers(from))
            for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp})
                for (const int port : kPorts)
                    for (const Family family : {Family::Ipv4, Family::Ipv6})
                        if (!testing::Test::HasFailure()) ask(Question{from, to, protocol, port, family});
}

TEST(PacketSimulator, AgreesOnEverySourceDestinationAndPort)
{
    std::map<Family, std::size_t> reachable;
    std::map<Family, std::size_t> blocked;
    for (std::uint32_t seed = 1, last = networks(240); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Examined examined(seed);
        everyQuestion(examined, [&](const Question& asked) {
            const bool expected = examined.arrives(asked);
            const Reach found = examined.reach(asked);
            EXPECT_EQ(found.reachable, expected) << examined.textOf(asked);
            EXPECT_EQ(found.blockers.empty(), found.reachable) << "there is a path or there are blockers";
            ++(expected ? reachable : blocked)[asked.family];
        });
    }
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        EXPECT_GT(reachable[family], 1000u) << "a world in which nothing arrives proves nothing";
        EXPECT_GT(blocked[family], 1000u);
    }
}

TEST(PacketSimulator, WalksEveryWitness)
{
    std::map<Family, std::size_t> walked;
    for (std::uint32_t seed = 1, last = networks(120); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Examined examined(seed);
        everyQuestion(examined, [&](const Question& asked) {
            const Reach found = examined.reach(asked);
            if (!found.reachable) return;
            ++walked[asked.family];
            EXPECT_TRUE(examined.arrives(asked, {found.path.begin(), found.path.end()}))
                << examined.textOf(asked) << " over " << testing::PrintToString(found.path);
            EXPECT_EQ(found.path.back(), asked.to.name());
        });
    }
    EXPECT_GT(walked[Family::Ipv4], 1000u);
    EXPECT_GT(walked[Family::Ipv6], 300u);
}

/// Rules about a part of the internet become rules about all of it.
bool holdsStranger(const World& world, const Range& range)
{
    const auto& strangers = strangersOf(world);
    return std::any_of(strangers.begin(), strangers.end(), [&](std::uint32_t one) { return range.holds(one); });
}

template <class Rules>
void widen(const World& world, Rules& rules)
{
    for (auto& rule : rules)
        if (holdsStranger(world, rule.range)) rule.range = {};
}

/// Worlds in which one change is one change. What several groups keep out can be let in by any of them, and the
/// analysis names the first: one group each here. No listener is on a port that clients use for their own side, which a
/// rule for answers would open. And the internet is one: where two rules each let in another part of it, either could
/// be widened, and the analysis names the later one.
World withClearAnswers(World world)
{
    for (Group& group : world.groups) {
        widen(world, group.in);
        widen(world, group.out);
    }
    for (Acl& acl : world.acls) {
        widen(world, acl.in);
        widen(world, acl.out);
    }
    for (Table& table : world.tables)
        std::erase_if(table.rows, [&](const RouteRow& row) { return row.to.bits > 0 && holdsStranger(world, row.to); });
    for (Host& host : world.hosts) host.groups.resize(1);
    for (Balancer& balancer : world.balancers) balancer.listeners.resize(1);
    return world;
}

/// With all of these changed, in whichever family it matters. Each opening may be one of several changes.
bool arrivesWith(const Examined& examined, const Question& asked, const std::vector<Opening>& openings)
{
    const std::vector<World> fourth = opening(examined.world, openings);
    const auto arrives = [&](const World& world, const World& other) {
        return Packets(world, other).arrive(asked.from, asked.to, asked.protocol, asked.port);
    };
    if (asked.family == Family::Ipv4)
        return std::any_of(fourth.begin(), fourth.end(), [&](const World& world) { return arrives(world, world); });
    const std::vector<World> sixth = opening(examined.sixth, openings);
    return std::any_of(sixth.begin(), sixth.end(), [&](const World& world) {
        if (fourth.empty()) return arrives(world, examined.world);
        return std::any_of(fourth.begin(), fourth.end(), [&](const World& other) { return arrives(world, other); });
    });
}

/// The ordinary run also takes the worlds that once named too much or too little.
std::vector<std::uint32_t> seedsOfBlockers()
{
    std::vector<std::uint32_t> seeds;
    for (std::uint32_t seed = 1, last = networks(80); seed <= last; ++seed) seeds.push_back(seed);
    for (const std::uint32_t seed : {176u, 5663u})
        if (std::find(seeds.begin(), seeds.end(), seed) == seeds.end()) seeds.push_back(seed);
    return seeds;
}

TEST(PacketSimulator, RemovingABlockerSetOpensTheWayAndNoPartOfItDoes)
{
    std::map<Family, std::size_t> opened;
    for (const std::uint32_t seed : seedsOfBlockers()) {
        if (testing::Test::HasFailure()) break;
        const World fourth = withClearAnswers(randomWorld(seed));
        const Examined examined(seed, fourth, withClearAnswers(sixthWorld(fourth, seed)));
        everyQuestion(examined, [&](const Question& asked) {
            // Opening a rule for one of these ports opens no answers to clients.
            if (asked.port >= 1024) return;
            // No listener of these worlds takes UDP, and a load balancer cannot be made to.
            if (asked.to.kind == Party::Kind::Balancer && asked.protocol == Protocol::Udp) return;
            for (const auto& set : examined.reach(asked).blockers) {
                const std::vector<Opening> parts = openingsOf(examined.world, set);
                if (parts.empty())
                    continue;  // nothing on the drawing could be changed: there is no way between the two
                ++opened[asked.family];
                EXPECT_TRUE(arrivesWith(examined, asked, parts))
                    << examined.textOf(asked) << " without " << textOf(parts);
                for (std::size_t left = 0; left < parts.size(); ++left) {
                    std::vector<Opening> some = parts;
                    some.erase(some.begin() + static_cast<std::ptrdiff_t>(left));
                    EXPECT_FALSE(arrivesWith(examined, asked, some))
                        << examined.textOf(asked) << " needs only " << textOf(some) << " of " << textOf(parts);
                }
            }
        });
    }
    EXPECT_GT(opened[Family::Ipv4], 1000u);
    EXPECT_GT(opened[Family::Ipv6], 300u);
}

}  // namespace
}  // namespace lintel::simulation
