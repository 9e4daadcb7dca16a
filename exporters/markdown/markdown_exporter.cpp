#include "exporters/markdown/markdown_exporter.h"

#include "exporters/markdown/sections.h"

namespace lintel::exporters::markdown {

std::string Source::text(const std::string& id, std::vector<model::MessageArgument> arguments) const
{
    return messages.render(model::Message("markdown." + id, std::move(arguments)), language);
}

std::string Source::heading(const std::string& id) const { return "## " + text(id) + "\n\n"; }

std::string Source::name(const model::BlockId& id) const
{
    const model::Block* block = graph.block(id);
    if (!block) return escaped(id.text());
    return block->name.empty() ? kindTitle(*block) : escaped(block->name);
}

std::string Source::kindTitle(const model::Block& block) const
{
    const model::catalogue::Kind* kind = graph.catalogue().kindOf(block);
    return escaped(kind ? kind->title.in(model::text::codeOf(language)) : block.kind.text());
}

std::string exportMarkdown(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                           const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                           const MarkdownOptions& options)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    const Source source{graph, routes, messages, options.language};

    const std::string given = escaped(document.settings().title);
    const std::string title = given.empty() ? source.text("untitled") : given;
    std::string text = "# " + title + "\n\n";
    if (!options.picture.empty()) text += "![" + title + "](" + escapedLink(options.picture) + ")\n\n";
    text += summarySection(source) + inventorySection(source) + networkSection(source) + securityGroupSection(source) +
            connectionSection(source) + findingSection(source, findings);
    text.pop_back();  // one line end closes the document
    return text;
}

}  // namespace lintel::exporters::markdown
