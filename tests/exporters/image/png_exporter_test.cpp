#include "exporters/image/png_exporter.h"

#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QImage>

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
    for (const double scale : {0.5, 1.0, 2.0, 3.0}) {
        ImageOptions options;
        options.scale = scale;
        const QImage image = imageOf(picture, options);
        EXPECT_EQ(image.width(), static_cast<int>(std::ceil((picture.bounds().width() + 2 * kMargin) * scale)));
        EXPECT_EQ(image.height(), static_cast<int>(std::ceil((picture.bounds().height() + 2 * kMargin) * scale)));
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
