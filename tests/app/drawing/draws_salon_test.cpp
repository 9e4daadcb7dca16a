// A booking service over two zones (the template `dangdang-salon`), drawn from an empty canvas by mouse and keyboard.
// With LINTEL_TEST_DISPLAY=1 in a real window of the display at hand (Xvfb will do), with LINTEL_TEST_PICTURES=FOLDER
// a picture after each step.
#include "tests/app/drawing/editor_driver.h"

#include <QTest>

#include <gtest/gtest.h>

namespace lintel::app::test {
namespace {

class DrawsSalon : public ::testing::Test {
protected:
    EditorDriver editor;
    std::string users, region, vpc, zoneA, zoneC, publicA, privateA, dataA, publicC, privateC, dataC;
    std::string loadBalancer, nginxA, nginxC, inner, mainA, mainC, queue;
    std::string mysql, replica, redis, redisReplica, mongo, kafka;
    int pictures = 0;

    void picture(const char* step)
    {
        QApplication::processEvents();
        if (!qEnvironmentVariableIsSet("LINTEL_TEST_PICTURES")) return;
        const QString name = QStringLiteral("/salon-%1-%2.png").arg(++pictures).arg(step);
        editor.window().grab().save(qEnvironmentVariable("LINTEL_TEST_PICTURES") + name);
    }

    QPoint in(const std::string& container, int x, int y) { return editor.rectOf(container).topLeft() + QPoint(x, y); }

    /// Clicks the container, types what goes in and what it is called.
    std::string add(const std::string& container, const QString& kind, const QString& name)
    {
        editor.select(container);
        editor.type("/" + kind);
        editor.key(Qt::Key_Return);
        if (!name.isEmpty()) {
            editor.type(name);
            editor.key(Qt::Key_Return);
        }
        const auto& selection = editor.window().session().selection();
        EXPECT_EQ(selection.size(), 1U) << kind.toStdString();
        const std::string id = selection.empty() ? std::string() : *selection.begin();
        const auto* block = editor.document().blocks.find(model::BlockId(id));
        EXPECT_TRUE(block && block->name == name.toStdString()) << kind.toStdString() << " " << id;
        return id;
    }

    /// Its connection points are shown once it is selected.
    void connect(const std::string& from, const std::string& to)
    {
        editor.select(from);
        editor.connect(from, to);
    }

    std::string kindOf(const std::string& id)
    {
        const auto* block = editor.document().blocks.find(model::BlockId(id));
        return block ? block->kind.text() : std::string();
    }
    std::string parentOf(const std::string& id)
    {
        return editor.document().blocks.find(model::BlockId(id))->parent.text();
    }

    void drawNetwork()
    {
        users = editor.dragFromPalette("Users", {60, 300});
        region = editor.dragFromPalette("Region", {900, 500});
        vpc = editor.dragFromPalette("VPC", editor.rectOf(region).center());
        editor.rename(vpc, "dangdang-vpc");
        editor.setLine("property.cidr", "10.30.0.0/20");
        zoneA = add(vpc, "zone", "AZ a");
        publicA = add(zoneA, "public subnet", "public-a");
        privateA = add(zoneA, "private subnet", "private-a");
        dataA = add(zoneA, "data subnet", "data-a");
        EXPECT_EQ(parentOf(dataA), zoneA);
    }

    /// What stands in one zone stands in the other: the zone is duplicated with all it holds.
    void drawServersInBothZones()
    {
        nginxA = add(publicA, "ec2", "nginx a");
        add(publicA, "nat gateway", "nat a");
        mainA = add(privateA, "ec2", "main a");
        editor.setLine("property.type", "t3.medium");
        picture("one-zone");
        editor.select(zoneA);
        editor.key(Qt::Key_D, Qt::ControlModifier);
        zoneC = *editor.window().session().selection().begin();
        ASSERT_EQ(kindOf(zoneC), "availability-zone");
        ASSERT_NE(zoneC, zoneA);
        for (const model::Block& block : editor.document().blocks) {
            if (block.parent.text() == zoneC && block.name.rfind("public", 0) == 0) publicC = block.id.text();
            if (block.parent.text() == zoneC && block.name.rfind("private", 0) == 0) privateC = block.id.text();
            if (block.parent.text() == zoneC && block.name.rfind("data", 0) == 0) dataC = block.id.text();
        }
        for (const model::Block& block : editor.document().blocks) {
            if (block.kind.text() != "ec2-instance") continue;
            if (block.parent.text() == publicC) nginxC = block.id.text();
            if (block.parent.text() == privateC) mainC = block.id.text();
        }
        ASSERT_FALSE(nginxC.empty() || mainC.empty() || dataC.empty());
        EXPECT_EQ(editor.document().blocks.find(model::BlockId(mainC))->property("type").toString(), "t3.medium");
        const auto rangeOf = [this](const std::string& id) {
            return editor.document().blocks.find(model::BlockId(id))->property("cidr").toString();
        };
        EXPECT_NE(rangeOf(privateA), rangeOf(privateC)) << "the copy has addresses of its own";
    }

