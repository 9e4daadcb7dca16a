#include "exporters/html/html_exporter.h"

#include "exporters/html/design_data.h"
#include "exporters/html/document_html.h"
#include "exporters/html/page_assets.h"
#include "exporters/markdown/markdown_exporter.h"
#include "model/text/markup.h"

namespace lintel::exporters::html {

namespace {

using markdown::Source;

// The page may run its own style and script and fetch nothing: not even a picture from elsewhere.
constexpr std::string_view kSecurityPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

std::string text(const Source& source, const char* id)
{
    return model::text::escapedHtml(source.messages.text(id, source.language));
}

std::string button(const Source& source, const std::string& id, const char* message, std::string_view face)
{
    const std::string title = text(source, message);
    return "<button id=\"" + id + "\" title=\"" + title + "\" aria-label=\"" + title + "\">" + std::string(face) +
           "</button>";
}

std::string head(const Source& source, const std::string& title)
{
    return "<!DOCTYPE html>\n<html lang=\"" + std::string(model::text::codeOf(source.language)) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           std::string(kSecurityPolicy) +
           "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
           title + "</title>\n<style>\n" + std::string(pageStyle()) + "</style>\n</head>\n";
}

std::string toolbar(const Source& source, const std::string& title)
{
    return "<header>\n<h1>" + title +
           "</h1>\n<nav role=\"tablist\">\n<button role=\"tab\" id=\"tab-picture\" "
           "aria-controls=\"picture-tab\" aria-selected=\"true\">" +
           text(source, "html.picture") +
           "</button>\n<button role=\"tab\" id=\"tab-document\" "
           "aria-controls=\"document-tab\" aria-selected=\"false\">" +
           text(source, "html.document") + "</button>\n</nav>\n<input id=\"search\" type=\"search\" placeholder=\"" +
           text(source, "html.search") + "\" aria-label=\"" + text(source, "html.search") +
           "\" autocomplete=\"off\">\n" + button(source, "zoom-out", "html.zoom-out", "−") +
           button(source, "zoom-in", "html.zoom-in", "+") + button(source, "fit", "html.fit", "⤢") +
           button(source, "theme", "html.theme", "◐") +
           button(source, "print", "html.print", text(source, "html.print")) + "\n</header>\n";
}

// A picture inside a page needs no declaration of its own.
std::string inlinePicture(const std::string& svg)
{
    const auto begin = svg.find("<svg");
    return begin == std::string::npos ? std::string() : svg.substr(begin);
}

}  // namespace

std::string exportHtml(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                       const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                       const HtmlOptions& options)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    const Source source{graph, routes, messages, options.language, true};

    markdown::MarkdownOptions wishes;
    wishes.language = options.language;
    wishes.hasFlowchart = false;
    const std::string written = documentHtml(markdown::exportMarkdown(document, catalogue, findings, messages, wishes));

    const std::string& given = document.settings().title;
    const std::string title = model::text::escapedHtml(given.empty() ? source.text("untitled") : given);
    return head(source, title) + "<body>\n" + toolbar(source, title) +
           "<main id=\"picture-tab\" role=\"tabpanel\">\n<div id=\"picture\" tabindex=\"0\">\n" +
           inlinePicture(options.picture) +
           "</div>\n<aside id=\"panel\" aria-live=\"polite\"></aside>\n</main>\n"
           "<article id=\"document-tab\" role=\"tabpanel\">\n" +
           written + "</article>\n<script type=\"application/json\" id=\"design\">" + designData(source, findings) +
           "</script>\n<script>\n" + std::string(pageScript()) + "</script>\n</body>\n</html>\n";
}

}  // namespace lintel::exporters::html
