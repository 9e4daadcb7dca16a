// Every template looks the same wherever it is drawn: the canvas against the PNG, the SVG against both.

#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/scene/picture.h"
#include "tests/exporters/image/svg_families.h"
#include "tests/rendering/gui_environment.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cstdlib>

namespace lintel::exporters::image {
namespace {

using rendering::DisplayList;
using rendering::Theme;

constexpr int kSameColour = 8;    // of 255: rounding at edges
constexpr int kOtherColour = 96;  // an edge that lies between pixels may differ by much less

QImage pngOf(const DisplayList& picture, const Theme& theme)
{
    ImageOptions options;
    options.theme = theme;
    options.scale = 1;
    const std::string bytes = exportPng(picture, options).value();
    return QImage::fromData(QByteArray::fromStdString(bytes), "PNG").convertToFormat(QImage::Format_RGB32);
}

QImage canvasOf(const DisplayList& picture, const Theme& theme, const QSize& size)
{
    rendering::canvas::CanvasWidget canvas;
    canvas.resize(size);
    canvas.setTheme(theme);
    canvas.setGridVisible(false);
    canvas.setPicture(picture);
    canvas.setViewport(rendering::canvas::Viewport(1, pictureArea(picture).topLeft()));
    return canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

QImage svgOf(const DisplayList& picture, const Theme& theme, const QSize& size)
{
    ImageOptions options;
    options.theme = theme;
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.background);
    QSvgRenderer renderer(test::withFirstFamily(exportSvg(picture, options)));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(QPointF(), renderer.viewBoxF().size()));
    return image;
}

int distance(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// The share of pixels that differ by more than `tolerance`.
double difference(const QImage& one, const QImage& other, int tolerance)
{
    int different = 0;
    for (int y = 0; y < one.height(); ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(one.constScanLine(y));
        const auto* b = reinterpret_cast<const QRgb*>(other.constScanLine(y));
        for (int x = 0; x < one.width(); ++x) different += distance(a[x], b[x]) > tolerance ? 1 : 0;
    }
    return static_cast<double>(different) / (static_cast<double>(one.width()) * one.height());
}

void expectAgreement(const std::string& text, const std::string& name, const Theme& theme)
{
    const auto source = model::io::read(text, name, model::embedded::catalogue());
    ASSERT_TRUE(source) << name;
    const DisplayList picture = rendering::pictureOf(source->document, model::embedded::catalogue(), theme);
    const QImage png = pngOf(picture, theme);
    ASSERT_FALSE(png.isNull());
    EXPECT_LE(difference(png, canvasOf(picture, theme, png.size()), kSameColour), 0.001) << name;
    // Text is set by another program's rules, half a pixel to either side: only strokes that are elsewhere count.
    EXPECT_LE(difference(png, svgOf(picture, theme, png.size()), kOtherColour), 0.01) << name;
}

class AgreementTest : public test::GuiTest, public testing::WithParamInterface<std::size_t> {};

TEST_P(AgreementTest, CanvasPngAndSvgShowTheSame)
{
    const model::embedded::Template& design = model::embedded::templates()[GetParam()];
    for (const Theme& theme : {Theme::light(), Theme::dark(), Theme::print()})
        expectAgreement(design.text, design.name, theme);
}

using LineStyleTest = test::GuiTest;

TEST_F(LineStyleTest, CanvasPngAndSvgAgreeOnStraightAndCurvedLines)
{
    const auto& designs = model::embedded::templates();
    const auto design =
        std::find_if(designs.begin(), designs.end(), [](const auto& each) { return each.name == "three-tier"; });
    ASSERT_NE(design, designs.end());
    for (const char* style : {"straight", "curved"})
        expectAgreement(design->text + "line-style: " + style + "\n", style, Theme::light());
}

INSTANTIATE_TEST_SUITE_P(Templates, AgreementTest, testing::Range(std::size_t{0}, model::embedded::templates().size()),
                         [](const auto& test) {
                             std::string name = model::embedded::templates()[test.param].name;
                             std::replace_if(
                                 name.begin(), name.end(), [](char c) { return c == '-' || c == '/'; }, '_');
                             return name;
                         });

}  // namespace
}  // namespace lintel::exporters::image
