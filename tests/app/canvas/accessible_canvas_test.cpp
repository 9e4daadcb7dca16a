// What a screen reader finds on the canvas.
#include "app/qt_text.h"
#include "tests/app/editor_test.h"

#include <QAccessible>
#include <QTest>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n"
    "  pub: {kind: subnet, in: main, name: web, cidr: 10.0.1.0/24}\n"
    "  api: {kind: ec2-instance, in: pub, name: api}\n  db: {kind: rds-instance, in: pub, name: orders}\n"
    "connections:\n  api-db: {from: api, to: db, port: 3306}\n";

class AccessibleCanvasTest : public test::EditorTest {
protected:
    QAccessibleInterface* canvas() { return QAccessible::queryAccessibleInterface(&window().canvas()); }
    QAccessibleInterface* childNamed(const QString& name)
    {
        for (int i = 0; i < canvas()->childCount(); ++i)
            if (canvas()->child(i)->text(QAccessible::Name) == name) return canvas()->child(i);
        return nullptr;
    }
};

}  // namespace

TEST_F(AccessibleCanvasTest, BlocksAndConnectionsAreReadWithWhatLintSays)
{
    openText(kDesign);
    ASSERT_TRUE(waitForLint());
    ASSERT_NE(canvas(), nullptr);
    EXPECT_EQ(canvas()->childCount(), 5);
    QAccessibleInterface* vpc = childNamed("본점, VPC");
    ASSERT_NE(vpc, nullptr);
    EXPECT_EQ(vpc->role(), QAccessible::Grouping);
    QAccessibleInterface* database = childNamed("orders, RDS DB instance");
    ASSERT_NE(database, nullptr);
    EXPECT_TRUE(database->text(QAccessible::Description).startsWith("in web"));
    bool isFindingRead = false;
    for (const auto& finding : window().lint().findings())
        if (!finding.subjects.empty() && finding.subjects.front() == "db")
            isFindingRead =
                isFindingRead ||
                database->text(QAccessible::Description).contains(window().session().textOf(finding.message));
    EXPECT_TRUE(isFindingRead);
    EXPECT_NE(childNamed(QString::fromUtf8("api → orders, 3306")), nullptr);
}

TEST_F(AccessibleCanvasTest, TheSelectionIsTheFocusAndPlacesAreRight)
{
    openText(kDesign);
    window().canvas().setFocus();
    window().session().select({"db"});
    QAccessibleInterface* database = childNamed("orders, RDS DB instance");
    ASSERT_NE(database, nullptr);
    EXPECT_TRUE(database->state().selected);
    EXPECT_EQ(canvas()->focusChild(), database);
    EXPECT_EQ(canvas()->child(canvas()->indexOfChild(database)), database);
    const QPoint middle = database->rect().center();
    EXPECT_EQ(canvas()->childAt(middle.x(), middle.y()), database);
}

TEST_F(AccessibleCanvasTest, WhatIsGoneIsNoLongerValid)
{
    openText(kDesign);
    QAccessibleInterface* database = childNamed("orders, RDS DB instance");
    ASSERT_NE(database, nullptr);
    window().session().select({"db"});
    QTest::keyClick(&window().canvas(), Qt::Key_Delete);
    EXPECT_FALSE(database->isValid());
    EXPECT_EQ(canvas()->childCount(), 3);
    window().setLanguage(model::text::Language::Korean);
    EXPECT_NE(childNamed(QString::fromUtf8("api, EC2 인스턴스")), nullptr);
    window().setLanguage(model::text::Language::English);
}
