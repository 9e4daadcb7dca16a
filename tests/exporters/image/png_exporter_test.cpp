#include "exporters/image/png_exporter.h"

#include "rendering/painter/painter.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QImage>
#include <QPainter>

namespace lintel::exporters::image {
namespace {

class PngExporterTest : public test::GuiTest {};

QImage imageOf(const rendering::DisplayList& picture, const ImageOptions& options)
{
    const auto png = exportPng(picture, options);
    if (!png) return {};
    return QImage::fromData(QByteArray::fromStdString(*png), "png");
}

TEST_F(PngExporterTest, TheSamePictureGivesTheSameBytes)
{
    const auto first = exportPng(test::SampleScene().picture(), {});
    const auto second = exportPng(test::SampleScene().picture(), {});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
}

TEST_F(PngExporterTest, SizeFollowsTheScale)
{
    const auto picture = test::SampleScene().picture();
    EXPECT_TRUE(pictureArea(picture).contains(picture.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin)));
    for (const double scale : {0.5, 1.0, 2.0, 3.0}) {
        ImageOptions options;
        options.scale = scale;
        const QImage image = imageOf(picture, options);
        EXPECT_EQ(image.width(), static_cast<int>(std::ceil(pictureArea(picture).width() * scale)));
        EXPECT_EQ(image.height(), static_cast<int>(std::ceil(pictureArea(picture).height() * scale)));
    }
}

TEST_F(PngExporterTest, TheBackgroundIsTheThemesOrNone)
{
    ImageOptions options;
    options.theme = rendering::Theme::dark();
    const auto picture = test::SampleScene().picture({}, options.theme);
    EXPECT_EQ(imageOf(picture, options).pixelColor(1, 1), options.theme.background);
    options.transparent = true;
    EXPECT_EQ(imageOf(picture, options).pixelColor(1, 1).alpha(), 0);
}

TEST_F(PngExporterTest, BandsJoinWithoutASeam)
{
    const auto picture = test::SampleScene("메인 서버").picture();
    for (const bool isTransparent : {false, true}) {
        ImageOptions options;
        options.scale = 6;  // taller than several bands
        options.transparent = isTransparent;
        const QImage banded = imageOf(picture, options);
        const QRectF area = pictureArea(picture);
        QImage whole(banded.size(), isTransparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        whole.fill(isTransparent ? QColor(Qt::transparent) : options.theme.background);
        QPainter painter(&whole);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(options.scale, options.scale);
        painter.translate(-area.topLeft());
        rendering::paint(painter, picture, area, rendering::IconSet());
        painter.end();
        ASSERT_GT(banded.height(), 1500);
        // The rasteriser rounds edges it clips a little differently; a seam would show as whole pixels.
        const QImage one = banded.convertToFormat(QImage::Format_RGBA8888);
        const QImage other = whole.convertToFormat(QImage::Format_RGBA8888);
        int different = 0;
        int largest = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (qsizetype x = 0; x < one.bytesPerLine(); ++x) {
                const int delta = std::abs(one.constScanLine(y)[x] - other.constScanLine(y)[x]);
                different += delta != 0 ? 1 : 0;
                largest = std::max(largest, delta);
            }
        }
        EXPECT_LE(largest, 8);
        EXPECT_LT(different, one.width());
    }
}

TEST_F(PngExporterTest, VeryWidePicturesAreWritten)
{
    test::SampleScene wide;
    wide.geometry.blocks[0].rect.width = 15000;
    ImageOptions options;
    options.scale = 1;
    EXPECT_GT(imageOf(wide.picture(), options).width(), 15000);
}

TEST_F(PngExporterTest, RefusesScalesAndSizesThatNobodyOpens)
{
    const auto picture = test::SampleScene().picture();
    ImageOptions options;
    for (const double scale : {0.0, -1.0, 1000.0, std::nan("")}) {
        options.scale = scale;
        const auto png = exportPng(picture, options);
        ASSERT_FALSE(png) << scale;
        EXPECT_EQ(png.error().message.id, "image.bad-scale");
    }
    test::SampleScene large;
    large.geometry.blocks[0].rect.width = 30000;
    options.scale = 4;
    const auto png = exportPng(large.picture(), options);
    ASSERT_FALSE(png);
    EXPECT_EQ(png.error().message.id, "image.too-large");
    for (const char* id : {"image.bad-scale", "image.too-large", "image.no-memory"})
        EXPECT_TRUE(model::embedded::messages().contains(id)) << id;
}

}  // namespace
}  // namespace lintel::exporters::image
