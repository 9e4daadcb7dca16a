#include "model/edit/merge.h"

#include "model/document/invariants.h"
#include "model/edit/change_set.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/record_values.h"
#include "model/embedded/embedded.h"
#include "tests/support/design_builder.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace lintel::model::edit {

namespace {

using support::DesignBuilder;
using support::ids;
using support::row;
using support::rows;

const catalogue::Catalogue& kinds() { return embedded::catalogue(); }

Document sample()
{
    return DesignBuilder()
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("az-a", "availability-zone", "vpc")
        .block("az-c", "availability-zone", "vpc")
        .block("net", "subnet", "az-a", {{"cidr", "10.0.0.0/24"}, {"label", "private"}})
        .block("web", "ec2-instance", "net", {{"type", "t3.small"}})
        .block("db", "rds-instance", "vpc", {{"engine", "mysql"}})
        .block("sg", "security-group", "vpc", {{"inbound", rows({row({{"ports", "443"}, {"source", "0.0.0.0/0"}})})}})
        .connect("web", "db", "3306")
        .build();
}

MergeResult merged(const Document& ours, const Document& theirs) { return merge(sample(), ours, theirs, kinds()); }

DesignBuilder edited() { return DesignBuilder(sample()); }

void expectSound(const Document& document)
{
    EXPECT_TRUE(structuralErrors(document).empty());
    EXPECT_TRUE(catalogue::containmentErrors(document, kinds()).empty());
}

const Value& valueOf(const Document& document, const char* block, const char* key)
{
    return document.blocks.find(BlockId(block))->property(key);
}

bool isSound(const Document& document)
{
    return structuralErrors(document).empty() && catalogue::containmentErrors(document, kinds()).empty();
}

/// How many seeded pairs the laws are held against; the ordinary run takes fewer than a campaign.
std::uint32_t randomPairs()
{
    const char* wish = std::getenv("LINTEL_MERGE_PAIRS");
    return wish ? static_cast<std::uint32_t>(std::atoi(wish)) : 100;
}

template <class Record>
void dropTouched(std::vector<Change<Record>>& changes, const std::vector<Change<Record>>& touched)
{
    std::erase_if(changes, [&](const Change<Record>& one) {
        return std::any_of(touched.begin(), touched.end(),
                           [&](const Change<Record>& other) { return other.id() == one.id(); });
    });
}

/// The part of a change that is about other records than `other`.
ChangeSet withoutTouched(ChangeSet change, const ChangeSet& other)
{
    dropTouched(change.blocks, other.blocks);
    dropTouched(change.connections, other.connections);
    dropTouched(change.notes, other.notes);
    dropTouched(change.waivers, other.waivers);
    dropTouched(change.placements, other.placements);
    if (other.settings) change.settings.reset();
    return change;
}

Document movedTo(const Document& document, const char* block, const char* parent)
{
    Transaction draft(document);
    Block copy = *document.blocks.find(BlockId(block));
    copy.parent = BlockId(parent);
    draft.put(std::move(copy));
    return draft.document();
}

Document removed(const Document& document, std::set<std::string> gone)
{
    return apply(document, removeElements(document, gone)).value();
}

}  // namespace

TEST(Merge, DifferentFieldsOfOneBlockGoTogether)
{
    const Document ours = edited().set("web", "type", "t3.large").build();
    const Document theirs = apply(sample(), renameElement(sample(), "web", "웹 서버")).value();
    const MergeResult result = merged(ours, theirs);
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(valueOf(result.document, "web", "type"), Value("t3.large"));
    EXPECT_EQ(result.document.blocks.find(BlockId("web"))->name, "웹 서버");
}

TEST(Merge, OneFieldChangedDifferentlyIsAConflictAndOursStays)
{
    const MergeResult result =
        merged(edited().set("web", "type", "t3.large").build(), edited().set("web", "type", "m5.large").build());
    ASSERT_EQ(result.conflicts.size(), 1U);
    EXPECT_EQ(result.conflicts[0],
              (MergeConflict{ConflictType::BothChanged, "web", "type", Value("t3.large"), Value("m5.large")}));
    EXPECT_EQ(valueOf(result.document, "web", "type"), Value("t3.large"));
}

TEST(Merge, TheSameChangeOnBothSidesIsNone)
{
    const Document both = edited().set("web", "type", "t3.large").build();
    const MergeResult result = merged(both, both);
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(result.document, both);
}

TEST(Merge, RulesAddedByBothStandSideBySide)
{
    const Value first = row({{"ports", "443"}, {"source", "0.0.0.0/0"}});
    const Value here = row({{"ports", "22"}, {"source", "10.0.0.0/8"}});
    const Value there = row({{"ports", "80"}, {"source", "0.0.0.0/0"}});
    const MergeResult result = merged(edited().set("sg", "inbound", rows({first, here})).build(),
                                      edited().set("sg", "inbound", rows({first, there})).build());
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(valueOf(result.document, "sg", "inbound"), rows({first, here, there}));
}

