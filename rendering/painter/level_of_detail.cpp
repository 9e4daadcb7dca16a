#include "rendering/painter/level_of_detail.h"

#include "rendering/typography/typography.h"

namespace lintel::rendering {

namespace {

constexpr qreal kSmallestName = 3.5;  // pixels: names are recognised where other text has to be read
constexpr qreal kSmallestText = 4.5;

}  // namespace

bool isTextShown(model::layout::TextStyle style, qreal deviceScale)
{
    const bool isName = style == model::layout::TextStyle::BlockName;
    return fontPixels(style) * deviceScale >= (isName ? kSmallestName : kSmallestText);
}

}  // namespace lintel::rendering
