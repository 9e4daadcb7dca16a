#include "rendering/painter/level_of_detail.h"
#include "rendering/painter/painter.h"
#include "rendering/typography/typography.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <set>

namespace lintel::rendering {
namespace {

using model::layout::TextStyle;

class LevelOfDetailTest : public test::GuiTest {};

QImage paintedAt(qreal scale, const DisplayList& list, const PaintOptions& options = {}, qreal ratio = 1)
{
    QImage image((QSizeF(600, 400) * scale * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor::fromRgb(list.background()));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(50, 50);
    paint(painter, list, QRectF(-50, -50, 600, 400), IconSet(), options);
    return image;
}

std::set<QRgb> coloursIn(const QImage& image, const QRectF& sceneRect, qreal scale)
{
    std::set<QRgb> colours;
    const QRect pixels = QRectF((sceneRect.topLeft() + QPointF(50, 50)) * scale, sceneRect.size() * scale).toRect();
    for (int y = pixels.top(); y <= pixels.bottom(); ++y)
        for (int x = pixels.left(); x <= pixels.right(); ++x) colours.insert(image.pixel(x, y));
    return colours;
}

TEST_F(LevelOfDetailTest, TextIsShownAsLongAsItCanBeRead)
{
    for (const TextStyle style : {TextStyle::BlockName, TextStyle::BlockDetail, TextStyle::ContainerName,
                                  TextStyle::ContainerDetail, TextStyle::ConnectionLabel, TextStyle::NoteText}) {
        EXPECT_TRUE(isTextShown(style, 1));
        qreal smallest = 1;
        for (qreal scale = 1; scale > 0.05; scale -= 0.01) smallest = isTextShown(style, scale) ? scale : smallest;
        EXPECT_GE(fontPixels(style) * smallest, 3.5) << "no pixels are wasted on what nobody can read";
        EXPECT_LE(fontPixels(style) * smallest, 5) << "what can be read is shown";
    }
    EXPECT_TRUE(isTextShown(TextStyle::BlockName, 0.28)) << "names stay longest";
    EXPECT_FALSE(isTextShown(TextStyle::ConnectionLabel, 0.28));
}

TEST_F(LevelOfDetailTest, ALargeDesignThatFillsTheWindowStillShowsIconsAndNames)
{
    const DisplayList list = test::SampleScene("main").picture();
    const QRectF icon(326, 100, 48, 48);
    const QRectF name(310, 152, 80, 18);
    for (const qreal scale : {0.28, 0.3, 0.4}) {
        const QImage picture = paintedAt(scale, list);
        EXPECT_GT(coloursIn(picture, icon.adjusted(10, 10, -10, -10), scale).size(), 2U) << "the glyph at " << scale;
        EXPECT_GT(coloursIn(picture, name, scale).size(), 2U) << "the name at " << scale;
    }
    // Half the zoom on a screen twice as fine is the same in pixels.
    const QImage fine = paintedAt(0.15, list, {}, 2);
    EXPECT_GT(coloursIn(fine, icon.adjusted(10, 10, -10, -10), 0.3).size(), 2U);
    EXPECT_GT(coloursIn(fine, name, 0.3).size(), 2U);
}

TEST_F(LevelOfDetailTest, AMapShowsIconsWhileTheyHaveEnoughPixels)
{
    const DisplayList list = test::SampleScene().picture();
    const QRectF icon(326, 100, 48, 48);
    ASSERT_LT(0.15, kMapScale);
    EXPECT_GT(coloursIn(paintedAt(0.15, list), icon.adjusted(8, 8, -8, -8), 0.15).size(), 2U);
}

TEST_F(LevelOfDetailTest, ALabelLeftOutLeavesNoHoleInItsLine)
{
    const test::SampleScene labelled;
    test::SampleScene plain;
    plain.geometry.routes[0].label = {};
    EXPECT_EQ(paintedAt(0.4, labelled.picture()), paintedAt(0.4, plain.picture()));
    EXPECT_NE(paintedAt(0.8, labelled.picture()), paintedAt(0.8, plain.picture()));
}

TEST_F(LevelOfDetailTest, IconsFarAwayAreTilesOfTheirColour)
{
    const DisplayList list = test::SampleScene().picture();
    const IconSet icons;
    const QRectF icon(326, 100, 48, 48);
    const auto colours = coloursIn(paintedAt(0.1, list), icon.adjusted(10, 10, -10, -10), 0.1);
    EXPECT_EQ(colours, std::set<QRgb>{icons.colour("ec2-instance")});
    EXPECT_NE(icons.colour("ec2-instance"), icons.colour("s3-bucket"));
    EXPECT_GT(coloursIn(paintedAt(0.5, list), icon.adjusted(10, 10, -10, -10), 0.5).size(), 2U)
        << "here its glyph is seen";
}

TEST_F(LevelOfDetailTest, ContainersKeepAReadableTitle)
{
    const DisplayList list = test::SampleScene("main").picture();
    EXPECT_TRUE(farTitlesOf(list, 1).empty());
    for (const qreal scale : {0.5, 0.3, 0.2}) {
        const FarTitles titles = farTitlesOf(list, scale);
        ASSERT_FALSE(titles.empty()) << scale;
        EXPECT_EQ(titles.front().text, "net");
        EXPECT_GE(titles.front().rect.height(), 10);
        for (std::size_t i = 0; i < titles.size(); ++i)
            for (std::size_t j = i + 1; j < titles.size(); ++j) EXPECT_FALSE(titles[i].rect.intersects(titles[j].rect));
        const QImage with = paintedAt(scale, list);
        const QImage without = paintedAt(scale, list, {.isThumbnail = true});
        EXPECT_NE(with, without);
    }
    EXPECT_TRUE(farTitlesOf(list, 0.05).empty()) << "no room for one";
}

TEST_F(LevelOfDetailTest, ALongTitleIsCutToItsContainer)
{
    test::SampleScene scene;
    scene.geometry.blocks[0].name.lines = {"결제와 정산과 알림을 모두 담고 있는 아주 긴 이름의 서브넷"};
    const FarTitles titles = farTitlesOf(scene.picture(), 0.3);
    ASSERT_FALSE(titles.empty());
    EXPECT_TRUE(titles.front().text.endsWith(QChar(0x2026))) << titles.front().text.toStdString();
    EXPECT_LE(titles.front().rect.right(), 500 * 0.3);
}

TEST_F(LevelOfDetailTest, OnPaperNothingIsLeftOut)
{
    const DisplayList list = test::SampleScene().picture();
    PaintOptions paper;
    paper.isOnPaper = true;
    const QRectF icon(326, 100, 48, 48);
    EXPECT_GT(coloursIn(paintedAt(0.25, list, paper), icon, 0.25).size(), 5U);
}

}  // namespace
}  // namespace lintel::rendering
