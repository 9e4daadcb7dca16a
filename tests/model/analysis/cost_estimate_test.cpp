#include "model/analysis/cost_estimate.h"

#include "model/analysis/analyses.h"
#include "model/analysis/published_data.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

// Round prices, so that the arithmetic can be followed.
constexpr const char* kPrices =
    "# date: 2026-01-01\n"
    "nat-gateway somewhere 0.10 hour 2026-01-01 test\n"
    "public-ipv4 somewhere 0.01 hour 2026-01-01 test\n"
    "alb somewhere 0.02 hour 2026-01-03 test\n"
    "ec2/t3.micro somewhere 0.01 hour 2026-01-02 test\n"
    "rds/mysql/db.t3.micro somewhere 0.03 hour 2026-01-02 test\n"
    "rds-storage somewhere 0.2 gb-month 2026-01-02 test\n"
    "elasticache/redis/cache.t3.micro somewhere 0.02 hour 2026-01-02 test\n"
    "fargate-vcpu somewhere 0.04 hour 2026-01-02 test\n"
    "fargate-gb somewhere 0.004 hour 2026-01-02 test\n"
    "kms-key * 1.00 month 2025-12-01 test\n";

/// Keeps what the estimate was made from.
struct Estimated {
    explicit Estimated(Document document, const std::string& region = "somewhere")
        : graph(std::move(document), embedded::catalogue()),
          routes(graph),
          estimate(graph, routes, PriceTable(kPrices), region)
    {
    }
    explicit Estimated(const DesignBuilder& design) : Estimated(design.build()) {}

    std::string monthly(const char* block) const { return estimate.line(BlockId(block))->monthly.text(); }

    graph::ArchitectureGraph graph;
    Routes routes;
    CostEstimate estimate;
};

TEST(Money, RoundsToCents)
{
    EXPECT_EQ(Money{0}.text(), "0.00");
    EXPECT_EQ(Money{43'070'000}.text(), "43.07");
    EXPECT_EQ(Money{16'425'000}.text(), "16.43");
    EXPECT_EQ(Money{5'000}.text(), "0.01");
    EXPECT_EQ(Money{4'999}.text(), "0.00");
    EXPECT_EQ(Money{-3'650'000}.text(), "-3.65");
    EXPECT_EQ(Money{-1}.text(), "0.00");
    EXPECT_EQ(Money{1'234'567'890'000}.text(), "1234567.89");
}

TEST(PriceTable, ReadsLinesAndLeavesOutWhatItDoesNotUnderstand)
{
    const PriceTable table(
        "a here 0.0052 hour 2026-01-01 s\nb here x hour 2026-01-01 s\nc here 1 year 2026-01-01 s\nd here 1 hour\n"
        "e * 12.5 month 2026-02-01 s\n# f here 1 hour 2026-01-01 s\n");
    EXPECT_EQ(table.size(), 2u);
    EXPECT_EQ(table.find("a", "here")->each.microDollars, 5200);
    EXPECT_EQ(table.find("a", "here")->perMonth().text(), "3.80");
    EXPECT_EQ(table.find("a", "there"), nullptr) << "nothing is guessed from another region";
    EXPECT_EQ(table.find("e", "there")->perMonth().text(), "12.50");
    EXPECT_EQ(table.regions(), (std::vector<std::string>{"here"}));
    EXPECT_EQ(table.date(), "2026-02-01");
}

TEST(PriceTable, EveryPublishedLineHasADateAndASourceThatTheFileExplains)
{
    const auto lines = dataLines(pricesFile());
    ASSERT_GT(lines.size(), 100u);
    for (const auto& line : lines) {
        ASSERT_EQ(line.size(), 6u) << line[0];
        EXPECT_EQ(line[4].size(), 10u) << line[0];
        EXPECT_NE(pricesFile().find("#   " + std::string(line[5]) + " "), std::string_view::npos) << line[5];
        ASSERT_TRUE(PriceTable::published().find(line[0], line[1])) << line[0];
        EXPECT_GT(PriceTable::published().find(line[0], line[1])->each.microDollars, 0) << line[0];
    }
    EXPECT_EQ(PriceTable::published().size(), lines.size()) << "no line twice";
    EXPECT_EQ(PriceTable::published().regions(), (std::vector<std::string>{"ap-northeast-2", "us-east-1"}));
}

TEST(PriceTable, WhatAwsSaysOfPublicAddresses)
{
    for (const char* region : {"ap-northeast-2", "us-east-1"})
        EXPECT_EQ(PriceTable::published().find("public-ipv4", region)->each.microDollars, 5000);
    EXPECT_EQ(PriceTable::published().find("nat-gateway", "ap-northeast-2")->perMonth().text(), "43.07");
}

DesignBuilder network()
{
    DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).block("igw", "internet-gateway", "vpc");
    for (const char* zone : {"a", "c"}) {
        const std::string z = zone;
        design.block("az-" + z, "availability-zone", "vpc", {{"zone", z}});
        design.block("public-" + z, "subnet", "az-" + z)
            .block("private-" + z, "subnet", "az-" + z, {{"route-table", "rt"}});
    }
    design.block("nat", "nat-gateway", "public-a");
    return design.block("rt", "route-table", "vpc",
                        {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})})}});
}

