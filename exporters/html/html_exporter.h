#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/lint/finding.h"
#include "model/text/messages.h"

#include <string>
#include <vector>

namespace lintel::exporters::html {

struct HtmlOptions {
    model::text::Language language = model::text::Language::English;
    std::string picture;  ///< an SVG whose elements are marked with `data-id` and that knows both themes
};

/// One self-contained page: picture, findings, request flows, properties and the written document. Nothing in it is
/// fetched from elsewhere; nothing that a user wrote can become markup or script. Deterministic.
std::string exportHtml(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                       const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                       const HtmlOptions& options);

}  // namespace lintel::exporters::html
