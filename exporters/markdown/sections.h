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
    bool isPlain = false;  ///< names as they are, for alternative texts; the caller escapes

    const model::Document& document() const { return graph.document(); }
    /// The message `markdown.<id>`.
    std::string text(const std::string& id, std::vector<model::MessageArgument> arguments = {}) const;
    /// `## ` and the message `markdown.<id>`, with an empty line after it.
    std::string heading(const std::string& id) const;
    /// What a user wrote, ready for the document.
    std::string written(std::string_view text) const;
    /// The name as Markdown; the kind's title where there is none.
    std::string name(const model::BlockId& id) const;
    /// Names in their order, by commas; the rest is counted once there are more than `most`.
    std::string names(const std::vector<model::BlockId>& ids, std::size_t most = 8) const;
    std::string kindTitle(const model::Block& block) const;
};

/// Each section is Markdown that ends with an empty line, or nothing when there is nothing to say.
std::string summarySection(const Source& source);
std::string flowchartSection(const Source& source);
std::string inventorySection(const Source& source);
std::string networkSection(const Source& source);
std::string securityGroupSection(const Source& source);
std::string connectionSection(const Source& source);
std::string availabilitySection(const Source& source);
std::string findingSection(const Source& source, const std::vector<model::lint::Finding>& findings);
std::string decisionSection(const Source& source);
std::string externalSection(const Source& source);

/// The opening sentences of the summary: what this is and where it runs.
std::string whereText(const Source& source);

}  // namespace lintel::exporters::markdown
