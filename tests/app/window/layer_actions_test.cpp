#include "tests/app/editor_test.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, cidr: 10.0.0.0/16}\n"
    "  web: {kind: subnet, in: main, cidr: 10.0.1.0/24}\n  igw: {kind: internet-gateway, in: main}\n"
    "  sg: {kind: security-group, in: main}\n  api: {kind: ec2-instance, in: web, security-groups: [sg]}\n"
    "  files: {kind: s3-bucket}\nconnections:\n  api-files: {from: api, to: files}\n";

class LayerActionsTest : public test::EditorTest {
protected:
    std::set<std::string, std::less<>> faded()
    {
        return app::canvas::fadedBy(window().controller().layers(), window().session().document(),
                                    window().controller().catalogue());
    }
    /// How the canvas looks, panels aside.
    QImage look() { return window().canvas().grab().toImage(); }
};

}  // namespace

TEST_F(LayerActionsTest, OnlyTheNetworkOrOnlySecurityIsDrawnStrongly)
{
    openText(kDesign);
    waitForLint();
    const QImage everything = look();
    action("layer-network")->trigger();
    EXPECT_EQ(faded(), (std::set<std::string, std::less<>>{"api", "api-files", "files"}));
    EXPECT_NE(look(), everything);
    action("layer-security")->trigger();
    EXPECT_EQ(faded(), (std::set<std::string, std::less<>>{"api-files", "files", "igw"}));
    EXPECT_TRUE(find("noticeBar")->isVisible()) << "nobody wonders where the rest is";
    QTest::mouseClick(find<QPushButton>("notice.show-everything"), Qt::LeftButton);
    EXPECT_TRUE(faded().empty());
    EXPECT_TRUE(action("layer-all")->isChecked());
    EXPECT_FALSE(find("noticeBar")->isVisible());
}

TEST_F(LayerActionsTest, AKindThatIsInTheWayIsFaded)
{
    openText(kDesign);
    EXPECT_FALSE(action("fade-kind")->isEnabled());
    window().session().select({"files"});
    action("fade-kind")->trigger();
    EXPECT_EQ(faded(), (std::set<std::string, std::less<>>{"api-files", "files"}));
    EXPECT_FALSE(window().session().isModified()) << "looking changes nothing";
}

TEST_F(LayerActionsTest, ThePathOfTheSelectionLeadsOutwards)
{
    openText(kDesign);
    window().session().select({"api"});
    auto* path = find<QLabel>("selectionText");
    EXPECT_TRUE(path->text().endsWith("api"));
    path->setFocus();
    QTest::keyClick(path, Qt::Key_Tab);  // the first step of the path
    QTest::keyClick(path, Qt::Key_Return);
    EXPECT_EQ(window().session().selection().size(), 1U);
    EXPECT_NE(*window().session().selection().begin(), "api");
}
