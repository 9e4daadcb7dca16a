#pragma once

#include "app/inspector/page.h"

namespace lintel::app::inspector {

class FindingStrip;

/// The settings of the design as a whole; shown while nothing is selected.
void addDesignPage(QVBoxLayout& page, FindingStrip& findings, const PageContext& context);

}  // namespace lintel::app::inspector
