#include "tests/app/editor_test.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n"
    "  app: {kind: subnet, in: main, name: 앱 서브넷, cidr: 10.0.1.0/24}\n  topic: {kind: sns, name: 알림}\n";

class SearchTest : public test::EditorTest {
protected:
    SearchTest() { openText(kDesign); }

    QWidget* box() { return find("searchBox"); }
    QLineEdit* line() { return box()->findChild<QLineEdit*>("chooserLine"); }
    QListWidget* list() { return box()->findChild<QListWidget*>("chooserList"); }
};

}  // namespace

TEST_F(SearchTest, FindSelectsABlockByItsName)
{
    QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(box()->isVisible());
    QInputMethodEvent hangul;
    hangul.setCommitString("알림");
    QApplication::sendEvent(line(), &hangul);
    QTest::keyClick(line(), Qt::Key_Return);
    EXPECT_FALSE(box()->isVisible());
    EXPECT_EQ(window().session().selection(), (std::set<std::string>{"topic"}));
}

TEST_F(SearchTest, FindKnowsAddressesAndKindsInBothLanguages)
{
    for (const char* wish : {"10.0.1.0", "subnet", "서브넷"}) {
        window().session().select({});
        action("find")->trigger();
        line()->setText(wish);
        QTest::keyClick(line(), Qt::Key_Return);
        EXPECT_EQ(window().session().selection(), (std::set<std::string>{"app"})) << wish;
    }
}

TEST_F(SearchTest, ThePaletteRunsCommandsNamedInEitherLanguage)
{
    window().setDark(false);
    for (const char* wish : {"switch between light", "밝은 테마와"}) {
        const bool before = window().canvas().theme().isDark;
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        line()->setText(wish);
        QTest::keyClick(line(), Qt::Key_Return);
        EXPECT_TRUE(waitFor([&] { return window().canvas().theme().isDark != before; })) << wish;
    }
}

TEST_F(SearchTest, ThePaletteAddsBlocks)
{
    window().session().select({});
    action("command-palette")->trigger();
    QTest::keyClicks(line(), "sqs");
    QTest::keyClick(line(), Qt::Key_Return);
    bool isAdded = false;
    for (const model::Block& block : window().session().document().blocks)
        isAdded = isAdded || block.kind == model::KindId("sqs");
    EXPECT_TRUE(isAdded);
}

TEST_F(SearchTest, EscapeChangesNothing)
{
    action("command-palette")->trigger();
    QTest::keyClicks(line(), "sqs");
    QTest::keyClick(line(), Qt::Key_Escape);
    EXPECT_FALSE(box()->isVisible());
    EXPECT_TRUE(window().session().history().isEmpty());
}

TEST_F(SearchTest, TheOutlineShowsWhatHoldsWhatAndSelects)
{
    auto* tree = find<QTreeWidget>("outlineTree");
    QTreeWidgetItem* inner = nullptr;
    for (QTreeWidgetItemIterator at(tree); *at; ++at)
        if ((*at)->text(0) == "앱 서브넷") inner = *at;
    ASSERT_NE(inner, nullptr);
    ASSERT_NE(inner->parent(), nullptr);
    EXPECT_EQ(inner->parent()->text(0), QString("본점"));
    tree->setCurrentItem(inner);
    EXPECT_EQ(window().session().selection(), (std::set<std::string>{"app"}));
    window().session().select({"topic"});
    ASSERT_EQ(tree->selectedItems().size(), 1);
    EXPECT_EQ(tree->selectedItems().front()->text(0), QString("알림"));
}

TEST_F(SearchTest, TheHistoryGoesBackAndForth)
{
    for (const char* id : {"topic", "app"}) {
        window().session().select({id});
        action("delete")->trigger();
    }
    auto* steps = find<QListWidget>("historyList");
    ASSERT_EQ(steps->count(), 3);
    Q_EMIT steps->itemClicked(steps->item(0));
    EXPECT_EQ(window().session().document().blocks.size(), 3U);
    EXPECT_EQ(steps->count(), 3) << "what was undone can still be seen";
    Q_EMIT steps->itemClicked(steps->item(2));
    EXPECT_EQ(window().session().document().blocks.size(), 1U);
}

TEST_F(SearchTest, HangulIsComposedFromTheFirstKeyInSearchAndPalette)
{
    openText("lintel: 1\nblocks:\n  a: {kind: sns, name: 예약 알림}\n  b: {kind: users, name: files}\n",
             "hangul.lintel.yaml");
    const auto compose = [](const char* preedit, const char* commit) {
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        EXPECT_TRUE(QApplication::focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
        QInputMethodEvent event(QString::fromUtf8(preedit), {});
        event.setCommitString(QString::fromUtf8(commit));
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    };
    QTest::keyClick(&window().canvas(), Qt::Key_F, Qt::ControlModifier);
    for (const char* preedit : {"ㅇ", "예"}) compose(preedit, "");
    compose("야", "예");
    compose("", "약");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(window().session().selection(), (std::set<std::string>{"a"}));

    window().canvas().setFocus();
    QTest::keyClick(&window().canvas(), Qt::Key_K, Qt::ControlModifier);
    for (const char* preedit : {"ㄹ", "라", "람"}) compose(preedit, "");
    compose("다", "람");
    compose("", "다");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(window().session().document().blocks.size(), 3U);
}
