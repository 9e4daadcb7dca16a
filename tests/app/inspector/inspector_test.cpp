#include "app/inspector/inspector_panel.h"
#include "app/window/panel_docks.h"
#include "tests/app/editor_test.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace lintel;

namespace {

const QByteArray kDesign = R"(lintel: 1
blocks:
  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}
  app: {kind: subnet, in: main, name: app, cidr: 10.0.1.0/24}
  one: {kind: ec2-instance, in: app, name: one, type: t3.micro}
  two: {kind: ec2-instance, in: app, name: two, type: t3.large}
  web-sg: {kind: security-group, in: main, name: 웹}
  db-sg: {kind: security-group, in: main, name: 디비}
  rt: {kind: route-table, in: main, name: rt}
  igw: {kind: internet-gateway, in: main, name: 관문}
connections:
  c: {from: one, to: two, port: 8080}
)";

class InspectorTest : public test::EditorTest {
protected:
    InspectorTest() { openText(kDesign); }

    void select(std::set<std::string> ids)
    {
        window().session().select(std::move(ids));
        QTest::qWait(10);  // the page is made anew once the click is done
    }
    QWidget* inspector() { return &window().panels().inspector(); }
    template <class Widget>
    Widget* field(const QString& name)
    {
        return inspector()->findChild<Widget*>(name);
    }
    const model::Block& block(const char* id) { return *window().session().document().blocks.find(model::BlockId(id)); }
    const model::Value& property(const char* id, const char* key) { return block(id).property(key); }
};

void choose(QComboBox* box, int index)
{
    box->setFocus();
    box->showPopup();
    QTest::keyClick(box->view(), Qt::Key_Home);
    for (int i = 0; i < index; ++i) QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
}

}  // namespace

TEST_F(InspectorTest, ANameIsTypedAndIsOneUndoStep)
{
    select({"one"});
    auto* name = field<QLineEdit>("name");
    ASSERT_NE(name, nullptr);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, "web-1");
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(block("one").name, "web-1");
    EXPECT_EQ(window().session().history().size(), 1);
    action("undo")->trigger();
    EXPECT_EQ(block("one").name, "one");
    QTest::qWait(10);
    EXPECT_EQ(field<QLineEdit>("name")->text(), QString("one")) << "the field follows undo";
}

TEST_F(InspectorTest, WhatSeveralBlocksShareIsSetForAllAtOnce)
{
    select({"one", "two"});
    auto* type = field<QLineEdit>("property.type");
    ASSERT_NE(type, nullptr);
    EXPECT_TRUE(type->text().isEmpty()) << "they differ";
    EXPECT_EQ(type->placeholderText(), QString("Several values"));
    type->setFocus();
    QTest::keyClicks(type, "m5.large");
    QTest::keyClick(type, Qt::Key_Return);
    EXPECT_EQ(property("one", "type"), model::Value("m5.large"));
    EXPECT_EQ(property("two", "type"), model::Value("m5.large"));
    EXPECT_EQ(window().session().history().size(), 1);
    EXPECT_EQ(field<QLineEdit>("name"), nullptr) << "names are each block's own";
}

TEST_F(InspectorTest, FindingsAreWholeOnAPageThatWasFilledBehindAnotherTab)
{
    window().panels().reveal("history");
    ASSERT_TRUE(waitForLint());
    std::string worst;
    std::size_t most = 0;
    for (const auto& block : window().session().document().blocks) {
        std::size_t count = 0;
        for (const auto& finding : window().lint().findings())
            count +=
                static_cast<std::size_t>(std::count(finding.subjects.begin(), finding.subjects.end(), block.id.text()));
        if (count > most) worst = block.id.text();
        most = std::max(most, count);
    }
    ASSERT_GT(most, 0U);
    select({worst});
    window().panels().reveal("inspector");
    QApplication::processEvents();
    int checked = 0;
    for (const auto* label : inspector()->findChildren<QLabel*>()) {
        if (!label->isVisible() || !label->wordWrap() || label->text().isEmpty()) continue;
        ++checked;
        EXPECT_GE(label->height() + 1, label->heightForWidth(label->width())) << label->text().toStdString();
    }
    EXPECT_GT(checked, 1);
}

TEST_F(InspectorTest, ASecurityGroupRuleIsWrittenInTheTable)
{
    select({"db-sg"});
    auto* table = field<QWidget>("property.inbound");
    ASSERT_NE(table, nullptr);
    QTest::mouseClick(table->findChild<QPushButton*>("addRow"), Qt::LeftButton);
    EXPECT_TRUE(window().session().history().isEmpty()) << "an empty row is no edit";
    auto* ports = table->findChild<QLineEdit*>("cell.ports");
    ASSERT_NE(ports, nullptr);
    ports->setFocus();
    QTest::keyClicks(ports, "3306");
    QTest::keyClick(ports, Qt::Key_Return);
    auto* source = table->findChild<QComboBox*>("cell.source");
    ASSERT_NE(source, nullptr);
    const int group = source->findData("web-sg");
    ASSERT_GE(group, 0) << "security groups are offered by name";
    EXPECT_EQ(source->itemText(group), QString("웹"));
    source->setFocus();
    QTest::keyClicks(source->lineEdit(), "web-sg");
    QTest::keyClick(source->lineEdit(), Qt::Key_Return);
    const model::Value::List rules = property("db-sg", "inbound").toList();
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0]["protocol"], model::Value("tcp"));
    EXPECT_EQ(rules[0]["ports"], model::Value(3306));
    EXPECT_EQ(rules[0]["source"], model::Value("web-sg"));
    QTest::mouseClick(table->findChild<QToolButton*>("removeRow"), Qt::LeftButton);
    EXPECT_TRUE(property("db-sg", "inbound").isNull());
}

