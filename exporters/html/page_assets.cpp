#include "exporters/html/page_assets.h"

extern "C" const char lintel_page_style_begin[];
extern "C" const char lintel_page_style_end[];
extern "C" const char lintel_page_script_begin[];
extern "C" const char lintel_page_script_end[];

namespace lintel::exporters::html {

std::string_view pageStyle()
{
    return {lintel_page_style_begin, static_cast<std::size_t>(lintel_page_style_end - lintel_page_style_begin)};
}

std::string_view pageScript()
{
    return {lintel_page_script_begin, static_cast<std::size_t>(lintel_page_script_end - lintel_page_script_begin)};
}

}  // namespace lintel::exporters::html
