// The Terraform of what is drawn, while it is drawn.
#include "model/edit/transaction.h"
#include "tests/app/editor_test.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\ntitle: 예약\nregion: ap-northeast-2\nblocks:\n"
    "  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n"
    "  app: {kind: subnet, in: main, name: app, cidr: 10.0.1.0/24, zone: a}\n"
    "  files: {kind: s3-bucket, name: files}\n"
    "  people: {kind: users, name: 손님}\n";

class TerraformPanelTest : public test::EditorTest {
protected:
    TerraformPanelTest()
    {
        openText(kDesign);
        find<QDockWidget>("terraformDock")->show();
        find<QDockWidget>("terraformDock")->raise();
    }
    app::session::DocumentSession& session() { return window().session(); }
    QPlainTextEdit& code() { return *find<QPlainTextEdit>("terraformCode"); }
    bool waitForCode(const QString& text)
    {
        return waitFor([&] { return code().toPlainText().contains(text); });
    }
};

}  // namespace

TEST_F(TerraformPanelTest, ShowsTheWholeDesignAndItsFiles)
{
    ASSERT_TRUE(waitForCode("resource \"aws_vpc\" \"main\""));
    EXPECT_TRUE(code().toPlainText().contains("resource \"aws_s3_bucket\" \"files\""));
    EXPECT_TRUE(code().toPlainText().contains("variable \"region\""));
    auto& files = *find<QComboBox>("terraformFiles");
    const int network = files.findData(QString("network.tf"));
    ASSERT_GE(network, 0);
    files.setCurrentIndex(network);
    Q_EMIT files.activated(network);
    EXPECT_TRUE(code().toPlainText().contains("resource \"aws_vpc\" \"main\""));
    EXPECT_FALSE(code().toPlainText().contains("aws_s3_bucket"));
}

TEST_F(TerraformPanelTest, FollowsTheSelection)
{
    ASSERT_TRUE(waitForCode("resource \"aws_vpc\" \"main\""));
    session().select({"files"});
    EXPECT_TRUE(code().toPlainText().contains("resource \"aws_s3_bucket\" \"files\""));
    EXPECT_FALSE(code().toPlainText().contains("resource \"aws_vpc\" \"main\""));
    session().select({"people"});
    EXPECT_FALSE(code().toPlainText().contains("resource"));
    EXPECT_TRUE(code().toPlainText().contains("# people: ")) << "what is left to do";
    session().select({});
    EXPECT_TRUE(code().toPlainText().contains("resource \"aws_vpc\" \"main\""));
}

TEST_F(TerraformPanelTest, FollowsWhatIsDrawn)
{
    ASSERT_TRUE(waitForCode("cidrsubnet(aws_vpc.main.cidr_block, 8, 1)"));
    model::edit::Transaction draw(session().document());
    draw.setProperty(model::BlockId("app"), "cidr", model::Value("10.0.7.0/24"));
    ASSERT_TRUE(session().apply(draw.finish(model::Message("edit.move"))));
    EXPECT_TRUE(waitForCode("cidrsubnet(aws_vpc.main.cidr_block, 8, 7)"));
}

TEST_F(TerraformPanelTest, ColoursWhatIsCode)
{
    ASSERT_TRUE(waitForCode("resource \"aws_vpc\" \"main\""));
    session().select({"main"});
    const auto colourOf = [this](const QString& word) {
        const QTextBlock block = code().document()->find(word).block();
        const int at = static_cast<int>(block.text().indexOf(word));
        for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
            if (range.start <= at && at < range.start + range.length) return range.format.foreground().color();
        }
        return QColor();
    };
    const QColor plain;
    EXPECT_NE(colourOf("resource \"aws_vpc\""), plain);
    EXPECT_NE(colourOf("\"aws_vpc\""), plain);
    EXPECT_NE(colourOf("cidr_block "), plain);
    EXPECT_NE(colourOf("resource \"aws_vpc\""), colourOf("\"aws_vpc\""));
    EXPECT_NE(colourOf("# VPC"), colourOf("cidr_block "));
}
