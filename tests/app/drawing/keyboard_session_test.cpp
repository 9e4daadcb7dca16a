// A small service on a budget (nginx at the edge, a NAT instance, a bastion, servers and MySQL in private subnets, four
// security groups, rule for rule), drawn by keyboard alone. Key presses are counted; the words that people type, names
// and addresses, are not.
#include "tests/app/drawing/editor_driver.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

namespace lintel::app::test {
namespace {

constexpr int kMostPresses = 150;

class KeyboardSession : public ::testing::Test {
protected:
    EditorDriver editor;
    int presses = 0;

    void press(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        ++presses;
        editor.key(code, modifiers);
        QApplication::processEvents();
    }
    void write(const QString& words)
    {
        editor.type(words);
        QApplication::processEvents();
    }
    /// "/" and a kind; then its name.
    std::string add(const QString& kind, const QString& name = {})
    {
        press(Qt::Key_Slash);
        write(kind);
        press(Qt::Key_Return);
        if (!name.isEmpty()) {
            write(name);
            press(Qt::Key_Return);
        }
        const auto& selection = editor.window().session().selection();
        EXPECT_EQ(selection.size(), 1U) << kind.toStdString();
        return selection.empty() ? std::string() : *selection.begin();
    }
    void find(const QString& name)
    {
        press(Qt::Key_F, Qt::ControlModifier);
        write(name);
        press(Qt::Key_Return);
    }
    void field(const QString& title)
    {
        press(Qt::Key_I, Qt::ControlModifier);
        write(title);
        press(Qt::Key_Return);
    }
    void connectTo(const QString& name)
    {
        press(Qt::Key_E, Qt::ControlModifier);
        write(name);
        press(Qt::Key_Return);
    }
    void duplicateAs(const QString& name)
    {
        press(Qt::Key_D, Qt::ControlModifier);
        write(name);
        press(Qt::Key_Return);
    }
    struct Rule {
        const char* ports;
        const char* source;
    };
    std::string addGroup(const QString& name, const std::vector<Rule>& rules)
    {
        const std::string id = add("security group", name);
        field("inbound");
        press(Qt::Key_Space);
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (i > 0) press(Qt::Key_Return, Qt::ControlModifier);
            write(rules[i].ports);
            press(Qt::Key_Tab);
            write(rules[i].source);
        }
        press(Qt::Key_Escape);
        return id;
    }
    void protectBy(const QString& group)
    {
        field("security groups");
        ASSERT_NE(QApplication::focusWidget(), nullptr);
        EXPECT_EQ(QApplication::focusWidget()->objectName(), "property.security-groups");
        // The list runs a loop of its own.
        QTimer::singleShot(50, &editor.window(), [this, group] { writeInMenu(group); });
        press(Qt::Key_Space);
        press(Qt::Key_Escape);
    }
    /// The list of groups is a menu with a line in it; the keys go there.
    void writeInMenu(const QString& words)
    {
        QWidget* menu = QApplication::activePopupWidget();
        ASSERT_NE(menu, nullptr);
        auto* line = menu->findChild<QLineEdit*>("referenceFilter");
        ASSERT_NE(line, nullptr);
        EXPECT_EQ(menu->focusWidget(), line) << "one can type at once";
        QTest::keyClicks(line, words);
        ++presses;
        QTest::keyClick(line, Qt::Key_Return);
        QApplication::processEvents();
    }

    void drawNetworkAndRules()
    {
        press(Qt::Key_N, Qt::ControlModifier);
        add("users");
        add("hosted zone", "everydaehwa.net");
        add("vpc", "everydaehwa-vpc");
        field("cidr");
        write("10.60.0.0/20");
        press(Qt::Key_Escape);
        add("internet gateway");
        addGroup("bastion-sg", {{"22,443", "203.0.113.10/32"}});
        addGroup("edge-sg", {{"80,443", "0.0.0.0/0"}});
        addGroup("private-sg", {{"22", "bastion-sg"}, {"80,443,3000,8080", "edge-sg"}});
        addGroup("db-sg", {{"22", "bastion-sg"}, {"3306", "private-sg"}});
    }

    void drawPublicPart()
    {
        add("zone");
        add("public subnet", "public");
        add("ec2", "edge");
        protectBy("edge-sg");
        add("bastion", "bastion");
        protectBy("bastion-sg");
        add("nat instance", "nat");
        add("route table", "data routes");
        add("route table", "private routes");
        field("routes");
        press(Qt::Key_Space);
        write("0.0.0.0/0");
        press(Qt::Key_Tab);
        write("nat");
        press(Qt::Key_Escape);
    }

