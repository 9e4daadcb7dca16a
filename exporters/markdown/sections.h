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
    /// The name as Markdown; the kind's title where there is none. Where several blocks are called the same, with
    /// what holds it.
    std::string name(const model::BlockId& id) const;
    /// The same without what holds it.
    std::string plainName(const model::BlockId& id) const;
    /// Names in their order, by commas; the rest is counted once there are more than `most`. For tables.
    std::string names(const std::vector<model::BlockId>& ids, std::size_t most = 8) const;
    /// The same as a sentence lists them: `A, B and C`.
    std::string listedNames(const std::vector<model::BlockId>& ids, std::size_t most = 8) const;
    std::string listed(const std::vector<std::string>& parts) const;
    std::string kindTitle(const model::Block& block) const;
};

/// `public`, `private`, `isolated`, `unknown`: the end of message ids.
const char* wordOf(model::analysis::SubnetClass type);

/// Each section is Markdown that ends with an empty line, or nothing when there is nothing to say.
std::string summarySection(const Source& source);
std::string flowchartSection(const Source& source);
std::string inventorySection(const Source& source);
std::string networkSection(const Source& source);
std::string securityGroupSection(const Source& source);
std::string connectionSection(const Source& source);
std::string availabilitySection(const Source& source);
std::string deliverySection(const Source& source);
std::string costSection(const Source& source);
std::string findingSection(const Source& source, const std::vector<model::lint::Finding>& findings);
std::string decisionSection(const Source& source);
std::string questionSection(const Source& source);
std::string externalSection(const Source& source);

/// The opening sentences of the summary: what this is and where it runs.
std::string whereText(const Source& source);
/// The ways of requests as chains of names, begun with a blank; empty when none is drawn.
std::string routeText(const Source& source);

}  // namespace lintel::exporters::markdown