TEST(Merge, OneRuleChangedDifferentlyIsAConflict)
{
    const MergeResult result =
        merged(edited().set("sg", "inbound", rows({row({{"ports", "443"}, {"source", "10.0.0.0/8"}})})).build(),
               edited().set("sg", "inbound", rows({row({{"ports", "8443"}, {"source", "0.0.0.0/0"}})})).build());
    ASSERT_EQ(result.conflicts.size(), 1U);
    EXPECT_EQ(result.conflicts[0].field, "inbound");
}

TEST(Merge, WhatOneSideDeletesAndTheOtherLeavesAloneGoes)
{
    const MergeResult result = merged(removed(sample(), {"db"}), edited().set("web", "type", "t3.large").build());
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(result.document.blocks.find(BlockId("db")), nullptr);
    EXPECT_TRUE(result.document.connections.isEmpty());
    expectSound(result.document);
}

TEST(Merge, DeletedAndChangedStaysAndIsAConflict)
{
    const Document changed = edited().set("db", "engine", "postgres").build();
    const MergeResult here = merged(removed(sample(), {"db"}), changed);
    ASSERT_EQ(here.conflicts.size(), 1U);
    EXPECT_EQ(here.conflicts[0].type, ConflictType::DeletedHere);
    EXPECT_EQ(valueOf(here.document, "db", "engine"), Value("postgres"));
    expectSound(here.document);
    const MergeResult there = merged(changed, removed(sample(), {"db"}));
    ASSERT_EQ(there.conflicts.size(), 1U);
    EXPECT_EQ(there.conflicts[0].type, ConflictType::DeletedThere);
    EXPECT_EQ(valueOf(there.document, "db", "engine"), Value("postgres"));
}

TEST(Merge, AContainerThatIsStillUsedComesBackWithItsContainers)
{
    const Document ours = removed(sample(), {"vpc"});
    const Document theirs = edited().block("cache", "elasticache", "net").build();
    const MergeResult result = merged(ours, theirs);
    for (const char* id : {"cache", "net", "az-a", "vpc"})
        EXPECT_TRUE(result.document.blocks.contains(BlockId(id))) << id;
    EXPECT_EQ(std::count_if(result.conflicts.begin(), result.conflicts.end(),
                            [](const MergeConflict& one) { return one.type == ConflictType::BroughtBack; }),
              3);
    expectSound(result.document);
}

TEST(Merge, AnEndOfANewConnectionComesBack)
{
    const Document theirs = edited().block("people", "users").connect("people", "web", "443").build();
    const MergeResult result = merged(removed(sample(), {"web"}), theirs);
    EXPECT_TRUE(result.document.blocks.contains(BlockId("web")));
    EXPECT_TRUE(result.document.connections.contains(ConnectionId("people-web")));
    EXPECT_FALSE(result.conflicts.empty());
    expectSound(result.document);
}

TEST(Merge, TwoMovesThatMakeACircleLeaveOurs)
{
    const Document base = DesignBuilder().block("a", "group").block("b", "group").build();
    const MergeResult result = merge(base, movedTo(base, "a", "b"), movedTo(base, "b", "a"), kinds());
    EXPECT_EQ(result.document.blocks.find(BlockId("a"))->parent, BlockId("b"));
    EXPECT_TRUE(result.document.blocks.find(BlockId("b"))->parent.isEmpty());
    ASSERT_EQ(result.conflicts.size(), 1U);
    EXPECT_EQ(result.conflicts[0].type, ConflictType::ContainerRefused);
}

TEST(Merge, AContainerThatBecameSomethingElseLetsItsNewBlockGoOutwards)
{
    const Document base = DesignBuilder().block("vpc", "vpc").block("box", "group", "vpc").build();
    Transaction ours(base);
    ours.put(Block{BlockId("box"), KindId("security-group"), "", BlockId("vpc"), {}});
    Transaction theirs(base);
    theirs.put(Block{BlockId("web"), KindId("alb"), "", BlockId("box"), {}});
    const MergeResult result = merge(base, ours.document(), theirs.document(), kinds());
    expectSound(result.document);
    ASSERT_TRUE(result.document.blocks.contains(BlockId("web"))) << "it is not lost";
    EXPECT_EQ(result.document.blocks.find(BlockId("web"))->parent, BlockId("vpc"));
    ASSERT_EQ(result.conflicts.size(), 1U);
    EXPECT_EQ(result.conflicts[0].type, ConflictType::ContainerRefused);
}