TEST(CostEstimate, CountsWhatRuns)
{
    DesignBuilder design = network();
    design.block("web", "ec2-instance", "public-a", {{"type", "t3.micro"}, {"public-ip", true}});
    design.block("app", "ec2-instance", "private-a", {{"type", "t3.micro"}});
    design.block("alb", "alb", "vpc", {{"subnets", ids({"public-a", "public-c"})}});
    design.block("key", "kms-key");
    const Estimated estimated(design);
    EXPECT_EQ(estimated.monthly("web"), "14.60");
    EXPECT_EQ(estimated.monthly("app"), "7.30");
    EXPECT_EQ(estimated.monthly("nat"), "80.30") << "with the address it answers to";
    EXPECT_EQ(estimated.monthly("alb"), "29.20") << "an address in each zone";
    EXPECT_TRUE(estimated.estimate.line(BlockId("alb"))->hasUsage);
    EXPECT_EQ(estimated.monthly("key"), "1.00");
    EXPECT_EQ(estimated.estimate.line(BlockId("vpc"))->basis, CostBasis::Free);
    EXPECT_EQ(estimated.estimate.total().text(), "132.40");
    EXPECT_TRUE(estimated.estimate.isComplete());
    EXPECT_EQ(estimated.estimate.oldestPrice(), "2025-12-01");
    EXPECT_EQ(estimated.estimate.newestPrice(), "2026-01-03");
}

TEST(CostEstimate, AnElasticAddressCostsOnce)
{
    DesignBuilder design = network();
    design.block("eip", "elastic-ip", "public-a").set("nat", "elastic-ip", "eip");
    EXPECT_EQ(Estimated(design).monthly("nat"), "73.00");
    EXPECT_EQ(Estimated(design).monthly("eip"), "7.30");
}

TEST(CostEstimate, StandbysReplicasGroupsAndTasks)
{
    DesignBuilder design = network();
    design.block("db", "rds-instance", "private-a",
                 {{"engine", "mysql"}, {"type", "db.t3.micro"}, {"storage-gb", 100}});
    EXPECT_EQ(Estimated(design).monthly("db"), "41.90");
    design.set("db", "multi-az", true);
    EXPECT_EQ(Estimated(design).monthly("db"), "83.80");
    design.block("cache", "elasticache", "private-a",
                 {{"engine", "redis"}, {"type", "cache.t3.micro"}, {"replicas", 1}});
    EXPECT_EQ(Estimated(design).monthly("cache"), "29.20");
    design.block("lt", "launch-template", "vpc", {{"type", "t3.micro"}});
    design.block("asg", "auto-scaling-group", "vpc", {{"desired", 3}, {"max", 6}, {"launch-template", "lt"}});
    design.block("one", "ec2-instance", "private-a", {{"type", "t3.micro"}, {"auto-scaling-group", "asg"}});
    EXPECT_EQ(Estimated(design).monthly("asg"), "14.60") << "one of the three is drawn";
    design.block("tasks", "ecs-service", "private-a",
                 {{"launch-type", "fargate"}, {"cpu", 256}, {"memory-mb", 512}, {"replicas", 2}});
    EXPECT_EQ(Estimated(design).monthly("tasks"), "17.52");
}

