// A small service on a budget (nginx at the edge, a NAT instance, a bastion, servers and MySQL in private subnets),
// drawn from an empty canvas by mouse and keyboard; lint speaks up and falls silent on the way.
#include "tests/app/drawing/editor_driver.h"

#include <QTest>

#include <gtest/gtest.h>

namespace lintel::app::test {
namespace {

class DrawsSmallService : public ::testing::Test {
protected:
    EditorDriver editor;
    std::string vpc, gateway, zone, publicSubnet, webSubnet, appSubnet, dbSubnet;
    std::string users, internet, edge, nat, bastion, react, proxy, spring, db, mysql;
    std::string publicTable, privateTable, bastionGroup, edgeGroup, privateGroup, dbGroup;

    QPoint in(const std::string& container, int x, int y) { return editor.rectOf(container).topLeft() + QPoint(x, y); }

    /// The network, and the first thing lint says: a subnet that is called public and is not.
    void drawNetwork()
    {
        users = editor.dragFromPalette("Users", {100, 400});
        ASSERT_FALSE(users.empty()) << "a drag from the palette reaches the canvas";
        vpc = editor.dragFromPalette("VPC", {760, 420});
        editor.setLine("name", "everydaehwa-vpc");
        editor.setLine("property.cidr", "10.60.0.0/20");
        zone = editor.dragFromPalette("Availability zone", in(vpc, 220, 250));
        publicSubnet = editor.dragFromPalette("Public subnet", in(zone, 160, 110));
        EXPECT_EQ(editor.document().blocks.find(model::BlockId(publicSubnet))->property("cidr").toString(),
                  "10.60.0.0/24");
        publicTable = editor.placeFromPalette("Route table", in(vpc, 560, 120));
        editor.select(publicSubnet);
        editor.choose("property.route-table", "route-table");
        EXPECT_TRUE(editor.hasFinding("label-vs-route")) << editor.listedRules();

        gateway = editor.dragFromPalette("Internet gateway", in(vpc, 500, 10));
        editor.select(publicTable);
        editor.setLine("name", "public routes");
        editor.addRow("property.routes");
        editor.setCell("property.routes", 0, "destination", "0.0.0.0/0");
        editor.chooseCell("property.routes", 0, "target", QString::fromStdString(gateway));
        EXPECT_FALSE(editor.hasFinding("label-vs-route")) << editor.listedRules();
    }

    void drawPrivateSubnets()
    {
        webSubnet = editor.placeFromPalette("Private subnet", in(zone, 160, 300));
        appSubnet = editor.placeFromPalette("Private subnet", in(zone, 160, editor.rectOf(zone).height() - 10));
        dbSubnet = editor.placeFromPalette("Data subnet", in(zone, 160, editor.rectOf(zone).height() - 10));
        editor.setLine("property.cidr", "10.60.1.0/24");
        EXPECT_TRUE(editor.hasFinding("subnet-overlap")) << editor.listedRules();
        editor.setLine("property.cidr", "10.60.3.0/24");
        EXPECT_FALSE(editor.hasFinding("subnet-overlap")) << editor.listedRules();
    }

    void drawServers()
    {
        edge = editor.dragFromPalette("EC2 instance", in(publicSubnet, 76, 90));
        editor.rename(edge, "nginx");
        nat = editor.placeFromPalette("NAT instance", in(publicSubnet, 210, 90));
        bastion =
            editor.placeFromPalette("Bastion host", in(publicSubnet, editor.rectOf(publicSubnet).width() - 8, 90));
        react = editor.placeFromPalette("EC2 instance", in(webSubnet, 76, 90));
        editor.rename(react, "react");
        proxy = editor.placeFromPalette("EC2 instance", in(webSubnet, 210, 90));
        editor.rename(proxy, "private nginx");
        spring = editor.placeFromPalette("EC2 instance", in(appSubnet, 76, 90));
        editor.rename(spring, "spring");
        db = editor.placeFromPalette("EC2 instance", in(dbSubnet, 76, 90));
        editor.rename(db, "db");
        mysql = editor.dragFromPalette("MySQL", editor.rectOf(db).center());
        EXPECT_EQ(editor.document().blocks.find(model::BlockId(mysql))->parent.text(), db);
        editor.connect(users, edge);
        editor.connect(edge, react);
        editor.connect(edge, proxy);
        editor.connect(proxy, spring);
        editor.connect(spring, mysql);
        EXPECT_TRUE(editor.hasFinding("self-managed-stateful-single")) << editor.listedRules();
    }

