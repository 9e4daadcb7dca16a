#pragma once

#include "rendering/display_list/display_list.h"

#include <QString>

namespace lintel::rendering {

struct CaptionedPicture {
    QString caption;
    DisplayList picture;
};

/// Pictures in a row, tops aligned, each under its caption: before and after. Hit tests answer nothing on it.
DisplayList sideBySide(const std::vector<CaptionedPicture>& pictures, QRgb captionColour);

}  // namespace lintel::rendering