TEST_F(InspectorTest, WhatIsTypedInARowSurvivesTheRemovalOfTheRowBeforeIt)
{
    select({"db-sg"});
    auto* table = field<QWidget>("property.inbound");
    const auto cell = [&](int row, const char* name) -> QLineEdit* {
        for (auto* frame : table->findChildren<QFrame*>(QStringLiteral("row.%1").arg(row)))
            if (frame->isVisible()) return frame->findChild<QLineEdit*>(name);
        return nullptr;
    };
    const auto addRow = [&] { QTest::mouseClick(table->findChild<QPushButton*>("addRow"), Qt::LeftButton); };
    addRow();
    QTest::keyClicks(cell(0, "cell.ports"), "22");
    addRow();
    ASSERT_NE(cell(1, "cell.ports"), nullptr);
    cell(1, "cell.ports")->setFocus();
    QTest::keyClicks(cell(1, "cell.ports"), "3306");  // no Enter: the click on the cross comes right away
    const auto removers = table->findChildren<QToolButton*>("removeRow");
    const auto first = std::find_if(removers.begin(), removers.end(), [](const QToolButton* button) {
        return button->isVisible() && button->parentWidget()->objectName() == "row.0";
    });
    ASSERT_NE(first, removers.end());
    QTest::mouseClick(*first, Qt::LeftButton);
    const model::Value::List rules = property("db-sg", "inbound").toList();
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_EQ(rules[0]["ports"], model::Value(3306));
    EXPECT_EQ(cell(0, "cell.ports")->text(), QString("3306"));
    EXPECT_EQ(cell(1, "cell.ports"), nullptr);
}

TEST_F(InspectorTest, ARouteChoosesItsTargetFromAList)
{
    select({"rt"});
    auto* table = field<QWidget>("property.routes");
    QTest::mouseClick(table->findChild<QPushButton*>("addRow"), Qt::LeftButton);
    auto* destination = table->findChild<QComboBox*>("cell.destination");
    destination->setFocus();
    QTest::keyClicks(destination->lineEdit(), "0.0.0.0/0");
    QTest::keyClick(destination->lineEdit(), Qt::Key_Return);
    auto* target = table->findChild<QComboBox*>("cell.target");
    const int gateway = target->findText("관문");
    ASSERT_GT(gateway, 0);
    choose(target, gateway);
    const model::Value::List routes = property("rt", "routes").toList();
    ASSERT_EQ(routes.size(), 1U);
    EXPECT_EQ(routes[0]["target"], model::Value("igw"));
}

TEST_F(InspectorTest, SeveralReferencesAreTickedAndAreOneStep)
{
    select({"one"});
    auto* groups = field<QToolButton>("property.security-groups");
    ASSERT_NE(groups, nullptr);
    QMenu* menu = groups->menu();
    menu->popup(groups->mapToGlobal(QPoint(0, groups->height())));
    auto* web = menu->findChild<QCheckBox*>("tick.web-sg");
    auto* db = menu->findChild<QCheckBox*>("tick.db-sg");
    ASSERT_TRUE(web && db);
    web->click();
    db->click();
    menu->hide();
    EXPECT_EQ(property("one", "security-groups").toList().size(), 2U);
    EXPECT_EQ(window().session().history().size(), 1);
}

TEST_F(InspectorTest, AConnectionHasItsFields)
{
    select({"c"});
    auto* ports = field<QLineEdit>("ports");
    ASSERT_NE(ports, nullptr);
    ports->setFocus();
    ports->selectAll();
    QTest::keyClicks(ports, "443");
    QTest::keyClick(ports, Qt::Key_Return);
    EXPECT_EQ(window().session().document().connections.find(model::ConnectionId("c"))->ports, "443");
}

TEST_F(InspectorTest, WithoutASelectionTheDesignIsShown)
{
    select({});
    auto* title = field<QLineEdit>("settings.title");
    ASSERT_NE(title, nullptr);
    title->setFocus();
    QTest::keyClicks(title, "shop");
    QTest::keyClick(title, Qt::Key_Return);
    EXPECT_EQ(window().session().document().settings().title, "shop");
}

TEST_F(InspectorTest, EveryFieldHasAnAccessibleName)
{
    for (const char* id : {"one", "app", "db-sg", "c"}) {
        select({id});
        for (const auto* line : inspector()->findChildren<QLineEdit*>()) {
            const bool isInner = qobject_cast<QComboBox*>(line->parentWidget());
            if (!line->isVisible() || isInner) continue;
            EXPECT_FALSE(line->accessibleName().isEmpty()) << id << ' ' << line->objectName().toStdString();
        }
    }
}

