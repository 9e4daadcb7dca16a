#include "app/start_page/design_picture.h"

#include "rendering/canvas/viewport.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/picture.h"

#include <QPainter>

namespace lintel::app {

namespace {

// Painted larger than shown: thin lines of a large drawing stay lines.
constexpr int kOversampling = 3;
constexpr int kSharpness = 2;

}  // namespace

QImage designPicture(const model::Document& document, const model::catalogue::Catalogue& catalogue, bool dark,
                     QSize size)
{
    const rendering::Theme theme = dark ? rendering::Theme::dark() : rendering::Theme::light();
    const QSize large = size * kOversampling;
    QImage image(large, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.background);
    const rendering::DisplayList picture = rendering::pictureOf(document, catalogue, theme);
    const auto viewport = rendering::canvas::Viewport::fitting(picture.bounds(), large, kOversampling);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(viewport.transform());
    rendering::paint(painter, picture, viewport.toScene(QRectF(QPointF(), large)), rendering::IconSet(),
                     {.isThumbnail = true});
    painter.end();
    QImage small = image.scaled(size * kSharpness, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    small.setDevicePixelRatio(kSharpness);
    return small;
}

}  // namespace lintel::app
