#pragma once

#include "app/inspector/page.h"

namespace lintel::app::inspector {

class FindingStrip;

/// The fields of one connection.
void addConnectionPage(QVBoxLayout& page, FindingStrip& findings, const model::ConnectionId& id,
                       const PageContext& context);

}  // namespace lintel::app::inspector
