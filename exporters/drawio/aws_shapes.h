#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::drawio {

/// The style of a block as diagrams.net's own palette of AWS writes it; a plain rounded box for what AWS has no shape
/// for. `category` is the catalogue's, and gives the colour.
std::string blockStyle(std::string_view kind, std::string_view category);

/// The style of a frame. A subnet's colour says whether it is public.
std::string frameStyle(std::string_view kind, bool isPublicSubnet);

}  // namespace lintel::exporters::drawio