    void drawPrivatePart()
    {
        find("zone");
        add("private subnet", "web");
        field("route table");
        write("private routes");
        press(Qt::Key_Escape);
        duplicateAs("app");
        duplicateAs("data");
        field("route table");
        write("data routes");
        press(Qt::Key_Escape);
        add("ec2", "db");
        protectBy("db-sg");
        add("mysql");
        find("app");
        add("ec2", "spring");
        protectBy("private-sg");
        connectTo("mysql");
        find("web");
        add("ec2", "proxy");
        protectBy("private-sg");
        connectTo("spring");
        duplicateAs("react");
        find("edge");
        connectTo("react");
        connectTo("proxy");
        find("users");
        connectTo("edge");
        press(Qt::Key_L, Qt::ControlModifier);
    }

    const model::Block* named(const std::string& name)
    {
        for (const model::Block& block : editor.document().blocks)
            if (block.name == name) return &block;
        return nullptr;
    }
    std::string idOf(const std::string& name) { return named(name) ? named(name)->id.text() : "no " + name; }
    std::string parentOf(const std::string& name)
    {
        const model::Block* block = named(name);
        const model::Block* parent = block ? editor.document().blocks.find(block->parent) : nullptr;
        return parent ? parent->label() : "none";
    }
    void expectNoneOverlap()
    {
        const auto& blocks = editor.window().controller().geometry().blocks;
        for (const auto& a : blocks)
            for (const auto& b : blocks)
                EXPECT_FALSE(a.id < b.id && a.parent == b.parent && a.rect.intersects(b.rect))
                    << a.id.text() << " and " << b.id.text();
    }
    bool isProtectedBy(const std::string& name, const std::string& group)
    {
        const auto& groups = named(name)->property("security-groups").toList();
        return groups.size() == 1 && groups.front().toString() == idOf(group);
    }
};

TEST_F(KeyboardSession, ASmallServiceInAHundredAndFiftyKeyPresses)
{
    drawNetworkAndRules();
    ASSERT_FALSE(HasFailure());
    drawPublicPart();
    ASSERT_FALSE(HasFailure());
    drawPrivatePart();
    RecordProperty("presses", presses);
    EXPECT_LE(presses, kMostPresses);

    for (const char* name : {"edge", "bastion", "nat"}) EXPECT_EQ(parentOf(name), "public") << name;
    for (const char* name : {"proxy", "react"}) EXPECT_EQ(parentOf(name), "web") << name;
    EXPECT_EQ(parentOf("spring"), "app");
    EXPECT_EQ(parentOf("db"), "data");
    EXPECT_TRUE(isProtectedBy("edge", "edge-sg"));
    EXPECT_TRUE(isProtectedBy("bastion", "bastion-sg"));
    EXPECT_TRUE(isProtectedBy("db", "db-sg"));
    for (const char* name : {"proxy", "react", "spring"}) EXPECT_TRUE(isProtectedBy(name, "private-sg")) << name;
    for (const char* name : {"web", "app"})
        EXPECT_EQ(named(name)->property("route-table").toString(), idOf("private routes")) << name;
    EXPECT_EQ(named("data")->property("route-table").toString(), idOf("data routes"));
    EXPECT_EQ(parentOf("everydaehwa.net"), "none");
    expectNoneOverlap();
    const auto& rules = named("db-sg")->property("inbound").toList();
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[1]["ports"].scalarText(), "3306");
    EXPECT_EQ(rules[1]["source"].toString(), idOf("private-sg"));
    const auto& routes = named("private routes")->property("routes").toList();
    ASSERT_EQ(routes.size(), 1U);
    EXPECT_EQ(routes[0]["target"].toString(), idOf("nat"));
    EXPECT_EQ(editor.document().connections.size(), 5U);
    EXPECT_FALSE(editor.hasFinding("admin-port-internet")) << editor.listedRules();
    if (qEnvironmentVariableIsSet("LINTEL_TEST_PICTURES"))
        editor.window().grab().save(qEnvironmentVariable("LINTEL_TEST_PICTURES") + "/keyboard-session.png");
}

}  // namespace
}  // namespace lintel::app::test
