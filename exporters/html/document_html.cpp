#include "exporters/html/document_html.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <initializer_list>
#include <memory>

namespace lintel::exporters::html {

namespace {

constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8;

// What cmark writes in the place of our own marks, which are HTML comments.
constexpr std::string_view kOmitted = "<!-- raw HTML omitted -->\n";

std::string withoutOmitted(std::string html)
{
    for (auto at = html.find(kOmitted); at != std::string::npos; at = html.find(kOmitted, at))
        html.erase(at, kOmitted.size());
    return html;
}

}  // namespace

std::string documentHtml(const std::string& markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(kOptions),
                                                                             cmark_parser_free);
    for (const char* name : {"table", "strikethrough"})
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()),
                                                                           cmark_node_free);
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_render_html(document.get(), kOptions, cmark_parser_get_syntax_extensions(parser.get())), std::free);
    return withoutOmitted(html.get());
}

}  // namespace lintel::exporters::html
