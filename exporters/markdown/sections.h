#pragma once

#include "exporters/markdown/markdown_text.h"
#include "model/analysis/routes.h"
#include "model/graph/architecture_graph.h"
#include "model/lint/finding.h"
#include "model/text/messages.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// What every section reads: one snapshot, what was worked out about it, and the reader's language.
struct Source {
    const model::graph::ArchitectureGraph& graph;
    const model::analysis::Routes& routes;
    const model::text::Messages& messages;
    model::text::Language language;

    const model::Document& document() const { return graph.document(); }
    /// The message `markdown.<id>`.
    std::string text(const std::string& id, std::vector<model::MessageArgument> arguments = {}) const;
    /// `## ` and the message `markdown.<id>`, with an empty line after it.
    std::string heading(const std::string& id) const;
    /// The name as Markdown; the kind's title where there is none.
    std::string name(const model::BlockId& id) const;
    std::string kindTitle(const model::Block& block) const;
};

/// Each section is Markdown that ends with an empty line, or nothing when there is nothing to say.
std::string summarySection(const Source& source);
std::string inventorySection(const Source& source);
std::string networkSection(const Source& source);
std::string securityGroupSection(const Source& source);
std::string connectionSection(const Source& source);
std::string findingSection(const Source& source, const std::vector<model::lint::Finding>& findings);

}  // namespace lintel::exporters::markdown
