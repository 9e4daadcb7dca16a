#include "app/window/action_set.h"
#include "model/edit/operations/add_block.h"
#include "tests/app/editor_test.h"

#include <QTest>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n  web: {kind: security-group, in: main, "
    "name: web}\n";

using EditActionsTest = test::EditorTest;

QString textOf(const QAction* action) { return app::plainText(*action); }

}  // namespace

TEST_F(EditActionsTest, UndoNamesTheStepInTheLanguageOfTheMoment)
{
    window().startEmpty();
    EXPECT_FALSE(action("undo")->isEnabled());
    const auto change = model::edit::addBlock(window().session().document(), window().session().catalogue(),
                                              {model::KindId("vpc"), {}, {}, {}, {}});
    ASSERT_TRUE(change && window().session().apply(*change));
    EXPECT_TRUE(action("undo")->isEnabled());
    const QString english = textOf(action("undo"));
    EXPECT_TRUE(english.startsWith("Undo: ")) << english.toStdString();
    window().setLanguage(model::text::Language::Korean);
    const QString korean = textOf(action("undo"));
    EXPECT_TRUE(korean.startsWith("실행 취소: ")) << korean.toStdString();
    EXPECT_NE(korean.section(": ", 1), english.section(": ", 1)) << "the step itself is translated too";
    action("undo")->trigger();
    EXPECT_FALSE(action("undo")->isEnabled());
    EXPECT_TRUE(textOf(action("redo")).contains(": "));
}

TEST_F(EditActionsTest, CutAndPasteAreNamedAndUndone)
{
    openText(kDesign);
    window().session().select({"web"});
    action("cut")->trigger();
    EXPECT_EQ(window().session().document().blocks.size(), 1U);
    EXPECT_TRUE(textOf(action("undo")).contains("Cut")) << textOf(action("undo")).toStdString();
    action("paste")->trigger();
    EXPECT_EQ(window().session().document().blocks.size(), 2U);
    action("undo")->trigger();
    action("undo")->trigger();
    EXPECT_TRUE(window().session().document().blocks.contains(model::BlockId("web")));
    EXPECT_FALSE(window().session().isModified());
}

TEST_F(EditActionsTest, WhatIsCopiedCanBePastedIntoAnotherTab)
{
    openText(kDesign, "one.lintel.yaml");
    window().session().select({"main"});
    action("copy")->trigger();
    openText("lintel: 1\nblocks:\n  other: {kind: sns, name: n}\n", "two.lintel.yaml");
    action("paste")->trigger();
    EXPECT_EQ(window().session().document().blocks.size(), 3U);
}

TEST_F(EditActionsTest, CommandsWithoutAnObjectAreOff)
{
    openText(kDesign);
    window().session().select({});
    for (const char* id : {"cut", "copy", "duplicate", "delete", "rename", "align-left"})
        EXPECT_FALSE(action(id)->isEnabled()) << id;
    window().session().select({"web"});
    for (const char* id : {"cut", "copy", "duplicate", "delete", "rename"}) EXPECT_TRUE(action(id)->isEnabled()) << id;
    EXPECT_FALSE(action("align-left")->isEnabled());
    window().session().select({"web", "main"});
    EXPECT_TRUE(action("align-left")->isEnabled());
}
