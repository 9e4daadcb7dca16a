#include "model/review/design_difference.h"

#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::review {

namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

// A database in a subnet with a way to the internet; its security group lets nobody in.
Document sample()
{
    return DesignBuilder()
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("igw", "internet-gateway", "vpc")
        .block("rt", "route-table", "vpc", {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}})})}})
        .block("az", "availability-zone", "vpc")
        .block("net", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}})
        .block("other", "subnet", "az", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}})
        .block("sg", "security-group", "vpc")
        .block("web", "ec2-instance", "net", {{"public-ip", true}, {"ports", "80"}, {"security-groups", ids({"sg"})}})
        .build();
}

DesignDifference to(const Document& after) { return differenceBetween(sample(), after, embedded::catalogue()); }

}  // namespace

TEST(DesignDifference, NothingIsNoDifference)
{
    EXPECT_TRUE(to(sample()).isEmpty());
    EXPECT_TRUE(to(sample()).newFindings.empty());
}

TEST(DesignDifference, LayoutIsCountedAndIsNoDifference)
{
    edit::Transaction draft(sample());
    draft.put(Placement{PlacementId("web"), {1, 2, 100, 80}, {}, false});
    const DesignDifference difference = to(draft.document());
    EXPECT_TRUE(difference.isEmpty());
    EXPECT_EQ(difference.layoutChanges, 1);
}

TEST(DesignDifference, NamesFieldsWithBothValues)
{
    const DesignDifference difference = to(DesignBuilder(sample()).set("web", "ports", "8080").build());
    ASSERT_EQ(difference.elements.size(), 1U);
    const ElementChange& change = difference.elements[0];
    EXPECT_EQ(change.id, "web");
    EXPECT_EQ(change.kind, KindId("ec2-instance"));
    EXPECT_EQ(change.change, ChangeType::Changed);
    EXPECT_EQ(change.fields, (std::vector<FieldChange>{{"ports", Value("80"), Value("8080")}}));
    EXPECT_FALSE(change.isMove());
}

TEST(DesignDifference, AddedRemovedAndMovedAreToldApart)
{
    edit::Transaction draft(sample());
    Block moved = *draft.block(BlockId("web"));
    moved.parent = BlockId("other");
    draft.put(moved);
    draft.put(Block{BlockId("db"), KindId("rds-instance"), "주문 DB", BlockId("vpc"), {}});
    draft.remove(BlockId("igw"));
    const DesignDifference difference = to(draft.document());
    ASSERT_EQ(difference.elements.size(), 3U);
    EXPECT_EQ(difference.elements[0].id, "db");
    EXPECT_EQ(difference.elements[0].change, ChangeType::Added);
    EXPECT_EQ(difference.elements[0].name, "주문 DB");
    EXPECT_EQ(difference.elements[1].id, "igw");
    EXPECT_EQ(difference.elements[1].change, ChangeType::Removed);
    EXPECT_EQ(difference.elements[2].id, "web");
    EXPECT_TRUE(difference.elements[2].isMove());
}

TEST(DesignDifference, SaysWhatTheInternetReachesNow)
{
    const Value open = rows({row({{"protocol", "tcp"}, {"ports", "80"}, {"source", "0.0.0.0/0"}})});
    const Document opened = DesignBuilder(sample()).set("sg", "inbound", open).build();
    const DesignDifference difference = to(opened);
    ASSERT_EQ(difference.newlyExposed.size(), 1U);
    EXPECT_EQ(difference.newlyExposed[0].block, BlockId("web"));
    EXPECT_TRUE(difference.newlyExposed[0].ports.contains(80));
    EXPECT_TRUE(difference.noLongerExposed.empty());
    const DesignDifference back = differenceBetween(opened, sample(), embedded::catalogue());
    EXPECT_TRUE(back.newlyExposed.empty());
    EXPECT_EQ(back.noLongerExposed.size(), 1U);
}

TEST(DesignDifference, WhatALoadBalancerFrontsIsNotExposedItself)
{
    const auto designOf = [](const std::string& name) {
        for (const embedded::Template& each : embedded::templates())
            if (each.name == name) return io::read(each.text, name, embedded::catalogue()).value().document;
        return Document();
    };
    const DesignDifference difference = differenceBetween(designOf("startup-2-managed-parts"),
                                                          designOf("startup-3-private-network"), embedded::catalogue());
    ASSERT_EQ(difference.newlyExposed.size(), 1U);
    EXPECT_EQ(difference.newlyExposed[0].block, BlockId("alb"));
    const auto& closed = difference.noLongerExposed;
    EXPECT_TRUE(std::any_of(closed.begin(), closed.end(), [](const auto& one) { return one.block == BlockId("rds"); }));
}

TEST(DesignDifference, TellsWhatItCosts)
{
    const auto inSeoul = [](const Document& document) {
        edit::Transaction draft(document);
        Settings settings;
        settings.region = "ap-northeast-2";
        draft.put(settings);
        return draft.document();
    };
    const Document small = inSeoul(sample());
    const Document larger = DesignBuilder(small)
                                .block("eip", "elastic-ip", "vpc")
                                .block("nat", "nat-gateway", "net", {{"elastic-ip", "eip"}})
                                .build();
    const CostChange cost = differenceBetween(small, larger, embedded::catalogue()).cost;
    EXPECT_GT(cost.more(), analysis::Money{});
    EXPECT_EQ(cost.after + -cost.before, cost.more());
    EXPECT_EQ(differenceBetween(larger, small, embedded::catalogue()).cost.more(), -cost.more());
}

TEST(DesignDifference, FindingsComeAndGo)
{
    const Document worse = DesignBuilder(sample()).block("entry", "alb", "vpc", {{"subnets", ids({"net"})}}).build();
    const DesignDifference difference = to(worse);
    const auto isOfRule = [](const char* rule) {
        return [rule](const lint::Finding& finding) { return finding.rule == rule; };
    };
    EXPECT_EQ(std::count_if(difference.newFindings.begin(), difference.newFindings.end(), isOfRule("alb-azs")), 1);
    EXPECT_TRUE(difference.fixedFindings.empty());
    const DesignDifference back = differenceBetween(worse, sample(), embedded::catalogue());
    EXPECT_EQ(std::count_if(back.fixedFindings.begin(), back.fixedFindings.end(), isOfRule("alb-azs")), 1);
    // Waived is not new.
    const auto decided = to(DesignBuilder(worse).waive("alb-azs", {"entry"}).build()).newFindings;
    EXPECT_EQ(std::count_if(decided.begin(), decided.end(), isOfRule("alb-azs")), 0);
}

}  // namespace lintel::model::review
