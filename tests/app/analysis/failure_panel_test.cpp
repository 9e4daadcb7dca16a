#include "tests/app/analysis/analysis_test.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>

using namespace lintel;
using rendering::Mark;

namespace {

class FailurePanelTest : public test::AnalysisTest {
protected:
    QTreeWidget& tree() { return *find<QTreeWidget>("failureTree"); }
    bool waitForAnswer()
    {
        return waitFor([this] { return failure().isAnswered() && !shown().marks.isEmpty(); });
    }
    QString fateOf(const QString& name)
    {
        for (QTreeWidgetItemIterator at(&tree()); *at; ++at)
            if ((*at)->text(0).contains(name)) return (*at)->text(1);
        return {};
    }
};

}  // namespace

TEST_F(FailurePanelTest, AZoneThatFailsTakesItsServersAlong)
{
    ASSERT_TRUE(chooseFromMenu("az-a", "context.fail"));
    ASSERT_TRUE(waitForAnswer());
    EXPECT_TRUE(find("failurePanel")->isVisible());
    EXPECT_TRUE(shown().dimmed.contains("web-a"));
    EXPECT_TRUE(shown().dimmed.contains("db"));
    EXPECT_FALSE(shown().dimmed.contains("web-c"));
    EXPECT_EQ(toneOf("web-c"), Mark::Tone::Weak);
    EXPECT_EQ(shown().marks.marks.at("web-c").chip, "1/2");
    EXPECT_EQ(toneOf("db"), Mark::Tone::Broken);
    const auto& words = window().words();
    EXPECT_EQ(fateOf("디비"), words("failure.dies"));
    EXPECT_EQ(fateOf("로드 밸런서"), words("failure.survives"));
    EXPECT_EQ(fateOf("웹 A"), words("failure.degrades", {{"left", "1"}, {"before", "2"}}));
}

TEST_F(FailurePanelTest, ABlockThatFailsIsChosenInThePanel)
{
    key(Qt::Key_J, Qt::ControlModifier);
    type(*find<QComboBox>("failureWhat"), "로드 밸런서 · Application Load Balancer");
    ASSERT_TRUE(waitForAnswer());
    EXPECT_EQ(toneOf("alb"), Mark::Tone::Broken);
    EXPECT_EQ(fateOf("웹 A"), window().words()("failure.dies"));
}

TEST_F(FailurePanelTest, WithNothingSelectedTheZonesAreOffered)
{
    window().session().select({});
    key(Qt::Key_J, Qt::ControlModifier);
    QAbstractItemView& offered = *find<QComboBox>("failureWhat")->completer()->popup();
    ASSERT_TRUE(waitFor([&] { return offered.isVisible(); })) << "pressing the keys shows that something is asked";
    EXPECT_EQ(offered.model()->index(0, 0).data().toString(), window().words()("failure.zone", {{"zone", "a"}}));
    QTest::keyClick(&offered, Qt::Key_Down);
    QTest::keyClick(&offered, Qt::Key_Return);
    ASSERT_TRUE(waitForAnswer());
    EXPECT_TRUE(failure().failure() ==
                app::analysis::failureOf(*window().session().document().blocks.find(model::BlockId("az-a"))));
}

TEST_F(FailurePanelTest, CopiesOfOneBlockAreCountedWhenAZoneTakesSome)
{
    openText(R"(lintel: 1
title: 묶음
blocks:
  people: {kind: users, name: 사용자}
  main: {kind: vpc, name: main, cidr: 10.0.0.0/16}
  az-a: {kind: availability-zone, in: main, name: 영역 A, zone: a}
  az-c: {kind: availability-zone, in: main, name: 영역 C, zone: c}
  a: {kind: subnet, in: az-a, name: 서브넷 A, cidr: 10.0.1.0/24}
  c: {kind: subnet, in: az-c, name: 서브넷 C, cidr: 10.0.2.0/24}
  asg: {kind: auto-scaling-group, in: main, name: 묶음, subnets: [a, c], min: 2, max: 4, desired: 4}
connections:
  people-asg: {from: people, to: asg, port: 443}
)");
    failure().fail({app::analysis::Failure::What::Zone, "a"});
    ASSERT_TRUE(waitFor([this] { return toneOf("asg").has_value(); }));
    EXPECT_EQ(shown().marks.marks.at("asg").chip, "2/4");
    EXPECT_EQ(fateOf("묶음"), window().words()("failure.degrades", {{"left", "2"}, {"before", "4"}}));
}

