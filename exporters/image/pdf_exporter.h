#pragma once

#include "exporters/image/image_options.h"
#include "model/base/result.h"
#include "rendering/display_list/display_list.h"

#include <string>
#include <string_view>

namespace lintel::exporters::image {

/// Paper as printers know it.
enum class Paper { A0, A1, A2, A3, A4, A5, Letter, Tabloid };

struct PdfOptions {
    Paper paper = Paper::A4;
    bool isPoster = false;  ///< over as many pages as it takes, to be glued together; else one page that holds all
    double scale = 1;       ///< posters only: 1 = 96 diagram units to the inch
};

/// The picture as a PDF: outlines and text, no pixels; the page lies or stands, whichever shows more. Pages of a poster
/// overlap, carry marks to cut along, and their row and column. The same list gives the same bytes: no date, no
/// producer's clock. Needs a QGuiApplication. Refuses scales, and posters of more pages than anybody glues.
model::Result<std::string> exportPdf(const rendering::DisplayList& picture, const ImageOptions& options,
                                     const PdfOptions& pdf);

}  // namespace lintel::exporters::image
