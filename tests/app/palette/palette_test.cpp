#include "tests/app/editor_test.h"

#include <QLineEdit>
#include <QTest>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace lintel;

namespace {

class PaletteTest : public test::EditorTest {
protected:
    PaletteTest() { window().startEmpty(); }

    QLineEdit* search() { return find<QLineEdit>("paletteSearch"); }
    void type(const QString& text)
    {
        search()->setFocus();
        search()->clear();
        QTest::keyClicks(search(), text);
    }
    QStringList shown()
    {
        QStringList names;
        for (QTreeWidgetItemIterator at(find<QTreeWidget>("paletteTree"), QTreeWidgetItemIterator::NotHidden); *at;
             ++at)
            if ((*at)->parent()) names << (*at)->text(0);
        return names;
    }
};

}  // namespace

TEST_F(PaletteTest, ShowsEveryKindAndPreset)
{
    qsizetype expected = 0;
    for (const auto& kind : window().session().catalogue().kinds())
        expected += 1 + static_cast<qsizetype>(kind.presets.size());
    EXPECT_EQ(shown().size(), expected);
}

TEST_F(PaletteTest, IsSearchedInEnglishKoreanAndByAbbreviation)
{
    type("alb");
    EXPECT_TRUE(shown().contains("Application Load Balancer"));
    EXPECT_FALSE(shown().contains("VPC"));
    search()->setText("람다");
    EXPECT_TRUE(shown().contains("Lambda function") || shown().filter("Lambda").size() > 0);
    type("public subnet");
    EXPECT_TRUE(shown().contains("Public subnet"));
    type("zzzz");
    EXPECT_TRUE(shown().isEmpty());
}

TEST_F(PaletteTest, EnterPutsTheBestMatchIntoTheDesign)
{
    type("vpc");
    QTest::keyClick(search(), Qt::Key_Return);
    ASSERT_EQ(window().session().document().blocks.size(), 1U);
    EXPECT_EQ(window().session().document().blocks.begin()->kind, model::KindId("vpc"));
    EXPECT_EQ(window().session().selection().size(), 1U) << "what was added is selected";
    type("public subnet");
    QTest::keyClick(search(), Qt::Key_Return);
    ASSERT_EQ(window().session().document().blocks.size() >= 2U, true);
    bool isInside = false;
    for (const model::Block& block : window().session().document().blocks)
        isInside = isInside || (block.kind == model::KindId("subnet") && !block.parent.isEmpty());
    EXPECT_TRUE(isInside) << "into the selected container";
}

TEST_F(PaletteTest, AClickHangsTheBlockOnThePointerAndAClickPlacesIt)
{
    type("vpc");
    auto* tree = find<QTreeWidget>("paletteTree");
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier,
                      tree->visualItemRect(tree->currentItem()).center());
    EXPECT_TRUE(window().controller().isHolding());
    EXPECT_TRUE(window().session().document().blocks.isEmpty());
    QTest::mouseMove(&window().canvas(), QPoint(200, 200));
    QTest::mouseClick(&window().canvas(), Qt::LeftButton, Qt::NoModifier, QPoint(200, 200));
    EXPECT_FALSE(window().controller().isHolding());
    EXPECT_FALSE(window().session().document().blocks.isEmpty());
}

TEST_F(PaletteTest, TheDownKeyLeadsFromTheSearchToTheList)
{
    type("rds");
    QTest::keyClick(search(), Qt::Key_Down);
    EXPECT_TRUE(find<QTreeWidget>("paletteTree")->hasFocus());
}
