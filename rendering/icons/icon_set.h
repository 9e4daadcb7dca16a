#pragma once

#include "rendering/icons/icon_pack.h"

#include <QByteArray>
#include <QImage>

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

class QPainter;
class QRectF;

namespace lintel::rendering {

/// Icons by name (a kind's id, or `ui/<symbol>`), from the program's resources, or from the pack in use where that has
/// one. Unknown names get the generic icon, so that kinds of the user's own always show something. Keeps rendered
/// images up to a limit; may be shared by threads.
class IconSet {
public:
    /// From now on, and for every set, icons of kinds come from this pack; null = our own.
    static void usePack(std::shared_ptr<const IconPack> pack);
    /// Whether the icon comes from the pack in use: then its SVG is somebody else's, of any size and with ids.
    static bool isFromPack(std::string_view name);

    /// Changes whenever usePack() was called: what was painted before may show other icons.
    static int packNumber();

    /// Whether there is an icon of exactly that name.
    static bool contains(std::string_view name);
    /// The SVG source; of the generic icon when unknown.
    static QByteArray source(std::string_view name);

    /// The icon at a size in device pixels, premultiplied.
    QImage image(std::string_view name, int pixels) const;
    /// As outlines, for devices that keep them: sharp at any size.
    static void paint(QPainter& painter, std::string_view name, const QRectF& rect);
    /// What is left of an icon too small to make out: its colours mixed. Opaque.
    QRgb colour(std::string_view name) const;

private:
    struct Key {
        std::string name;
        int pixels = 0;
        int pack = 0;  ///< which of the packs used so far
        auto operator<=>(const Key&) const = default;
    };
    mutable std::mutex m_mutex;
    mutable std::map<Key, QImage> m_images;
    mutable qsizetype m_bytes = 0;  ///< of m_images
};

}  // namespace lintel::rendering
