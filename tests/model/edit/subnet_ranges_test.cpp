#include "model/edit/operations/subnet_ranges.h"

#include "model/document/invariants.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {
namespace {

const catalogue::Catalogue& catalogue() { return embedded::catalogue(); }

/// a and b are halves of 10.0.0.0/23 in one zone, c follows in the other zone, the rest is free.
Document threeSubnets()
{
    support::DesignBuilder design;
    design.block("vpc", "vpc", "", {{"cidr", Value("10.0.0.0/16")}})
        .block("az-a", "availability-zone", "vpc", {{"zone", Value("a")}})
        .block("az-c", "availability-zone", "vpc", {{"zone", Value("c")}})
        .block("a", "subnet", "az-a", {{"cidr", Value("10.0.0.0/24")}, {"label", Value("private")}})
        .block("b", "subnet", "az-a", {{"cidr", Value("10.0.1.0/24")}})
        .block("c", "subnet", "az-c", {{"cidr", Value("10.0.2.0/24")}})
        .block("d", "subnet", "az-c", {{"cidr", Value("10.0.3.0/24")}})
        .block("server", "ec2-instance", "b")
        .block("alb", "alb", "vpc", {{"subnets", support::ids({"a", "b", "c"})}});
    return design.build();
}

std::string rangeOf(const Document& document, const char* id)
{
    return document.blocks.find(BlockId(id))->property("cidr").toString();
}
analysis::Cidr cidr(const char* text) { return *analysis::parseCidr(text); }

TEST(SubnetRanges, ARangeThatFitsIsTaken)
{
    const Document before = threeSubnets();
    const auto change = setSubnetRange(before, catalogue(), BlockId("d"), cidr("10.0.4.0/22"));
    ASSERT_TRUE(change);
    EXPECT_EQ(rangeOf(*apply(before, *change), "d"), "10.0.4.0/22");
}

TEST(SubnetRanges, WhatAwsOrANeighbourRefusesIsSaid)
{
    const Document design = threeSubnets();
    const auto refusalOf = [&](const char* range) {
        const auto change = setSubnetRange(design, catalogue(), BlockId("a"), cidr(range));
        return change ? std::string() : change.error().message.id;
    };
    EXPECT_EQ(refusalOf("10.0.0.0/23"), "edit.range-taken");
    EXPECT_EQ(refusalOf("10.1.0.0/24"), "edit.range-outside");
    EXPECT_EQ(refusalOf("10.0.0.0/29"), "edit.range-size");
    EXPECT_EQ(refusalOf("10.0.0.0/25"), "");
}

TEST(SubnetRanges, HalvesAreTheWholeAgain)
{
    const Document before = threeSubnets();
    const auto split = splitSubnet(before, catalogue(), BlockId("a"));
    ASSERT_TRUE(split);
    const Document halves = *apply(before, *split);
    EXPECT_TRUE(structuralErrors(halves).empty());
    ASSERT_EQ(halves.blocks.size(), before.blocks.size() + 1);
    EXPECT_EQ(rangeOf(halves, "a"), "10.0.0.0/25");
    const auto merge = mergeSubnet(halves, catalogue(), BlockId("a"));
    ASSERT_TRUE(merge);
    const Document whole = *apply(halves, *merge);
    EXPECT_EQ(rangeOf(whole, "a"), "10.0.0.0/24");
    EXPECT_EQ(whole.blocks.size(), before.blocks.size());
}

TEST(SubnetRanges, TheSecondHalfIsLikeTheFirst)
{
    const Document before = threeSubnets();
    const Document after = *apply(before, *splitSubnet(before, catalogue(), BlockId("a")));
    for (const Block& block : after.blocks) {
        if (before.blocks.contains(block.id)) continue;
        EXPECT_EQ(block.property("cidr").toString(), "10.0.0.128/25");
        EXPECT_EQ(block.property("label").toString(), "private");
        EXPECT_EQ(block.parent, BlockId("az-a"));
    }
}

TEST(SubnetRanges, MergingMovesBlocksAndNames)
{
    const Document before = threeSubnets();
    const auto change = mergeSubnet(before, catalogue(), BlockId("a"));
    ASSERT_TRUE(change);
    const Document after = *apply(before, *change);
    EXPECT_TRUE(structuralErrors(after).empty());
    EXPECT_FALSE(after.blocks.contains(BlockId("b")));
    EXPECT_EQ(rangeOf(after, "a"), "10.0.0.0/23");
    EXPECT_EQ(after.blocks.find(BlockId("server"))->parent, BlockId("a"));
    EXPECT_EQ(after.blocks.find(BlockId("alb"))->property("subnets"), support::ids({"a", "c"}));
    EXPECT_EQ(*apply(after, inverse(*change)), before);
}

TEST(SubnetRanges, AnotherZoneIsNotMerged)
{
    support::DesignBuilder design(threeSubnets());
    design.set("b", "cidr", Value("10.0.8.0/24")).set("c", "cidr", Value("10.0.1.0/24"));
    const auto change = mergeSubnet(design.build(), catalogue(), BlockId("a"));
    ASSERT_FALSE(change);
    EXPECT_EQ(change.error().message.id, "edit.merge-other-zone");
}

TEST(SubnetRanges, FreeAddressesAreTakenIn)
{
    support::DesignBuilder design(threeSubnets());
    design.set("b", "cidr", Value("10.0.8.0/24"));
    const Document before = design.build();
    const auto change = mergeSubnet(before, catalogue(), BlockId("a"));
    ASSERT_TRUE(change);
    EXPECT_EQ(rangeOf(*apply(before, *change), "a"), "10.0.0.0/23");
}

TEST(SubnetRanges, ANewOneGoesWhereFewestAre)
{
    support::DesignBuilder design(threeSubnets());
    design.block("e", "subnet", "az-a", {{"cidr", Value("10.0.5.0/24")}});
    const Document before = design.build();
    const auto change = addSubnet(before, catalogue(), BlockId("vpc"), cidr("10.0.64.0/20"));
    ASSERT_TRUE(change);
    const Document after = *apply(before, *change);
    for (const Block& block : after.blocks) {
        if (before.blocks.contains(block.id) || block.kind != KindId("subnet")) continue;
        EXPECT_EQ(block.property("cidr").toString(), "10.0.64.0/20");
        EXPECT_EQ(block.parent, BlockId("az-c"));
    }
    EXPECT_FALSE(addSubnet(before, catalogue(), BlockId("vpc"), cidr("10.0.0.0/20")));
}

}  // namespace
}  // namespace lintel::model::edit