    /// Private servers call out: first without a way, then through the NAT instance.
    void drawWayOut()
    {
        internet = editor.placeFromPalette("Internet", {100, 700});
        privateTable = editor.placeFromPalette("Route table", in(vpc, 560, 200));
        editor.setLine("name", "private routes");
        for (const std::string& subnet : {webSubnet, appSubnet, dbSubnet}) {
            editor.select(subnet);
            editor.choose("property.route-table", "private routes");
        }
        editor.connect(react, internet);
        editor.setLine("ports", "443");
        EXPECT_TRUE(editor.hasFinding("private-egress-missing")) << editor.listedRules();
        editor.select(privateTable);
        editor.addRow("property.routes");
        editor.setCell("property.routes", 0, "destination", "0.0.0.0/0");
        editor.chooseCell("property.routes", 0, "target", QString::fromStdString(nat));
        EXPECT_FALSE(editor.hasFinding("private-egress-missing")) << editor.listedRules();
    }

    std::string drawGroup(const QString& name, int row, const QString& ports, const QString& source)
    {
        const std::string group = editor.placeFromPalette("Security group", in(vpc, 560, 280 + 60 * row));
        editor.setLine("name", name);
        editor.addRow("property.inbound");
        editor.setCell("property.inbound", 0, "ports", ports);
        editor.setCell("property.inbound", 0, "source", source);
        return group;
    }

    void drawSecurityGroups()
    {
        bastionGroup = drawGroup("bastion", 0, "22", "0.0.0.0/0");
        editor.select(bastion);
        editor.tick("property.security-groups", {bastionGroup});
        EXPECT_TRUE(editor.hasFinding("admin-port-internet")) << editor.listedRules();
        editor.select(bastionGroup);
        editor.setCell("property.inbound", 0, "source", "203.0.113.10/32");
        EXPECT_FALSE(editor.hasFinding("admin-port-internet")) << editor.listedRules();

        edgeGroup = drawGroup("edge", 1, "80,443", "0.0.0.0/0");
        editor.select(edge);
        editor.tick("property.security-groups", {edgeGroup});
        privateGroup = drawGroup("private", 2, "22", QString::fromStdString(bastionGroup));
        for (const std::string& server : {react, proxy, spring}) {
            editor.select(server);
            editor.tick("property.security-groups", {privateGroup});
        }
        dbGroup = drawGroup("db", 3, "3306", QString::fromStdString(privateGroup));
        editor.select(db);
        editor.tick("property.security-groups", {dbGroup});
    }

    /// What is drawn but blocked is allowed by lint's own fix, clicked in the problems panel.
    void allowWhatWasDrawn()
    {
        EXPECT_TRUE(editor.hasFinding("sg-blocks-edge")) << editor.listedRules();
        for (int round = 0; round < 8 && editor.hasFinding("sg-blocks-edge"); ++round)
            editor.applyFix("sg-blocks-edge", "allow");
        EXPECT_FALSE(editor.hasFinding("sg-blocks-edge")) << editor.listedRules();
    }
};

TEST_F(DrawsSmallService, FromAnEmptyCanvasAndBackAgain)
{
    editor.key(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(editor.document() == model::Document());
    drawNetwork();
    ASSERT_FALSE(HasFatalFailure());
    drawPrivateSubnets();
    drawServers();
    drawWayOut();
    drawSecurityGroups();
    allowWhatWasDrawn();
    ASSERT_FALSE(HasFatalFailure());
    const model::Document drawn = editor.document();
    if (qEnvironmentVariableIsSet("LINTEL_TEST_PICTURES"))
        editor.window().grab().save(qEnvironmentVariable("LINTEL_TEST_PICTURES") + "/small-service.png");
    EXPECT_EQ(drawn.blocks.size(), 23U);
    EXPECT_GE(drawn.connections.size(), 6U);

    editor.window().canvas().setFocus();
    int steps = 0;
    while (editor.window().session().undoStack().canUndo() && steps < 500) {
        editor.key(Qt::Key_Z, Qt::ControlModifier);
        ++steps;
    }
    EXPECT_TRUE(editor.document() == model::Document());
    for (int step = 0; step < steps; ++step) editor.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(editor.document() == drawn);

    const QString path = editor.filePath("small-service.lintel.yaml");
    editor.saveAs(path);
    ASSERT_TRUE(QFile::exists(path));
    editor.key(Qt::Key_W, Qt::ControlModifier);
    EXPECT_TRUE(editor.document() == model::Document());
    editor.open(path);
    EXPECT_TRUE(editor.document() == drawn);
}

}  // namespace
}  // namespace lintel::app::test
