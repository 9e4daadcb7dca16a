#include "exporters/markdown/sections.h"

#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

std::vector<BlockId> deployedBy(const Source& source, const BlockId& who)
{
    std::vector<BlockId> targets;
    for (const model::ConnectionId& id : source.graph.outgoing(who)) {
        const model::Connection& connection = *source.graph.connection(id);
        if (connection.relation == "deploy" && source.graph.block(connection.to)) targets.push_back(connection.to);
    }
    return targets;
}

// What is deployed may deploy further: a pipeline hands its image to a registry, that to the servers.
std::string chainFrom(const Source& source, const BlockId& start, const BlockId& first)
{
    std::set<BlockId> seen{start};
    std::vector<BlockId> stage{first};
    std::string chain = source.name(start);
    while (!stage.empty()) {
        std::vector<BlockId> next;
        std::vector<BlockId> shown;
        for (const BlockId& id : stage) {
            if (!seen.insert(id).second) continue;
            shown.push_back(id);
            for (const BlockId& further : deployedBy(source, id)) next.push_back(further);
        }
        if (!shown.empty()) chain += " → " + source.names(shown, 12);
        stage = std::move(next);
    }
    return chain;
}

std::string propertySentence(const Source& source, const BlockId& id, const std::string& key, const char* messageId)
{
    const model::Block* block = source.graph.block(id);
    const auto* kind = source.graph.kindOf(id);
    const std::string value = block->property(key).scalarText();
    if (!kind || value.empty()) return {};
    for (const model::catalogue::Property& property : kind->properties) {
        if (property.key != key) continue;
        for (const model::catalogue::EnumValue& known : property.values)
            if (known.value == value)
                return " " +
                       source.text(messageId,
                                   {{"value", source.written(known.title.in(model::text::codeOf(source.language)))}});
    }
    return {};
}

std::string rollbackSentence(const Source& source, const BlockId& id)
{
    const std::string rollback = source.graph.value(id, "rollback").scalarText();
    if (rollback == "none") return " " + source.text("delivery.no-rollback");
    return rollback == "automatic" ? " " + source.text("delivery.rollback") : std::string();
}

// Where a delivery starts: nobody delivers to it.
std::string deliveryOf(const Source& source, const BlockId& start)
{
    std::vector<BlockId> directly;
    std::vector<std::string> sentences;
    for (const BlockId& target : deployedBy(source, start))
        if (deployedBy(source, target).empty())
            directly.push_back(target);
        else
            sentences.push_back(source.text("delivery.chain", {{"chain", chainFrom(source, start, target)}}));
    if (!directly.empty())
        sentences.push_back(
            source.text("delivery.direct", {{"who", source.name(start)}, {"what", source.listedNames(directly, 12)}}));
    std::string text;
    for (const std::string& sentence : sentences) text += "- " + sentence + "\n";
    const std::string more = propertySentence(source, start, "trigger", "delivery.trigger") +
                             propertySentence(source, start, "auth", "delivery.auth") + rollbackSentence(source, start);
    if (!text.empty() && !more.empty()) text += "  " + more.substr(1) + "\n";
    return text;
}

}  // namespace

std::string deliverySection(const Source& source)
{
    std::set<BlockId> deployed;
    for (const model::Connection& connection : source.document().connections)
        if (connection.relation == "deploy") deployed.insert(connection.to);
    std::string text;
    for (const model::Block& block : source.document().blocks)
        if (!deployed.contains(block.id)) text += deliveryOf(source, block.id);
    return text.empty() ? text : source.heading("delivery.title") + text + "\n";
}

}  // namespace lintel::exporters::markdown
