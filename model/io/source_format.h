#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintel::model::io::detail {

/// The text, which holds `document`, in canonical style: comments and the order of records stay. Nothing when
/// the text cannot be taken apart by lines.
std::optional<std::string> formattedText(std::string_view text, const Document& document,
                                         const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io::detail