    void drawTheRest()
    {
        loadBalancer = add(vpc, "alb", "public-alb");
        inner = add(vpc, "alb", "internal-alb");
        editor.choose("property.scheme", "Internal");
        queue = add(privateA, "ec2", "queue");
        editor.setLine("property.type", "t2.micro");
        mysql = add(dataA, "rds db instance", "mysql");
        replica = add(dataC, "read replica", "mysql-replica");
        redis = add(dataA, "elasticache", "redis");
        redisReplica = add(dataC, "elasticache replica", "redis-replica");
        const std::string mongoHost = add(privateA, "ec2", "mongo host");
        mongo = add(mongoHost, "mongodb", "mongodb");
        const std::string kafkaHost = add(privateC, "ec2", "kafka host");
        kafka = add(kafkaHost, "kafka", "kafka");
        for (const char* software : {"spring", "grafana", "loki", "scouter"})
            EXPECT_EQ(parentOf(add(mainA, software, software)), mainA);
        picture("servers-and-stores");
    }

    void drawConnections()
    {
        const std::pair<std::string*, std::string*> lines[] = {
            {&users, &loadBalancer}, {&loadBalancer, &nginxA}, {&loadBalancer, &nginxC}, {&nginxA, &inner},
            {&nginxC, &inner},       {&inner, &mainA},         {&inner, &mainC},         {&mainA, &mysql},
            {&mainC, &mysql},        {&mainA, &redis},         {&mainC, &redis},         {&mainA, &mongo},
            {&mainC, &mongo},        {&mainA, &kafka},         {&mainC, &kafka},         {&mainA, &queue}};
        for (const auto& [from, to] : lines) connect(*from, *to);
        EXPECT_EQ(editor.document().connections.size(), std::size(lines));
    }

    void drawEdgeAndDelivery()
    {
        const std::string zone = editor.dragFromPalette("Route 53 hosted zone", {60, 60});
        const std::string cdn = editor.dragFromPalette("CloudFront distribution", {320, 60});
        const std::string bucket = add(region, "s3", "static");
        connect(users, zone);
        connect(users, cdn);
        connect(cdn, bucket);
        const std::string github = editor.dragFromPalette("GitHub Actions", {60, 700});
        const std::string discord = editor.dragFromPalette("Discord", {60, 860});
        connect(github, mainA);
        editor.choose("relation", "Deployment");
        connect(github, mainC);
        editor.choose("relation", "Deployment");
        connect(github, discord);
    }
};

TEST_F(DrawsSalon, FromAnEmptyCanvasToWhatLintSaysAboutIt)
{
    editor.key(Qt::Key_N, Qt::ControlModifier);
    picture("empty");
    drawNetwork();
    ASSERT_FALSE(HasFailure());
    picture("network");
    drawServersInBothZones();
    ASSERT_FALSE(HasFailure());
    picture("two-zones");
    drawTheRest();
    ASSERT_FALSE(HasFailure());
    drawConnections();
    picture("connections");
    drawEdgeAndDelivery();
    picture("edge-and-delivery");
    const model::Document drawn = editor.document();
    editor.window().canvas().setFocus();
    editor.key(Qt::Key_L, Qt::ControlModifier);
    editor.key(Qt::Key_0, Qt::ControlModifier);
    EXPECT_TRUE(editor.hasFinding("self-managed-stateful-single")) << editor.listedRules();
    EXPECT_TRUE(editor.hasFinding("rds-single-az")) << editor.listedRules();
    EXPECT_TRUE(editor.hasFinding("monitoring-colocated")) << editor.listedRules();
    picture("laid-out");

    editor.window().canvas().setFocus();
    editor.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(editor.document() == drawn) << "the layout was one step";
    while (editor.window().session().undoStack().canUndo()) editor.key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(editor.document() == model::Document());
}

}  // namespace
}  // namespace lintel::app::test
