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

bool IconSet::contains(std::string_view name)
{
    return isResourceName(name) && QFile::exists(pathOf(name));
}

QByteArray IconSet::source(std::string_view name)
{
    if (const PackInUse current = packInUse(); current.pack) {
        QByteArray source = current.pack->source(name);
        if (!source.isEmpty()) return source;
    }
    QFile file(pathOf(contains(name) ? name : kGeneric));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QImage& IconSet::image(std::string_view name, int pixels) const
{
    Key key{std::string(name), std::clamp(pixels, 1, kLargest), packInUse().number};
    const auto at = m_images.find(key);
    if (at != m_images.end()) return at->second;
    QImage image = rendered(source(name), key.pixels);
    return m_images.emplace(std::move(key), std::move(image)).first->second;
}

}  // namespace lintel::rendering
