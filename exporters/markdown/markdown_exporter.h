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
    std::string picture;  ///< path of the drawing, relative to the document; empty = no picture
};

/// The written architecture document: picture, summary, inventory by tier, network, security group rules,
/// connections, findings. Deterministic; nothing that a user wrote can break its structure.
std::string exportMarkdown(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                           const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                           const MarkdownOptions& options);

}  // namespace lintel::exporters::markdown
