#include "rendering/icons/icon_set.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <mutex>

namespace lintel::rendering {

namespace {

constexpr std::string_view kGeneric = "generic-aws";
constexpr int kLargest = 4096;
constexpr qsizetype kMostBytes = 64 << 20;  // a zoom through every scale must not fill the memory
constexpr int kColourPixels = 12;           // an icon this small, mixed to one colour

bool isResourceName(std::string_view name)
{
    // Names come from users' files as kinds: nothing but plain names may become part of a path.
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
    });
}

QString pathOf(std::string_view name)
{
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())));
}

QImage rendered(const QByteArray& svg, int pixels)
{
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return image;
}

/// The pack in use. A number tells the packs apart, so that images of an older one are not shown.
struct PackInUse {
    std::shared_ptr<const IconPack> pack;
    int number = 0;
};

std::mutex& packMutex()
{
    static std::mutex mutex;
    return mutex;
}

PackInUse& packSlot()
{
    static PackInUse pack;
    return pack;
}

PackInUse packInUse()
{
    const std::lock_guard lock(packMutex());
    return packSlot();
}

}  // namespace

void IconSet::usePack(std::shared_ptr<const IconPack> pack)
{
    const std::lock_guard lock(packMutex());
    packSlot() = {std::move(pack), packSlot().number + 1};
}

bool IconSet::isFromPack(std::string_view name)
{
    const PackInUse current = packInUse();
    return current.pack && !current.pack->source(name).isEmpty();
}

bool IconSet::contains(std::string_view name) { return isResourceName(name) && QFile::exists(pathOf(name)); }

QByteArray IconSet::source(std::string_view name)
{
    if (const PackInUse current = packInUse(); current.pack) {
        QByteArray source = current.pack->source(name);
        if (!source.isEmpty()) return source;
    }
    QFile file(pathOf(contains(name) ? name : kGeneric));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int IconSet::packNumber() { return packInUse().number; }

QImage IconSet::image(std::string_view name, int pixels) const
{
    Key key{std::string(name), std::clamp(pixels, 1, kLargest), packInUse().number};
    const std::lock_guard lock(m_mutex);
    const auto at = m_images.find(key);
    if (at != m_images.end()) return at->second;
    QImage image = rendered(source(name), key.pixels);
    if (m_bytes > kMostBytes) {
        m_images.clear();
        m_bytes = 0;
    }
    m_bytes += image.sizeInBytes();
    m_images.emplace(std::move(key), image);
    return image;
}

void IconSet::paint(QPainter& painter, std::string_view name, const QRectF& rect)
{
    QSvgRenderer renderer(source(name));
    renderer.render(&painter, rect);
}

QRgb IconSet::colour(std::string_view name) const
{
    const QImage small = image(name, kColourPixels);
    int red = 0, green = 0, blue = 0, alpha = 0;
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            const QRgb pixel = reinterpret_cast<const QRgb*>(small.constScanLine(y))[x];  // premultiplied
            red += qRed(pixel);
            green += qGreen(pixel);
            blue += qBlue(pixel);
            alpha += qAlpha(pixel);
        }
    }
    if (alpha == 0) return qRgb(128, 128, 128);
    return qRgb(red * 255 / alpha, green * 255 / alpha, blue * 255 / alpha);
}

}  // namespace lintel::rendering
