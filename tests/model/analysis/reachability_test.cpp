#include "model/analysis/reachability.h"

#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

using Path = std::vector<std::string>;

/// A server with a public address in a public subnet, and one in a private subnet behind a load balancer.
DesignBuilder network()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    design.block("rt", "route-table", "vpc", {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}});
    design.block("local", "route-table", "vpc");
    design.block("front", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}});
    design.block("back", "subnet", "vpc", {{"cidr", "10.0.1.0/24"}, {"route-table", "local"}});
    design.block("open", "security-group", "vpc", {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "80"}, {"source", "0.0.0.0/0"}})})}});
    design.block("inner", "security-group", "vpc", {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "open"}})})}});
    design.block("server", "ec2-instance", "front", {{"public-ip", true}, {"security-groups", ids({"open"})}});
    design.block("app", "ec2-instance", "back", {{"security-groups", ids({"inner"})}});
    design.block("alb", "alb", "vpc", {{"subnets", ids({"front"})}, {"security-groups", ids({"open"})}, {"listeners", rows({row({{"port", 80}})})}});
    return design.connect("alb", "app", "8080");
}

Reach reach(const DesignBuilder& design, const char* block, int port)
{
    const graph::ArchitectureGraph graph(design.build(), embedded::catalogue());
    const Routes routes(graph);
    return Reachability(graph, routes).fromInternet(BlockId(block), port);
}

TEST(Reachability, ProvesItsPath)
{
    const Reach found = reach(network(), "server", 80);
    ASSERT_TRUE(found.reachable);
    EXPECT_EQ(found.path, (Path{"igw", "rt", "front", "open", "server"}));
}

TEST(Reachability, EachStepIsNeeded)
{
    EXPECT_FALSE(reach(network(), "server", 22).reachable) << "security group";
    EXPECT_FALSE(reach(network().set("server", "public-ip", false), "server", 80).reachable) << "address";
    EXPECT_FALSE(reach(network().set("front", "route-table", "local"), "server", 80).reachable) << "route";
    EXPECT_FALSE(reach(network().remove("igw"), "server", 80).reachable) << "gateway";
    auto guarded = network();
    guarded.block("acl", "network-acl", "vpc", {{"inbound", rows({})}, {"outbound", rows({})}}).set("front", "network-acl", "acl");
    EXPECT_FALSE(reach(guarded, "server", 80).reachable) << "network ACL";
}

TEST(Reachability, GoesThroughALoadBalancer)
{
    const Reach found = reach(network(), "app", 8080);
    ASSERT_TRUE(found.reachable);
    EXPECT_EQ(found.path, (Path{"igw", "rt", "front", "open", "alb", "app"}));
    EXPECT_FALSE(reach(network(), "app", 22).reachable) << "not a port it hands on";
    EXPECT_FALSE(reach(network().set("alb", "scheme", "internal"), "app", 8080).reachable);
    EXPECT_FALSE(reach(network().set("inner", "inbound", rows({})), "app", 8080).reachable) << "the server must let it in";
}

TEST(Reachability, NamesWhatStopsIt)
{
    EXPECT_EQ(reach(network().set("server", "security-groups", ids({"inner"})), "server", 80).blockers, Path{"inner"});
    EXPECT_EQ(reach(network().set("server", "public-ip", false), "server", 80).blockers, Path{"server"});
}

TEST(Reachability, SoftwareIsReachedThroughItsHost)
{
    auto design = network();
    const Reach found = reach(design.block("nginx", "nginx", "server"), "nginx", 80);
    ASSERT_TRUE(found.reachable);
    EXPECT_EQ(found.path.back(), "nginx");
}

}  // namespace
}  // namespace lintel::model::analysis
