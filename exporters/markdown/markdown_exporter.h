#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/lint/finding.h"
#include "model/text/messages.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

struct MarkdownOptions {
    model::text::Language language = model::text::Language::English;
    std::string picture;       ///< path of the drawing, relative to the document; empty = no picture
    std::string darkPicture;   ///< the same for readers with a dark page; empty = one for both
    bool hasFlowchart = true;  ///< the Mermaid flowchart, which not every reader draws
};

/// The written architecture document: picture, summary in sentences, flowchart, inventory by tier, network, security
/// group rules, traffic, availability, findings, decisions, what lies outside. Deterministic; nothing that a user
/// wrote can break its structure. Each part lies between marks that regenerated() knows.
std::string exportMarkdown(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                           const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                           const MarkdownOptions& options);

/// The drawing in one plain sentence or two, for those who cannot see it: alternative text, an SVG's description.
std::string pictureText(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                        const model::text::Messages& messages, model::text::Language language);

}  // namespace lintel::exporters::markdown
