#pragma once

#include <string>

namespace lintel::exporters::html {

/// GitHub-flavoured Markdown (tables, strikethrough) as HTML without raw HTML, scripts or dangerous links: what
/// cmark-gfm holds for unsafe is left out.
std::string documentHtml(const std::string& markdown);

}  // namespace lintel::exporters::html
