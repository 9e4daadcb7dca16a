#pragma once

#include "model/base/geometry.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::layout {

/// The roles text plays on a drawing. Sizes and weights are the renderer's (rendering/typography).
enum class TextStyle {
    BlockName,        ///< under an icon
    BlockDetail,      ///< instance type, engine: one size smaller, muted
    ContainerName,    ///< in a container's header
    ContainerDetail,  ///< address range, zone letter
    ConnectionLabel,  ///< protocol and port, step
    NoteText,
};

/// How large text will be when drawn. Layout asks through this interface, so that the model needs no fonts.
class TextMetrics {
public:
    virtual ~TextMetrics() = default;

    /// Of one line, in diagram units, rounded up.
    virtual Size sizeOf(std::string_view line, TextStyle style) const = 0;
    /// Breaks text into lines no wider than `width`; the last of `maxLines` is elided with an ellipsis.
    virtual std::vector<std::string> wrapped(std::string_view text, TextStyle style, int width, int maxLines) const = 0;
};

}  // namespace lintel::model::layout
