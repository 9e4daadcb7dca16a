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

namespace lintel::simulation {
namespace {

using model::BlockId;
using model::analysis::Query;
using model::analysis::Reach;

std::uint32_t networks(std::uint32_t usual)
{
    const char* asked = std::getenv("LINTEL_SIMULATED_NETWORKS");
    return asked ? static_cast<std::uint32_t>(std::strtoul(asked, nullptr, 10)) : usual;
}

/// A world with what the analysis says about it.
struct Examined {
    explicit Examined(std::uint32_t number) : Examined(number, randomWorld(number)) {}
    Examined(std::uint32_t number, World one)
        : seed(number),
          world(std::move(one)),
          graph(drawn(world), model::embedded::catalogue()),
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

    Reach reach(const Party& from, const Party& to, Protocol protocol, int port) const
    {
        return reachability.reach(BlockId(from.name()), BlockId(to.name()),
                                  Query{protocol == Protocol::Tcp ? "tcp" : "udp", port});
    }

    std::uint32_t seed;
    World world;
    model::graph::ArchitectureGraph graph;
    model::analysis::Routes routes;
    model::analysis::Reachability reachability;
};

std::string question(const Examined& examined, const Party& from, const Party& to, Protocol protocol, int port)
{
    return "seed " + std::to_string(examined.seed) + ": " + (from.name().empty() ? "internet" : from.name()) + " to " +
           to.name() + (protocol == Protocol::Tcp ? " tcp " : " udp ") + std::to_string(port);
}

/// One port of each class that the rules of a world tell apart.
constexpr int kPorts[] = {22, 80, 443, 1024, 5000};

template <class Ask>
void everyQuestion(const Examined& examined, Ask ask)
{
    for (const Party& from : examined.senders())
        for (const Party& to : examined.receivers(from))
            for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp})
                for (const int port : kPorts)
                    if (!testing::Test::HasFailure()) ask(from, to, protocol, port);
}

TEST(PacketSimulator, AgreesOnEverySourceDestinationAndPort)
{
    std::size_t reachable = 0;
    std::size_t blocked = 0;
    for (std::uint32_t seed = 1, last = networks(400); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Examined examined(seed);
        const Packets packets(examined.world);
        everyQuestion(examined, [&](const Party& from, const Party& to, Protocol protocol, int port) {
            const bool expected = packets.arrive(from, to, protocol, port);
            const Reach found = examined.reach(from, to, protocol, port);
            EXPECT_EQ(found.reachable, expected) << question(examined, from, to, protocol, port);
            EXPECT_EQ(found.blockers.empty(), found.reachable) << "there is a path or there are blockers";
            ++(expected ? reachable : blocked);
        });
    }
    EXPECT_GT(reachable, 1000u) << "a world in which nothing arrives proves nothing";
    EXPECT_GT(blocked, 1000u);
}

TEST(PacketSimulator, WalksEveryWitness)
{
    std::size_t walked = 0;
    for (std::uint32_t seed = 1, last = networks(200); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Examined examined(seed);
        everyQuestion(examined, [&](const Party& from, const Party& to, Protocol protocol, int port) {
            const Reach found = examined.reach(from, to, protocol, port);
            if (!found.reachable) return;
            ++walked;
            const Packets along(examined.world, {found.path.begin(), found.path.end()});
            EXPECT_TRUE(along.arrive(from, to, protocol, port))
                << question(examined, from, to, protocol, port) << " over " << testing::PrintToString(found.path);
            EXPECT_EQ(found.path.back(), to.name());
        });
    }
    EXPECT_GT(walked, 1000u);
}

/// Rules about a part of the internet become rules about all of it.
template <class Rules>
void widen(Rules& rules)
{
    for (auto& rule : rules)
        if (rule.range.holds(kPublic[0])) rule.range = {};
}

/// Worlds in which one change is one change. What several groups keep out can be let in by any of them, and the
/// analysis names the first: one group each here. No listener is on a port that clients use for their own side, which a
/// rule for answers would open. And the internet is one: where two rules each let in another part of it, either could
/// be widened, and the analysis names the later one.
World withClearAnswers(World world)
{
    for (Group& group : world.groups) {
        widen(group.in);
        widen(group.out);
    }
    for (Acl& acl : world.acls) {
        widen(acl.in);
        widen(acl.out);
    }
    for (Table& table : world.tables)
        std::erase_if(table.rows, [](const RouteRow& row) { return row.to.bits > 0 && row.to.holds(kPublic[0]); });
    for (Host& host : world.hosts) host.groups.resize(1);
    for (Balancer& balancer : world.balancers) balancer.listeners.resize(1);
    return world;
}

TEST(PacketSimulator, RemovingABlockerSetOpensTheWayAndNoPartOfItDoes)
{
    std::size_t opened = 0;
    for (std::uint32_t seed = 1, last = networks(120); seed <= last && !testing::Test::HasFailure(); ++seed) {
        const Examined examined(seed, withClearAnswers(randomWorld(seed)));
        everyQuestion(examined, [&](const Party& from, const Party& to, Protocol protocol, int port) {
            // Opening a rule for one of these ports opens no answers to clients.
            if (port >= 1024) return;
            // No listener of these worlds takes UDP, and a load balancer cannot be made to.
            if (to.kind == Party::Kind::Balancer && protocol == Protocol::Udp) return;
            for (const auto& set : examined.reach(from, to, protocol, port).blockers) {
                const std::vector<Opening> parts = openingsOf(examined.world, set);
                if (parts.empty())
                    continue;  // nothing on the drawing could be changed: there is no way between the two
                ++opened;
                const auto arrives = [&](const std::vector<Opening>& some) {
                    const std::vector<World> worlds = opening(examined.world, some);
                    return std::any_of(worlds.begin(), worlds.end(), [&](const World& world) {
                        return Packets(world).arrive(from, to, protocol, port);
                    });
                };
                EXPECT_TRUE(arrives(parts))
                    << question(examined, from, to, protocol, port) << " without " << textOf(parts);
                for (std::size_t left = 0; left < parts.size(); ++left) {
                    std::vector<Opening> some = parts;
                    some.erase(some.begin() + static_cast<std::ptrdiff_t>(left));
                    EXPECT_FALSE(arrives(some)) << question(examined, from, to, protocol, port) << " needs only "
                                                << textOf(some) << " of " << textOf(parts);
                }
            }
        });
    }
    EXPECT_GT(opened, 1000u);
}

}  // namespace
}  // namespace lintel::simulation
