#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <QImage>

namespace lintel::app {

/// A design as a small picture of `size` units, sharp on screens of twice the density. May be called on any thread.
QImage designPicture(const model::Document& document, const model::catalogue::Catalogue& catalogue, bool dark,
                     QSize size);

}  // namespace lintel::app
