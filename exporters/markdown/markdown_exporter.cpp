#include "exporters/markdown/markdown_exporter.h"

#include "exporters/markdown/regeneration.h"
#include "exporters/markdown/sections.h"
#include "model/text/markup.h"

#include <map>
#include <set>

namespace lintel::exporters::markdown {

namespace {

std::set<model::BlockId> blocksCalledTheSame(const model::graph::ArchitectureGraph& graph)
{
    std::map<std::string, std::vector<model::BlockId>> byName;
    for (const model::Block& block : graph.document().blocks)
        if (!block.name.empty()) byName[block.name].push_back(block.id);
    std::set<model::BlockId> same;
    for (const auto& [name, blocks] : byName)
        if (blocks.size() > 1) same.insert(blocks.begin(), blocks.end());
    return same;
}

}  // namespace

const char* wordOf(model::analysis::SubnetClass type)
{
    using model::analysis::SubnetClass;
    switch (type) {
        case SubnetClass::Public: return "public";
        case SubnetClass::Private: return "private";
        case SubnetClass::Isolated: return "isolated";
        case SubnetClass::Unknown: break;
    }
    return "unknown";
}

std::string Source::text(const std::string& id, std::vector<model::MessageArgument> arguments) const
{
    return messages.render(model::Message("markdown." + id, std::move(arguments)), language);
}

std::string Source::heading(const std::string& id) const { return "## " + text(id) + "\n\n"; }

std::string Source::written(std::string_view value) const { return isPlain ? std::string(value) : escaped(value); }

std::string Source::plainName(const model::BlockId& id) const
{
    const model::Block* block = graph.block(id);
    if (!block) return written(id.text());
    return block->name.empty() ? kindTitle(*block) : written(block->name);
}

std::string Source::name(const model::BlockId& id) const
{
    const auto& shared = graph.shared<std::set<model::BlockId>>("names that several blocks have",
                                                                [this] { return blocksCalledTheSame(graph); });
    const std::string plain = plainName(id);
    if (!shared.contains(id)) return plain;
    const model::Block* holder = graph.block(graph.block(id)->parent);
    return holder ? text("name-in", {{"name", plain}, {"place", plainName(holder->id)}}) : plain;
}

std::string Source::names(const std::vector<model::BlockId>& ids, std::size_t most) const
{
    std::string list;
    const std::size_t shown = ids.size() > most ? most - 1 : ids.size();
    for (std::size_t i = 0; i < shown; ++i) list += (i == 0 ? "" : ", ") + name(ids[i]);
    if (shown == ids.size()) return list;
    return text("names-more", {{"names", list}, {"count", std::to_string(ids.size() - shown)}});
}

std::string Source::listedNames(const std::vector<model::BlockId>& ids, std::size_t most) const
{
    if (ids.size() > most) return names(ids, most);
    std::vector<std::string> parts;
    for (const model::BlockId& id : ids) parts.push_back(name(id));
    return listed(parts);
}

std::string Source::listed(const std::vector<std::string>& parts) const
{
    std::string list;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) list += (i == 0 ? "" : ", ") + parts[i];
    if (parts.empty()) return list;
    return list.empty() ? parts.back() : text("list-and", {{"list", list}, {"last", parts.back()}});
}

std::string Source::kindTitle(const model::Block& block) const
{
    const model::catalogue::Kind* kind = graph.catalogue().kindOf(block);
    return written(kind ? kind->title.in(model::text::codeOf(language)) : block.kind.text());
}

namespace {

// HTML, because Markdown has no picture that follows the page's colours. GitHub keeps exactly this form.
std::string pictureSection(const MarkdownOptions& options, const std::string& description)
{
    if (options.picture.empty()) return {};
    const std::string image =
        "<img alt=\"" + model::text::escapedHtml(description) + "\" src=\"" + escapedLink(options.picture) + "\">";
    if (options.darkPicture.empty()) return image + "\n\n";
    return "<picture>\n  <source media=\"(prefers-color-scheme: dark)\" srcset=\"" + escapedLink(options.darkPicture) +
           "\">\n  " + image + "\n</picture>\n\n";
}

}  // namespace

std::string pictureText(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                        const model::text::Messages& messages, model::text::Language language)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    const Source source{graph, routes, messages, language, true};
    const std::string& title = document.settings().title;
    return source.text("picture", {{"title", title.empty() ? source.text("untitled") : title},
                                   {"text", whereText(source) + routeText(source)}});
}

std::string exportMarkdown(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                           const std::vector<model::lint::Finding>& findings, const model::text::Messages& messages,
                           const MarkdownOptions& options)
{
    const model::graph::ArchitectureGraph graph(document, catalogue);
    const model::analysis::Routes routes(graph);
    const Source source{graph, routes, messages, options.language};

    const std::string given = escaped(document.settings().title);
    std::string text =
        marked("title", "# " + (given.empty() ? source.text("untitled") : given) + "\n\n" +
                            pictureSection(options, pictureText(document, catalogue, messages, options.language)));
    text += marked("summary", summarySection(source));
    if (options.hasFlowchart) text += marked("flowchart", flowchartSection(source));
    text += marked("inventory", inventorySection(source)) + marked("network", networkSection(source)) +
            marked("security-groups", securityGroupSection(source)) + marked("connections", connectionSection(source)) +
            marked("availability", availabilitySection(source)) + marked("delivery", deliverySection(source)) +
            marked("cost", costSection(source)) + marked("findings", findingSection(source, findings)) +
            marked("decisions", decisionSection(source)) + marked("questions", questionSection(source)) +
            marked("external", externalSection(source));
    text.pop_back();  // one line end closes the document
    return text;
}

}  // namespace lintel::exporters::markdown
