#include "exporters/image/png_exporter.h"

#include "exporters/image/png_writer.h"
#include "rendering/painter/painter.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lintel::exporters::image {

namespace {

constexpr double kSmallestScale = 0.05;
constexpr double kLargestScale = 16;
constexpr double kLongestSide = 32000;  // pixels
constexpr double kMostPixels = 400e6;   // what opens it needs four bytes for each
constexpr int kBandRows = 512;
constexpr double kReach = 2;  // pixels: antialiasing shows beyond what is painted

std::string decimal(double value) { return QString::number(value, 'g', 3).toStdString(); }

/// The largest scale that keeps a drawing within the limits, rounded down.
double largestScaleFor(const QRectF& area)
{
    const double bySide = kLongestSide / std::max(area.width(), area.height());
    const double byPixels = std::sqrt(kMostPixels / (area.width() * area.height()));
    return std::floor(std::min({bySide, byPixels, kLargestScale}) * 100) / 100;
}

/// Band by band: a picture 16,000 pixels wide needs no more memory than a strip of it.
std::string paintedInBands(const rendering::DisplayList& picture, const ImageOptions& options, const QRectF& area,
                           QSize size)
{
    PngWriter writer(size.width(), size.height(), options.transparent);
    const rendering::IconSet icons;
    for (int top = 0; top < size.height(); top += kBandRows) {
        QImage band(size.width(), std::min(kBandRows, size.height() - top),
                    options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        if (band.isNull()) return {};
        band.fill(options.transparent ? QColor(Qt::transparent) : options.theme.background);
        QPainter painter(&band);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0, -top);
        painter.scale(options.scale, options.scale);
        painter.translate(-area.topLeft());
        const QRectF strip(area.left(), area.top() + top / options.scale, area.width(), band.height() / options.scale);
        const double reach = kReach / options.scale;
        rendering::paint(painter, picture, strip.adjusted(0, -reach, 0, reach), icons);
        painter.end();
        writer.add(band);
    }
    return std::move(writer).finish();
}

}  // namespace

model::Result<std::string> exportPng(const rendering::DisplayList& picture, const ImageOptions& options)
{
    const QRectF area = pictureArea(picture);
    if (!(options.scale >= kSmallestScale && options.scale <= kLargestScale)) {
        return model::makeError("image.bad-scale", {{"scale", decimal(options.scale)},
                                                    {"smallest", decimal(kSmallestScale)},
                                                    {"largest", decimal(kLargestScale)}});
    }
    const double width = std::ceil(area.width() * options.scale);
    const double height = std::ceil(area.height() * options.scale);
    if (std::max(width, height) > kLongestSide || width * height > kMostPixels) {
        return model::makeError("image.too-large", {{"width", QString::number(width, 'f', 0).toStdString()},
                                                    {"height", QString::number(height, 'f', 0).toStdString()},
                                                    {"scale", decimal(largestScaleFor(area))}});
    }
    const QSize size(static_cast<int>(width), static_cast<int>(height));
    std::string bytes = paintedInBands(picture, options, area, size);
    if (bytes.empty()) return model::makeError("image.no-memory");
    return bytes;
}

}  // namespace lintel::exporters::image