TEST(Merge, OneIdForTwoThingsIsGivenToTheBlock)
{
    const Document ours = edited().block("entry", "alb", "vpc").build();
    Transaction draft(sample());
    draft.put(Connection{ConnectionId("entry"), BlockId("db"), BlockId("web"), {}, {}, {}, {}, {}});
    const MergeResult result = merged(ours, draft.document());
    EXPECT_TRUE(result.document.blocks.contains(BlockId("entry")));
    EXPECT_EQ(result.document.connections.size(), 2U);
    expectSound(result.document);
}

TEST(Merge, PlacementsSettleByThemselves)
{
    Transaction here(sample());
    here.put(Placement{PlacementId("web"), {0, 0, 100, 80}, {}, false});
    Transaction there(sample());
    there.put(Placement{PlacementId("web"), {50, 50, 100, 80}, {}, false});
    const MergeResult result = merged(here.document(), there.document());
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(result.document.placements.find(PlacementId("web"))->rect.x, 0);
}

TEST(Merge, SettingsMergeByField)
{
    const auto with = [](const char* title, const char* region) {
        Transaction draft(sample());
        draft.put(Settings{title, region, {}, {}, {}, {}});
        return draft.document();
    };
    const MergeResult result = merged(with("가게", ""), with("", "us-east-1"));
    EXPECT_TRUE(result.conflicts.empty());
    EXPECT_EQ(result.document.settings().title, "가게");
    EXPECT_EQ(result.document.settings().region, "us-east-1");
    const MergeResult conflict = merged(with("a", ""), with("b", ""));
    ASSERT_EQ(conflict.conflicts.size(), 1U);
    EXPECT_EQ(conflict.conflicts[0].id, "settings");
}

TEST(Merge, RecordsSurviveAsValues)
{
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const Document document = test::randomDocument(seed, 60, kinds());
        for (const Block& one : document.blocks) EXPECT_EQ(recordOf<Block>(one.id, valuesOf(one)), one);
        for (const Connection& one : document.connections) EXPECT_EQ(recordOf<Connection>(one.id, valuesOf(one)), one);
        for (const Note& one : document.notes) EXPECT_EQ(recordOf<Note>(one.id, valuesOf(one)), one);
        for (const Waiver& one : document.waivers) EXPECT_EQ(recordOf<Waiver>(one.id, valuesOf(one)), one);
        EXPECT_EQ(settingsOf(valuesOf(document.settings())), document.settings());
    }
}

TEST(Merge, LawsHoldOnRandomDesigns)
{
    for (std::uint32_t seed = 0; seed < randomPairs(); ++seed) {
        const Document base = test::randomDocument(seed, 40, kinds());
        const Document x = test::randomlyEdited(base, seed + 1000, 8, kinds());
        const Document y = test::randomlyEdited(base, seed + 2000, 8, kinds());
        EXPECT_EQ(merge(base, x, base, kinds()).document, x) << seed;
        EXPECT_EQ(merge(base, base, x, kinds()).document, x) << seed;
        EXPECT_EQ(merge(base, x, x, kinds()).document, x) << seed;
        const MergeResult xy = merge(base, x, y, kinds());
        const MergeResult yx = merge(base, y, x, kinds());
        EXPECT_TRUE(structuralErrors(xy.document).empty()) << seed;
        EXPECT_EQ(xy.conflicts.empty(), yx.conflicts.empty()) << seed;
        for (const MergeConflict& conflict : xy.conflicts) EXPECT_NE(conflict.type, ConflictType::Everything) << seed;
    }
}

TEST(Merge, DisjointEditsCommute)
{
    std::uint32_t compared = 0;
    for (std::uint32_t seed = 0; seed < randomPairs(); ++seed) {
        const Document base = test::randomDocument(seed, 40, kinds());
        const Document x = test::randomlyEdited(base, seed + 1000, 8, kinds());
        const ChangeSet ours = diff(base, x);
        const ChangeSet rest = withoutTouched(diff(base, test::randomlyEdited(base, seed + 2000, 8, kinds())), ours);
        // What is left of the second edit must stand alone, and beside the first.
        const auto y = apply(base, rest);
        const auto both = apply(x, rest);
        ASSERT_TRUE(y && both) << seed;
        if (rest.isEmpty() || !isSound(*y) || !isSound(*both)) continue;
        ++compared;
        const MergeResult one = merge(base, x, *y, kinds());
        EXPECT_TRUE(one.conflicts.empty()) << seed;
        EXPECT_EQ(one.document, *both) << seed;
        EXPECT_EQ(one.document, merge(base, *y, x, kinds()).document) << seed;
    }
    EXPECT_GE(compared, randomPairs() / 4) << "too few pairs say anything";
}

}  // namespace lintel::model::edit
