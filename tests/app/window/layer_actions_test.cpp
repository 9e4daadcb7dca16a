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

TEST_F(LayerActionsTest, AKindThatIsInTheWayIsHidden)
{
    openText(kDesign);
    const auto isDrawn = [&](const char* id) { return window().canvas().picture().find(id) != nullptr; };
    const auto at = [&](const char* id) {
        return window().canvas().toView(window().canvas().picture().find(id)->bounds.center()).toPoint();
    };
    EXPECT_FALSE(action("hide-kind")->isEnabled());
    const QPoint files = at("files");
    QTest::mouseClick(&window().canvas(), Qt::LeftButton, {}, files);
    ASSERT_TRUE(window().session().selection().contains("files"));
    action("hide-kind")->trigger();
    EXPECT_FALSE(isDrawn("files"));
    EXPECT_FALSE(isDrawn("api-files")) << "a line to nowhere says nothing";
    EXPECT_TRUE(isDrawn("api"));
    EXPECT_TRUE(find("noticeBar")->isVisible());
    QTest::mouseClick(&window().canvas(), Qt::LeftButton, {}, files);
    EXPECT_FALSE(window().session().selection().contains("files")) << "what is not seen cannot be hit";
    QTest::keyClick(&window().canvas(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_TRUE(window().session().selection().contains("api"));
    EXPECT_FALSE(window().session().selection().contains("files")) << "nor deleted with everything";
    EXPECT_FALSE(window().session().isModified()) << "looking changes nothing";
    // Found by its name, it shows.
    window().session().select({"files"});
    EXPECT_TRUE(isDrawn("files"));
    EXPECT_FALSE(find("noticeBar")->isVisible());
}

TEST_F(LayerActionsTest, AHiddenContainerTakesAlongWhatItHolds)
{
    openText(kDesign);
    window().session().select({"web"});
    action("hide-kind")->trigger();
    EXPECT_EQ(app::canvas::hiddenBy(window().controller().layers(), window().session().document()),
              (std::set<std::string, std::less<>>{"api", "api-files", "web"}));
    action("layer-all")->trigger();
    EXPECT_TRUE(window().canvas().picture().find("api"));
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
