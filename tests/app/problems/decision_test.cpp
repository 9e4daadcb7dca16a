#include "app/problems/problems_panel.h"
#include "app/window/panel_docks.h"
#include "tests/app/editor_test.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace lintel;

namespace {

const QByteArray kDesign = R"(lintel: 1
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  db: {kind: rds-instance, in: vpc, name: 주문 DB, engine: mysql, multi-az: false}
)";

class DecisionTest : public test::EditorTest {
protected:
    QTreeWidget* list() { return find<QTreeWidget>("problemsList"); }
    void open(const QByteArray& text)
    {
        openText(text);
        EXPECT_TRUE(waitForLint());
        QTest::qWait(10);
    }
    const model::lint::Finding* finding(const std::string& rule)
    {
        for (const auto& one : window().lint().findings())
            if (one.rule == rule) return &one;
        return nullptr;
    }
    QTreeWidgetItem* row(const std::string& rule)
    {
        const auto& findings = window().lint().findings();
        for (int at = 0; at < list()->topLevelItemCount(); ++at) {
            QTreeWidgetItem* item = list()->topLevelItem(at);
            if (findings[static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt())].rule == rule) return item;
        }
        return nullptr;
    }
    /// The right mouse button on a finding, and a click in the menu that opens.
    bool choose(const std::string& rule, const char* entry)
    {
        QTreeWidgetItem* item = row(rule);
        if (!item) return false;
        Q_EMIT list()->customContextMenuRequested(list()->visualItemRect(item).center());
        auto* menu = window().findChild<QMenu*>("problemsMenu");
        if (!menu) return false;
        for (QAction* action : menu->actions())
            if (action->objectName() == entry) {
                action->trigger();
                menu->close();
                QCoreApplication::processEvents();
                return true;
            }
        menu->close();
        return false;
    }
    void decide(const QString& reason)
    {
        ASSERT_TRUE(choose("rds-single-az", "problems.menu-decide"));
        auto* dialog = find<QDialog>("decisionDialog");
        ASSERT_NE(dialog, nullptr);
        auto* button = dialog->findChild<QAbstractButton*>("decision.decide");
        EXPECT_FALSE(button->isEnabled()) << "there is no way on without a reason";
        dialog->findChild<QPlainTextEdit*>("decision.reason")->setPlainText(reason);
        ASSERT_TRUE(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        ASSERT_TRUE(waitForLint());
        QTest::qWait(10);
    }
};

}  // namespace

TEST_F(DecisionTest, AFindingIsDecidedStruckThroughAndUndone)
{
    open(kDesign);
    const model::Document before = window().session().document();
    decide("백업으로 충분");
    ASSERT_NE(finding("rds-single-az"), nullptr);
    EXPECT_TRUE(finding("rds-single-az")->waived);
    ASSERT_NE(row("rds-single-az"), nullptr);
    EXPECT_TRUE(row("rds-single-az")->font(0).strikeOut());
    EXPECT_EQ(window().session().history().size(), 1);
    list()->setCurrentItem(row("rds-single-az"));
    EXPECT_TRUE(find<QTextBrowser>("explanation")->toPlainText().contains("백업으로 충분"));

    auto* filter = find<QToolButton>("filter.decided");
    EXPECT_TRUE(filter->text().contains('1')) << filter->text().toStdString();
    QTest::mouseClick(filter, Qt::LeftButton);
    EXPECT_EQ(row("rds-single-az"), nullptr);

    action("undo")->trigger();
    EXPECT_EQ(window().session().document(), before);
}

TEST_F(DecisionTest, ADecisionIsTakenBack)
{
    open(kDesign);
    decide("fine");
    ASSERT_TRUE(choose("rds-single-az", "problems.menu-withdraw"));
    ASSERT_TRUE(waitForLint());
    EXPECT_FALSE(finding("rds-single-az")->waived);
    EXPECT_TRUE(window().session().document().waivers.isEmpty());
}

TEST_F(DecisionTest, AChangedSubjectBringsTheFindingBack)
{
    open(kDesign);
    decide("fine");
    model::edit::ChangeSet change;
    const auto old = window().session().document().blocks.row(model::BlockId("db"));
    auto changed = std::make_shared<model::Block>(*old);
    changed->properties["engine"] = model::Value("postgres");
    change.blocks.push_back({old, changed});
    ASSERT_TRUE(window().session().apply(change));
    ASSERT_TRUE(waitForLint());
    EXPECT_FALSE(finding("rds-single-az")->waived);
    EXPECT_NE(finding("stale-decision"), nullptr);
}

TEST_F(DecisionTest, TheExplanationShowsBeforeAndAfter)
{
    open(kDesign);
    list()->setCurrentItem(row("rds-single-az"));
    EXPECT_TRUE(find<QTextBrowser>("explanation")->toHtml().contains("story:rds-single-az"));
}

TEST_F(DecisionTest, TheTeamPolicyHoldsInTheEditorToo)
{
    QDir(filePath(".")).mkpath(".lintel");
    writeFile(filePath(".lintel/policy.yaml"),
              "policy: 1\nrules: {rds-single-az: off}\nnames:\n  latin: {kinds: [rds-instance], pattern: '[a-z]+'}\n");
    open(kDesign);
    EXPECT_EQ(finding("rds-single-az"), nullptr);
    EXPECT_NE(finding("assertion-violated"), nullptr);
}
