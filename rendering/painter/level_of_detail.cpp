#include "rendering/painter/level_of_detail.h"

#include "rendering/typography/typography.h"

namespace lintel::rendering {

namespace {

constexpr qreal kSmallestName = 5.5;  // pixels: names are recognised where other text has to be read
constexpr qreal kSmallestText = 6;

}  // namespace

bool isTextShown(model::layout::TextStyle style, qreal scale)
{
    const bool isName = style == model::layout::TextStyle::BlockName;
    return fontPixels(style) * scale >= (isName ? kSmallestName : kSmallestText);
}

}  // namespace lintel::rendering
