#pragma once

#include <QByteArray>
#include <QImage>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace lintel::rendering {

/// Icons by name (a kind's id, or `ui/<symbol>`), from the program's resources. Unknown names get the generic
/// icon, so that kinds of the user's own always show something. Keeps rendered images; one set per thread.
class IconSet {
public:
    /// Whether there is an icon of exactly that name.
    static bool contains(std::string_view name);
    /// The SVG source; of the generic icon when unknown.
    static QByteArray source(std::string_view name);

    /// The icon at a size in device pixels, premultiplied.
    const QImage& image(std::string_view name, int pixels) const;

private:
    struct Key {
        std::string name;
        int pixels = 0;
        auto operator<=>(const Key&) const = default;
    };
    mutable std::map<Key, QImage> m_images;
};

}  // namespace lintel::rendering