TEST_F(FailurePanelTest, AConnectionThatFailsCutsOffWhatOnlyItLeadsTo)
{
    ASSERT_TRUE(chooseFromMenu("web-a-db", "context.fail"));
    ASSERT_TRUE(waitForAnswer());
    EXPECT_EQ(toneOf("web-a-db"), Mark::Tone::Broken);
    const auto& words = window().words();
    EXPECT_EQ(fateOf("디비"), words("failure.dies"));
    EXPECT_EQ(fateOf("웹 A"), words("failure.survives"));
    EXPECT_EQ(fateOf("로드 밸런서"), words("failure.survives"));
}

TEST_F(FailurePanelTest, EscapeEndsTheFailure)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.fail"));
    ASSERT_TRUE(waitForAnswer());
    EXPECT_TRUE(find<QPushButton>("failureRecover")->isEnabled());
    key(Qt::Key_Escape);
    EXPECT_EQ(window().controller().analysisOwner(), nullptr);
    EXPECT_FALSE(failure().failure().has_value());
    EXPECT_EQ(tree().topLevelItemCount(), 0);
    EXPECT_FALSE(find<QLabel>("failureVerdict")->text().isEmpty()) << "an empty panel says what it is for";
}

TEST_F(FailurePanelTest, WhatIsDeletedNoLongerFails)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.fail"));
    ASSERT_TRUE(waitForAnswer());
    window().session().select({"alb"});
    action("delete")->trigger();
    ASSERT_TRUE(waitFor([this] { return window().controller().analysisOwner() == nullptr; }));
    EXPECT_FALSE(failure().failure().has_value());
}

TEST_F(FailurePanelTest, SinglePointsAreMarkedByAToggle)
{
    key(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(waitFor([this] { return toneOf("web-a").has_value() || toneOf("db").has_value(); }));
    EXPECT_TRUE(action("single-points")->isChecked());
    EXPECT_TRUE(find<QCheckBox>("failureSinglePoints")->isChecked());
    EXPECT_EQ(toneOf("web-a"), Mark::Tone::Single) << "only it leads to the database";
    EXPECT_FALSE(toneOf("web-c").has_value());
    QTest::mouseClick(find("failureSinglePoints"), Qt::LeftButton, Qt::NoModifier,
                      QPoint(8, find("failureSinglePoints")->height() / 2));
    EXPECT_EQ(window().controller().analysisOwner(), nullptr);
    EXPECT_FALSE(action("single-points")->isChecked());
}

TEST_F(FailurePanelTest, AnotherAnalysisTakesTheCanvas)
{
    ASSERT_TRUE(chooseFromMenu("alb", "context.fail"));
    ASSERT_TRUE(waitForAnswer());
    ASSERT_TRUE(chooseFromMenu("alb", "context.reach-from-internet"));
    ASSERT_TRUE(waitFor([this] { return isShown(reach()) && toneOf("alb") == Mark::Tone::Open; }));
    EXPECT_FALSE(failure().failure().has_value());
    EXPECT_TRUE(shown().dimmed.contains("web-a"));
}

TEST_F(FailurePanelTest, TheCommandIsFoundInBothLanguages)
{
    for (const auto language : {model::text::Language::English, model::text::Language::Korean}) {
        window().setLanguage(language);
        for (const char* id : {"reach", "reach-from-internet", "fail", "single-points", "leave-analysis"}) {
            EXPECT_FALSE(action(id)->text().isEmpty());
            EXPECT_FALSE(action(id)->text().startsWith("editor.")) << id;
        }
    }
}
