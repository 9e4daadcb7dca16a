#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::markdown {

/// A generated part between the marks that regeneration looks for; nothing for no text. `text` ends with a line end.
std::string marked(std::string_view part, const std::string& text);

/// `fresh` with everything a person wrote into `previous` outside of the marked parts, where they wrote it. Parts
/// that are new come after the part they follow in `fresh`; parts that are gone go. A `previous` without marks was
/// not made by us: then the result is `fresh`.
std::string regenerated(std::string_view previous, std::string_view fresh);

}  // namespace lintel::exporters::markdown
