#pragma once

#include "model/base/result.h"

#include <QByteArray>

#include <map>
#include <string>
#include <string_view>

namespace lintel::rendering {

/// AWS's official Architecture Icons, as a user has downloaded them: a folder (searched with all below it) or the zip
/// itself. Icons are found by AWS's published file names, whichever release: `Arch_Amazon-EC2_48.svg`. Immutable.
class IconPack {
public:
    /// Fails when the path cannot be read or holds none of the icons, and says what to choose.
    static model::Result<IconPack> read(const std::string& path);

    /// The SVG of one of our kinds; empty when the pack has none.
    QByteArray source(std::string_view kind) const;
    std::size_t size() const { return m_sources.size(); }

private:
    std::map<std::string, QByteArray, std::less<>> m_sources;  ///< by kind
};

}  // namespace lintel::rendering