TEST_F(InspectorTest, AFindingStandsUnderTheFieldThatItConcerns)
{
    openText(
        "lintel: 1\nblocks:\n  main: {kind: vpc, cidr: 10.0.0.0/16}\n"
        "  app: {kind: subnet, in: main, cidr: 10.1.0.0/24}\n"
        "  db: {kind: rds-instance, in: app, multi-az: false, encrypted: false}\n",
        "findings.lintel.yaml");
    ASSERT_TRUE(waitForLint());
    select({"app"});
    const auto rows = [this] { return inspector()->findChildren<QFrame*>("fieldFinding"); };
    ASSERT_FALSE(rows().isEmpty());
    auto* line = field<QLineEdit>("property.cidr");
    const auto isBelow = [&](QFrame* row) {
        for (auto* form : inspector()->findChildren<QFormLayout*>()) {
            int field = -1;
            int finding = -1;
            QFormLayout::ItemRole role = QFormLayout::FieldRole;
            form->getWidgetPosition(line, &field, &role);
            form->getWidgetPosition(row, &finding, &role);
            if (field >= 0 && finding == field + 1) return true;
        }
        return false;
    };
    const auto before = rows();
    EXPECT_TRUE(std::any_of(before.begin(), before.end(), isBelow)) << "the range is outside of its VPC";
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "10.0.1.0/24");
    QTest::keyClick(line, Qt::Key_Return);
    ASSERT_TRUE(waitForLint());
    const auto after = rows();
    EXPECT_TRUE(std::none_of(after.begin(), after.end(), isBelow));
}

TEST_F(InspectorTest, ASubnetIsOfferedTheNextFreeAddresses)
{
    select({"app"});
    auto* line = field<QLineEdit>("property.cidr");
    ASSERT_NE(line, nullptr);
    auto* offer = line->findChild<QAction*>("takeFreeRange");
    ASSERT_NE(offer, nullptr);
    EXPECT_TRUE(offer->toolTip().contains("10.0.0.0/24"));
    QToolButton* button = nullptr;
    for (auto* candidate : line->findChildren<QToolButton*>())
        if (candidate->defaultAction() == offer) button = candidate;
    ASSERT_NE(button, nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(property("app", "cidr").toString(), "10.0.0.0/24");
    EXPECT_EQ(window().session().history().size(), 1);
    action("undo")->trigger();
    QTest::qWait(10);
    line = field<QLineEdit>("property.cidr");
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(property("app", "cidr").toString(), "10.0.0.0/24") << "by keyboard too";
}

TEST_F(InspectorTest, WhatTheRoutesMakeOfABlockIsShownAsDerived)
{
    openText(
        "lintel: 1\nblocks:\n  main: {kind: vpc, cidr: 10.0.0.0/16}\n"
        "  igw: {kind: internet-gateway, in: main}\n"
        "  rt: {kind: route-table, in: main, routes: [{destination: 0.0.0.0/0, target: igw}]}\n"
        "  web: {kind: subnet, in: main, cidr: 10.0.1.0/24, route-table: rt}\n"
        "  sg: {kind: security-group, in: main, inbound: [{protocol: tcp, ports: 443, source: 0.0.0.0/0}]}\n"
        "  api: {kind: ec2-instance, in: web, public-ip: true, security-groups: [sg], ports: 443}\n",
        "derived.lintel.yaml");
    select({"api"});
    const auto text = [this] {
        const auto* line = field<QLabel>("derivedNetwork");
        return line ? line->text() : QString();
    };
    ASSERT_TRUE(waitFor([&] { return !text().isEmpty(); }));
    EXPECT_TRUE(text().startsWith("Public")) << text().toStdString();
    EXPECT_TRUE(text().contains("443")) << text().toStdString();
    EXPECT_EQ(field<QLineEdit>("derivedNetwork"), nullptr) << "derived is not typed";
}

TEST_F(InspectorTest, ANoteIsComposedInHangulFromTheFirstKeyAndIsOneStep)
{
    select({"one"});
    auto* note = field<QPlainTextEdit>("comment");
    ASSERT_NE(note, nullptr);
    note->setFocus();
    for (const char* preedit : {"ㅂ", "배", "백"}) {
        QInputMethodEvent composing(QString::fromUtf8(preedit), {});
        QApplication::sendEvent(note, &composing);
    }
    QInputMethodEvent done;
    done.setCommitString(QString::fromUtf8("백"));
    QApplication::sendEvent(note, &done);
    field<QLineEdit>("name")->setFocus();
    const auto& notes = window().session().document().notes;
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes.begin()->text, "백");
    EXPECT_EQ(notes.begin()->subjects, std::vector<std::string>{"one"});
    EXPECT_EQ(window().session().history().size(), 1);
    action("undo")->trigger();
    EXPECT_TRUE(window().session().document().notes.isEmpty());
}
