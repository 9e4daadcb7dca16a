#include "model/edit/open_conflicts.h"

#include "model/edit/change_set.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "tests/support/design_builder.h"

#include <gtest/gtest.h>

namespace lintel::model::edit {

namespace {

using support::DesignBuilder;
using support::row;
using support::rows;

const catalogue::Catalogue& kinds() { return embedded::catalogue(); }

Document sample()
{
    return DesignBuilder()
        .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("net", "subnet", "vpc", {{"cidr", "10.0.0.0/24"}})
        .block("web", "ec2-instance", "net", {{"type", "t3.small"}})
        .block("sg", "security-group", "vpc", {{"inbound", rows({row({{"ports", "443"}, {"source", "0.0.0.0/0"}})})}})
        .connect("web", "web", "3306")
        .build();
}

MergeConflict typeConflict()
{
    return {ConflictType::BothChanged, "web", "type", Value("t3.large"), Value("m5.large")};
}

Document settled(const Document& document, const MergeConflict& conflict, Choice choice)
{
    const auto change = settle(document, conflict, choice, kinds());
    EXPECT_TRUE(change);
    const auto after = apply(document, *change);
    EXPECT_TRUE(after);
    EXPECT_EQ(apply(*after, inverse(*change)).value(), document) << "one step, and back";
    return *after;
}

}  // namespace

TEST(OpenConflicts, AreInTheFileAndComeBackAsTheyWere)
{
    const Value rule = row({{"ports", "8443"}, {"source", "0.0.0.0/0"}});
    const std::vector<MergeConflict> conflicts{
        typeConflict(),
        {ConflictType::BothChanged, "web", "name", Value("우리: \"웹\""), Value()},
        {ConflictType::BothChanged, "sg", "inbound", Value(Value::List{rule}), Value(Value::List{})},
        {ConflictType::DeletedHere, "web", {}, {}, {}},
        {ConflictType::Everything, {}, {}, {}, {}}};
    const Document document = withConflicts(sample(), conflicts);
    const auto read = io::read(io::write(document, {}, kinds()), "x.lintel.yaml", kinds());
    ASSERT_TRUE(read);
    EXPECT_EQ(openConflicts(read->document), conflicts);
    EXPECT_TRUE(openConflicts(sample()).empty());
}

TEST(OpenConflicts, OneIsNotWrittenTwice)
{
    const Document once = withConflicts(sample(), {typeConflict()});
    EXPECT_EQ(withConflicts(once, {typeConflict()}), once);
    EXPECT_EQ(openConflicts(withConflicts(once, {{ConflictType::DeletedHere, "net", {}, {}, {}}})).size(), 2U);
}

TEST(OpenConflicts, AFieldTakesTheSideThatWasChosen)
{
    const Document document = withConflicts(sample(), {typeConflict()});
    for (const auto& [choice, type] : {std::pair{Choice::Ours, "t3.large"}, std::pair{Choice::Theirs, "m5.large"}}) {
        const Document after = settled(document, typeConflict(), choice);
        EXPECT_EQ(after.blocks.find(BlockId("web"))->property("type"), Value(type));
        EXPECT_TRUE(openConflicts(after).empty());
        EXPECT_FALSE(after.settings().properties.contains("conflicts")) << "nothing of it is left in the file";
    }
}

TEST(OpenConflicts, NoValueIsASideToo)
{
    const MergeConflict conflict{ConflictType::BothChanged, "web", "type", Value("t3.large"), Value()};
    const Document after = settled(withConflicts(sample(), {conflict}), conflict, Choice::Theirs);
    EXPECT_TRUE(after.blocks.find(BlockId("web"))->property("type").isNull());
}

TEST(OpenConflicts, ConnectionsAndSettingsAreDecidedToo)
{
    const MergeConflict ports{ConflictType::BothChanged, "web-web", "ports", Value("1"), Value("2")};
    const MergeConflict title{ConflictType::BothChanged, "settings", "title", Value("a"), Value("b")};
    Document document = withConflicts(sample(), {ports, title});
    document = settled(document, ports, Choice::Theirs);
    document = settled(document, title, Choice::Theirs);
    EXPECT_EQ(document.connections.find(ConnectionId("web-web"))->ports, "2");
    EXPECT_EQ(document.settings().title, "b");
    EXPECT_TRUE(openConflicts(document).empty());
}

TEST(OpenConflicts, WhatOneSideDeletedStaysOrGoes)
{
    const MergeConflict here{ConflictType::DeletedHere, "web", {}, {}, {}};
    const MergeConflict there{ConflictType::DeletedThere, "web", {}, {}, {}};
    const auto has = [](const Document& document) { return document.blocks.contains(BlockId("web")); };
    EXPECT_FALSE(has(settled(withConflicts(sample(), {here}), here, Choice::Ours)));
    EXPECT_TRUE(has(settled(withConflicts(sample(), {here}), here, Choice::Theirs)));
    EXPECT_TRUE(has(settled(withConflicts(sample(), {there}), there, Choice::Ours)));
    EXPECT_FALSE(has(settled(withConflicts(sample(), {there}), there, Choice::Theirs)));
}

TEST(OpenConflicts, AContainerThatCannotHoldItIsRefused)
{
    const MergeConflict conflict{ConflictType::ContainerRefused, "net", {}, Value("vpc"), Value("web")};
    const Document document = withConflicts(sample(), {conflict});
    EXPECT_FALSE(settle(document, conflict, Choice::Theirs, kinds()));
    EXPECT_EQ(settled(document, conflict, Choice::Ours).blocks, sample().blocks);
}

TEST(OpenConflicts, WhatHasGoneSinceIsOnlyStruckOff)
{
    const MergeConflict gone{ConflictType::BothChanged, "old", "type", Value("a"), Value("b")};
    EXPECT_EQ(settled(withConflicts(sample(), {gone}), gone, Choice::Theirs), sample());
}

TEST(OpenConflicts, SomebodysOwnListIsLeftOutNotTrusted)
{
    Settings settings;
    settings.properties["conflicts"] = Value(Value::List{Value("text"), Value(Value::Map{{"conflict", Value("x")}})});
    Transaction draft(sample());
    draft.put(settings);
    EXPECT_TRUE(openConflicts(draft.document()).empty());
}

}  // namespace lintel::model::edit
