#pragma once

#include "app/inspector/page.h"

namespace lintel::app::inspector {

class FindingStrip;

/// The fields of one block, or those that several blocks have in common: what is chosen there holds for all of them,
/// as one undo step.
void addBlockPage(QVBoxLayout& page, FindingStrip& findings, const std::vector<model::BlockId>& blocks,
                  const PageContext& context);

}  // namespace lintel::app::inspector
