#include "app/problems/problems_panel.h"
#include "app/window/panel_docks.h"
#include "tests/app/editor_test.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace lintel;

namespace {

// A subnet that is called public and has no route to the internet, and two subnets that overlap.
const QByteArray kDesign = R"(lintel: 1
blocks:
  main: {kind: vpc, name: main, cidr: 10.0.0.0/16}
  pub: {kind: subnet, in: main, name: 퍼블릭, cidr: 10.0.1.0/24, label: public}
  twin: {kind: subnet, in: main, name: twin, cidr: 10.0.1.0/25}
)";

class ProblemsTest : public test::EditorTest {
protected:
    ProblemsTest()
    {
        openText(kDesign);
        EXPECT_TRUE(waitForLint());
        QTest::qWait(10);
    }
    QTreeWidget* list() { return find<QTreeWidget>("problemsList"); }
    app::problems::ProblemsPanel& panel() { return window().panels().problems(); }
    void click(int row)
    {
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list()->visualItemRect(list()->topLevelItem(row)).center());
        QCoreApplication::processEvents();  // new buttons are shown by an event
    }
    std::vector<QPushButton*> fixes()
    {
        std::vector<QPushButton*> found;
        for (auto* button : panel().findChildren<QPushButton*>())
            if (button->objectName().startsWith("fix.") && button->isVisibleTo(&panel())) found.push_back(button);
        return found;
    }
    int rowWithFix()
    {
        for (int row = 0; row < list()->topLevelItemCount(); ++row) {
            click(row);
            if (!fixes().empty()) return row;
        }
        return -1;
    }
};

}  // namespace

TEST_F(ProblemsTest, ListsTheFindingsOfTheDesign)
{
    EXPECT_EQ(static_cast<std::size_t>(list()->topLevelItemCount()), window().lint().findings().size());
    EXPECT_GT(list()->topLevelItemCount(), 0);
}

TEST_F(ProblemsTest, SeveritiesAreFilteredAndCounted)
{
    int errors = 0;
    for (const auto& finding : window().lint().findings())
        errors += finding.severity == model::lint::Severity::Error ? 1 : 0;
    auto* filter = find<QToolButton>("filter.errors");
    EXPECT_TRUE(filter->text().contains(QString::number(errors))) << filter->text().toStdString();
    const int all = list()->topLevelItemCount();
    QTest::mouseClick(filter, Qt::LeftButton);
    EXPECT_EQ(list()->topLevelItemCount(), all - errors);
    QTest::mouseClick(filter, Qt::LeftButton);
    EXPECT_EQ(list()->topLevelItemCount(), all);
}

TEST_F(ProblemsTest, AClickShowsWhereAndWhy)
{
    QSignalSpy shown(&panel(), &app::problems::ProblemsPanel::shown);
    click(0);
    ASSERT_GE(shown.count(), 1);
    const auto ids = shown.last()[0].value<std::vector<std::string>>();
    EXPECT_FALSE(ids.empty());
    EXPECT_EQ(ids.front(), window().lint().findings().front().subjects.front());
    const QString text = find<QTextBrowser>("explanation")->toPlainText();
    EXPECT_TRUE(text.contains(QString::fromStdString(window().lint().findings().front().rule)));
    EXPECT_GT(text.size(), 80) << "the reason is told, not only the message";
}

TEST_F(ProblemsTest, AFixIsPreviewedWhilePointedAtAndChangesNothing)
{
    const int row = rowWithFix();
    ASSERT_GE(row, 0);
    const model::Document before = window().session().document();
    QSignalSpy previewed(&panel(), &app::problems::ProblemsPanel::previewed);
    QPushButton* fix = fixes().front();
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QCoreApplication::sendEvent(fix, &enter);
    ASSERT_EQ(previewed.count(), 1);
    EXPECT_FALSE(previewed.last()[0].value<model::edit::ChangeSet>().isEmpty());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(fix, &leave);
    EXPECT_TRUE(previewed.last()[0].value<model::edit::ChangeSet>().isEmpty());
    EXPECT_EQ(window().session().document(), before);
}

TEST_F(ProblemsTest, AFixIsOneUndoStepAndItsFindingGoes)
{
    ASSERT_GE(rowWithFix(), 0);
    const model::Document before = window().session().document();
    const std::string fingerprint = [&] {
        for (const auto& finding : window().lint().findings())
            if (!finding.fixes.empty() &&
                "fix." + finding.fixes.front().id == fixes().front()->objectName().toStdString())
                return finding.fingerprint;
        return std::string();
    }();
    ASSERT_FALSE(fingerprint.empty());
    QTest::mouseClick(fixes().front(), Qt::LeftButton);
    EXPECT_EQ(window().session().history().size(), 1);
    ASSERT_TRUE(waitForLint());
    for (const auto& finding : window().lint().findings()) EXPECT_NE(finding.fingerprint, fingerprint);
    action("undo")->trigger();
    EXPECT_EQ(window().session().document(), before);
}

TEST_F(ProblemsTest, TheChosenProblemStaysChosenOverUnrelatedEdits)
{
    click(0);
    const QString text = list()->topLevelItem(0)->text(0);
    action("select-all")->trigger();
    ASSERT_TRUE(window().session().apply([&] {
        model::edit::ChangeSet change;
        auto topic = std::make_shared<model::Block>();
        topic->id = model::BlockId("topic");
        topic->kind = model::KindId("sns");
        change.blocks.push_back({nullptr, topic});
        return change;
    }()));
    ASSERT_TRUE(waitForLint());
    QTest::qWait(10);
    ASSERT_NE(list()->currentItem(), nullptr);
    EXPECT_EQ(list()->currentItem()->text(0), text);
}
