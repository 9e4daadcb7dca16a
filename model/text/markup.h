#pragma once

#include <string>
#include <string_view>

namespace lintel::model::text {

/// A user's text as HTML content or as an attribute's value in double quotes: shown literally, whatever it holds.
/// Control characters become spaces.
std::string escapedHtml(std::string_view text);

}  // namespace lintel::model::text
