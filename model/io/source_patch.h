#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintel::model::io::detail {

/// The text with just the records changed that differ between the document it holds and `after`. Nothing when
/// the text cannot be edited by lines (JSON style, say).
std::optional<std::string> patchedText(std::string_view text, const Document& after,
                                       const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io::detail
