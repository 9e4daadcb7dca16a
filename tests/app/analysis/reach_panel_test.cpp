#include "tests/app/analysis/analysis_test.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace lintel;
using rendering::Mark;

namespace {

class ReachPanelTest : public test::AnalysisTest {
protected:
    QTreeWidget& tree() { return *find<QTreeWidget>("reachTree"); }
    QComboBox& from() { return *find<QComboBox>("reachFrom"); }
    QComboBox& to() { return *find<QComboBox>("reachTo"); }
    QString verdict() { return find<QLabel>("reachVerdict")->text(); }
    void openPanel() { key(Qt::Key_R, Qt::ControlModifier); }
    /// The database keeps the web servers out.
    void askForDatabase()
    {
        window().session().select({"web-a", "db"});
        // In id order: from the database to the web server; the other way round is asked by the button between the two.
        openPanel();
        ASSERT_TRUE(waitFor([this] { return reach().isAnswered(); }));
        QTest::mouseClick(find("reachSwap"), Qt::LeftButton);
        ASSERT_TRUE(waitFor([this] { return reach().isAnswered() && toneOf("web-a-db").has_value(); }));
    }
};

}  // namespace

TEST_F(ReachPanelTest, LightsThePathStepByStep)
{
    openPanel();
    type(from(), window().words()("reach.internet"));
    type(to(), "웹 A · EC2 instance");
    ASSERT_TRUE(waitForPath(1));
    ASSERT_TRUE(waitForPath(2));
    const int rowsOfPath = static_cast<int>(rows(tree()).size()) - 1;
    ASSERT_TRUE(waitForPath(static_cast<std::size_t>(rowsOfPath)));
    EXPECT_EQ(toneOf("alb"), Mark::Tone::Open);
    EXPECT_EQ(toneOf("web-a"), Mark::Tone::Open);
    EXPECT_EQ(toneOf("alb-web-a"), Mark::Tone::Open) << "the drawn line is lit as well";
    EXPECT_TRUE(shown().dimmed.contains("web-c"));
    EXPECT_FALSE(shown().dimmed.contains("web-a"));
    EXPECT_TRUE(find("analysisBanner")->isVisible());
}

TEST_F(ReachPanelTest, AsksAboutTwoSelectedBlocksFromTheMenu)
{
    window().session().select({"alb", "web-c"});
    ASSERT_TRUE(chooseFromMenu("web-c", "context.reach"));
    ASSERT_TRUE(waitFor([this] { return toneOf("web-c").has_value(); }));
    EXPECT_EQ(from().currentText(), QString::fromUtf8("로드 밸런서 · Application Load Balancer"));
    EXPECT_TRUE(find("reachPanel")->isVisible());
}

TEST_F(ReachPanelTest, AsksFromTheInternetAboutOneBlock)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.reach-from-internet"));
    ASSERT_TRUE(waitFor([this] { return toneOf("alb") == Mark::Tone::Open; }));
    EXPECT_EQ(from().currentText(), window().words()("reach.internet"));
}

TEST_F(ReachPanelTest, MarksWhatIsInTheWayAndOffersTheFix)
{
    askForDatabase();
    EXPECT_EQ(toneOf("sg-db"), Mark::Tone::Broken);
    EXPECT_EQ(toneOf("web-a-db"), Mark::Tone::Broken);
    EXPECT_TRUE(rows(tree()).join('\n').contains("sg-db"));
    const auto fixes = [this] {
        QList<QPushButton*> buttons;
        for (auto* button : reach().findChildren<QPushButton*>())
            if (button->objectName().startsWith("fix.") && button->isVisible()) buttons << button;
        return buttons;
    };
    ASSERT_TRUE(waitFor([&] { return !fixes().isEmpty(); }));
    QTest::mouseClick(fixes().front(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] {
        return reach().isAnswered() && toneOf("db") == Mark::Tone::Open && toneOf("sg-db") != Mark::Tone::Broken;
    }));
    EXPECT_FALSE(verdict().contains(window().words()("reach.no", {{"from", "웹 A"}, {"to", "디비"}})));
    EXPECT_EQ(window().session().undoStack().count(), 1);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([this] { return reach().isAnswered() && toneOf("sg-db") == Mark::Tone::Broken; }));
}

TEST_F(ReachPanelTest, APortOfOnesOwnIsAskedAbout)
{
    openPanel();
    type(from(), window().words()("reach.internet"));
    type(to(), "로드 밸런서 · Application Load Balancer");
    ASSERT_TRUE(waitFor([this] { return toneOf("alb") == Mark::Tone::Open; }));
    auto* port = find<QLineEdit>("reachPort");
    port->setFocus();
    QTest::keyClicks(port, "22");
    QTest::keyClick(port, Qt::Key_Return);
    ASSERT_TRUE(
        waitFor([this] { return toneOf("alb") == Mark::Tone::Broken || toneOf("sg-alb") == Mark::Tone::Broken; }));
    EXPECT_TRUE(rows(tree()).front().contains("22"));
}

TEST_F(ReachPanelTest, EscapeGivesTheCanvasBack)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.reach-from-internet"));
    ASSERT_TRUE(waitFor([this] { return toneOf("alb").has_value(); }));
    key(Qt::Key_Escape);
    EXPECT_EQ(window().controller().analysisOwner(), nullptr);
    EXPECT_TRUE(shown().marks.isEmpty());
    EXPECT_FALSE(find("analysisBanner")->isVisible());
}

TEST_F(ReachPanelTest, AnAnswerAboutAnOlderDesignIsNotShown)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.reach-from-internet"));
    ASSERT_TRUE(waitFor([this] { return toneOf("alb") == Mark::Tone::Open; }));
    window().session().select({"sg-alb"});
    action("delete")->trigger();
    EXPECT_TRUE(shown().marks.isEmpty());
    EXPECT_FALSE(reach().isAnswered());
    ASSERT_TRUE(waitFor([this] { return reach().isAnswered(); }));
    EXPECT_NE(toneOf("igw"), Mark::Tone::Open);
}

TEST_F(ReachPanelTest, SpeaksKorean)
{
    window().setLanguage(model::text::Language::Korean);
    ASSERT_TRUE(chooseFromMenu("alb", "context.reach-from-internet"));
    ASSERT_TRUE(waitFor([this] { return reach().isAnswered(); }));
    EXPECT_TRUE(verdict().contains("인터넷에서 로드 밸런서로 닿습니다.")) << verdict().toStdString();
}
