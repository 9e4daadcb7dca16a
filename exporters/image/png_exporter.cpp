#include "exporters/image/png_exporter.h"

#include "rendering/painter/painter.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lintel::exporters::image {

namespace {

constexpr double kSmallestScale = 0.05;
constexpr double kLargestScale = 16;
constexpr double kLongestSide = 32000;   // pixels
constexpr double kMostPixels = 250e6;    // 1 GB while painting
constexpr int kPngQuality = 50;          // Qt maps it to a middling compression level; above it takes far longer

std::string decimal(double value)
{
    return QString::number(value, 'g', 3).toStdString();
}

/// The largest scale that keeps a drawing within the limits, rounded down.
double largestScaleFor(const QRectF& area)
{
    const double bySide = kLongestSide / std::max(area.width(), area.height());
    const double byPixels = std::sqrt(kMostPixels / (area.width() * area.height()));
    return std::floor(std::min({bySide, byPixels, kLargestScale}) * 100) / 100;
}

}  // namespace

model::Result<std::string> exportPng(const rendering::DisplayList& picture, const ImageOptions& options)
{
    const QRectF area = picture.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin);
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
    QImage image(static_cast<int>(width), static_cast<int>(height),
                 options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) return model::makeError("image.no-memory");
    image.fill(options.transparent ? QColor(Qt::transparent) : options.theme.background);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(options.scale, options.scale);
        painter.translate(-area.topLeft());
        rendering::paint(painter, picture, area, rendering::IconSet());
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(kPngQuality);
    if (!writer.write(image)) return model::makeError("image.no-memory");
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

}  // namespace lintel::exporters::image
