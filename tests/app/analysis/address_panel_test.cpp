#include "app/analysis/address_panel.h"
#include "app/analysis/address_bar.h"
#include "tests/app/analysis/analysis_test.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

using namespace lintel;
using model::BlockId;

namespace {

class AddressPanelTest : public test::AnalysisTest {
protected:
    AddressPanelTest()
    {
        action("addresses")->trigger();
        EXPECT_TRUE(waitForPlan());
    }
    app::analysis::AddressPanel& panel() { return analyses().addresses(); }
    bool waitForPlan()
    {
        return waitFor([this] { return panel().isAnswered() && bar() && bar()->width() > 200; });
    }
    app::analysis::AddressBar* bar()
    {
        for (auto* each : panel().findChildren<app::analysis::AddressBar*>())
            if (!each->isHidden()) return each;
        return nullptr;
    }
    QString rangeOf(const char* id)
    {
        return QString::fromStdString(
            window().session().document().blocks.find(BlockId(id))->property("cidr").toString());
    }
    void click(const char* subnet)
    {
        QTest::mouseClick(bar(), Qt::LeftButton, Qt::NoModifier, bar()->rectOf(BlockId(subnet)).center().toPoint());
    }
    void dragBorder(const char* subnet, int by)
    {
        const QRectF rect = bar()->rectOf(BlockId(subnet));
        const QPoint from(qRound(rect.right()), qRound(rect.center().y()));
        QTest::mousePress(bar(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(bar(), from + QPoint(by / 2, 0));
        QTest::mouseMove(bar(), from + QPoint(by, 0));
        QTest::mouseRelease(bar(), Qt::LeftButton, Qt::NoModifier, from + QPoint(by, 0));
    }
    int steps() { return window().session().undoStack().count(); }
};

}  // namespace

TEST_F(AddressPanelTest, ABarShowsSubnetsAndChoosesThem)
{
    EXPECT_FALSE(bar()->rectOf(BlockId("a")).isEmpty());
    EXPECT_LT(bar()->rectOf(BlockId("a")).right(), bar()->rectOf(BlockId("c")).left());
    click("c");
    EXPECT_EQ(panel().chosen(), BlockId("c"));
    EXPECT_TRUE(window().session().selection().contains("c"));
    EXPECT_TRUE(find<QLabel>("addressState")->text().contains("10.0.2.0/24"));
}

TEST_F(AddressPanelTest, ABorderIsDraggedAndTakenBack)
{
    dragBorder("c", 40);
    EXPECT_EQ(rangeOf("c"), "10.0.2.0/23");
    EXPECT_EQ(steps(), 1);
    ASSERT_TRUE(waitForPlan());
    dragBorder("c", -80);
    EXPECT_EQ(rangeOf("c"), "10.0.2.0/25");
    action("undo")->trigger();
    action("undo")->trigger();
    EXPECT_EQ(rangeOf("c"), "10.0.2.0/24");
}

TEST_F(AddressPanelTest, ANeighbourDoesNotGiveWay)
{
    // 10.0.1.0 does not begin a /23, whatever is free behind it.
    dragBorder("a", 120);
    EXPECT_EQ(rangeOf("a"), "10.0.1.0/24");
    EXPECT_EQ(steps(), 0);
}

TEST_F(AddressPanelTest, SplitAndMergeAreOneStepEach)
{
    click("a");
    QTest::mouseClick(find("addressSplit"), Qt::LeftButton);
    EXPECT_EQ(rangeOf("a"), "10.0.1.0/25");
    EXPECT_EQ(steps(), 1);
    ASSERT_TRUE(waitForPlan());
    QTest::mouseClick(find("addressMerge"), Qt::LeftButton);
    EXPECT_EQ(rangeOf("a"), "10.0.1.0/24");
    EXPECT_EQ(steps(), 2);
}

TEST_F(AddressPanelTest, TheNextFreeRangeIsProposedAndTaken)
{
    find<QSpinBox>("addressPrefix")->setValue(20);
    EXPECT_TRUE(find<QLabel>("addressNext")->text().contains("10.0.16.0/20"))
        << find<QLabel>("addressNext")->text().toStdString();
    const auto before = window().session().document().blocks.size();
    QTest::mouseClick(find("addressAdd"), Qt::LeftButton);
    EXPECT_EQ(window().session().document().blocks.size(), before + 1);
    EXPECT_EQ(steps(), 1);
    ASSERT_TRUE(waitForPlan());
    EXPECT_TRUE(find<QLabel>("addressNext")->text().contains("10.0.32.0/20"));
}

TEST_F(AddressPanelTest, KeysChooseAndResize)
{
    bar()->setFocus();
    QTest::keyClick(bar(), Qt::Key_Right);
    EXPECT_EQ(panel().chosen(), BlockId("a"));
    QTest::keyClick(bar(), Qt::Key_Right);
    EXPECT_EQ(panel().chosen(), BlockId("c"));
    QTest::keyClick(bar(), Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(rangeOf("c"), "10.0.2.0/25");
}

TEST_F(AddressPanelTest, WithoutAVpcItSaysWhatItIsFor)
{
    window().session().select({"main"});
    action("delete")->trigger();
    ASSERT_TRUE(waitFor([this] { return panel().isAnswered(); }));
    EXPECT_EQ(find<QLabel>("addressState")->text(), window().words()("addresses.hint"));
}
