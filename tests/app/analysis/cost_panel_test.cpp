#include "app/analysis/cost_panel.h"
#include "tests/app/analysis/analysis_test.h"

#include <QLabel>

using namespace lintel;

namespace {

class CostPanelTest : public test::AnalysisTest {
protected:
    CostPanelTest()
    {
        openText(R"(lintel: 1
region: ap-northeast-2
blocks:
  main: {kind: vpc, name: main, cidr: 10.0.0.0/16}
  a: {kind: subnet, in: main, cidr: 10.0.1.0/24}
  small: {kind: ec2-instance, in: a, name: 작은 서버, type: t3.small}
  strange: {kind: ec2-instance, in: a, name: 모르는 서버, type: zz9.small}
)",
                 "cost.lintel.yaml");
        action("cost")->trigger();
        EXPECT_TRUE(waitFor([this] { return analyses().cost().isAnswered(); }));
    }
    QTreeWidget& tree() { return *analyses().cost().findChild<QTreeWidget*>("costTree"); }
    QTreeWidgetItem* rowOf(const QString& name)
    {
        const auto found = tree().findItems(name, Qt::MatchExactly, 0);
        return found.isEmpty() ? nullptr : found.front();
    }
};

}  // namespace

TEST_F(CostPanelTest, TellsWhatIsKnownAndWhatIsNot)
{
    ASSERT_TRUE(rowOf("작은 서버"));
    EXPECT_EQ(rowOf("작은 서버")->text(1), "18.98") << "730 hours at 0.026 USD";
    ASSERT_TRUE(rowOf("모르는 서버"));
    EXPECT_EQ(rowOf("모르는 서버")->text(1), "?");
    const QString total = analyses().cost().findChild<QLabel*>("costTotal")->text();
    EXPECT_EQ(total, window().words()("cost.at-least", {{"price", "18.98"}}));
    const QString notes = analyses().cost().findChild<QLabel*>("costNotes")->text();
    EXPECT_TRUE(notes.contains("730"));
    EXPECT_TRUE(notes.contains("zz9.small"));
}

TEST_F(CostPanelTest, ARowChoosesItsBlockAndTheInspectorSaysTheSame)
{
    tree().scrollToItem(rowOf("작은 서버"));
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, Qt::NoModifier,
                      tree().visualItemRect(rowOf("작은 서버")).center());
    EXPECT_TRUE(window().session().selection().contains("small"));
    const auto line = [this] { return window().findChild<QLabel*>("derivedCost"); };
    ASSERT_TRUE(waitFor([&] { return line() && line()->text().contains("18.98"); }));
    EXPECT_TRUE(line()->isVisible());
}

TEST_F(CostPanelTest, FollowsTheDesign)
{
    window().session().select({"small"});
    action("delete")->trigger();
    ASSERT_TRUE(waitFor([this] { return analyses().cost().isAnswered() && !rowOf("작은 서버"); }));
    action("undo")->trigger();
    ASSERT_TRUE(waitFor([this] { return analyses().cost().isAnswered() && rowOf("작은 서버"); }));
}