TEST(CostEstimate, UnknownStaysUnknownAndIsSaid)
{
    DesignBuilder design = network();
    design.block("big", "ec2-instance", "private-a", {{"type", "z9.huge"}})
        .block("mine", "generic-aws")
        .block("users", "users");
    design.block("files", "s3-bucket");
    const Estimated estimated(design);
    EXPECT_EQ(estimated.estimate.missing(), (std::vector<std::string>{"ec2/z9.huge"}));
    EXPECT_EQ(estimated.monthly("big"), "0.00");
    EXPECT_FALSE(estimated.estimate.isComplete());
    EXPECT_EQ(estimated.estimate.line(BlockId("mine"))->basis, CostBasis::Unknown);
    EXPECT_EQ(estimated.estimate.line(BlockId("files"))->basis, CostBasis::ByUsage);
    EXPECT_EQ(estimated.estimate.line(BlockId("users")), nullptr);
}

TEST(CostEstimate, EveryBlockInItsOwnRegion)
{
    DesignBuilder design;
    design.block("here", "region", "", {{"region", "somewhere"}})
        .block("there", "region", "", {{"region", "elsewhere"}});
    for (const char* region : {"here", "there"})
        design.block(std::string("vpc-") + region, "vpc", region)
            .block(std::string("nat-") + region, "nat-gateway", std::string("vpc-") + region);
    const Estimated own(design.build(), "");
    EXPECT_EQ(own.monthly("nat-here"), "80.30");
    EXPECT_EQ(own.monthly("nat-there"), "0.00");
    EXPECT_EQ(Estimated(design).monthly("nat-there"), "80.30") << "as if it were drawn there";
}

std::vector<std::string> pricesOf(const Estimated& estimated)
{
    std::vector<std::string> lines;
    for (const TradeOff& other : estimated.estimate.tradeOffs())
        lines.push_back(other.subject.text() + " " + other.message.id + " " + other.monthly.text());
    return lines;
}

TEST(TradeOffs, NatGateways)
{
    DesignBuilder design = network();
    EXPECT_EQ(pricesOf(Estimated(design)), (std::vector<std::string>{"vpc cost.trade-off.nat-per-zone 80.30"}));
    design.block("nat-c", "nat-gateway", "public-c");
    EXPECT_EQ(pricesOf(Estimated(design)), (std::vector<std::string>{"vpc cost.trade-off.one-nat -80.30"}));
}

TEST(TradeOffs, ThePriceIsTheDifferenceOfTheTwoDesigns)
{
    DesignBuilder one = network();
    const Estimated before(one);
    const Estimated after(one.block("nat-c", "nat-gateway", "public-c"));
    EXPECT_EQ(difference(before.estimate, after.estimate), before.estimate.tradeOffs().front().monthly);

    DesignBuilder single = network();
    single.block("db", "rds-instance", "private-a",
                 {{"engine", "mysql"}, {"type", "db.t3.micro"}, {"storage-gb", 100}});
    const Estimated alone(single);
    const Estimated standby(single.set("db", "multi-az", true));
    EXPECT_EQ(alone.estimate.tradeOffs().front().message.id, "cost.trade-off.multi-az");
    EXPECT_EQ(difference(alone.estimate, standby.estimate), alone.estimate.tradeOffs().front().monthly);
    EXPECT_EQ(-standby.estimate.tradeOffs().front().monthly, alone.estimate.tradeOffs().front().monthly);
}

TEST(CostEstimate, EveryTemplateHasALineForEachBlockOfAws)
{
    for (const embedded::Template& design : embedded::templates()) {
        const Analyses analyses(io::read(design.text, design.name, embedded::catalogue())->document,
                                embedded::catalogue());
        EXPECT_GT(analyses.cost().total().microDollars, 0) << design.name;
        for (const CostLine& line : analyses.cost().lines())
            EXPECT_NE(line.basis, CostBasis::Unknown) << design.name << " " << line.block.text();
    }
}

}  // namespace
}  // namespace lintel::model::analysis
