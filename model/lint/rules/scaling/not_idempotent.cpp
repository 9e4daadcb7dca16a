#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <set>

namespace lintel::model::lint::rules {

namespace {

/// Delivers every message at least once, so sometimes twice. FIFO queues and topics leave duplicates out.
bool deliversTwice(const Context& context, const BlockId& id)
{
    static const std::set<std::string, std::less<>> kKinds{"sqs", "sns", "eventbridge", "kinesis", "kafka"};
    const Block* block = context.graph.block(id);
    return block && kKinds.contains(block->kind.text()) && !context.graph.value(id, "fifo").toBool();
}

std::vector<BlockId> sourcesOf(const Context& context, const BlockId& consumer)
{
    std::set<BlockId> sources;
    for (const ConnectionId& link : context.graph.incoming(consumer))
        if (const BlockId& from = context.graph.connection(link)->from; deliversTwice(context, from))
            sources.insert(from);
    // Queues and streams are asked by their consumers, so the arrow points the other way.
    for (const ConnectionId& link : context.graph.outgoing(consumer))
        if (const BlockId& to = context.graph.connection(link)->to;
            deliversTwice(context, to) && !context.graph.isKind(to, "sns") && !context.graph.isKind(to, "eventbridge"))
            sources.insert(to);
    return {sources.begin(), sources.end()};
}

void check(const Context& context, Report& report)
{
    for (const Block& block : context.document.blocks) {
        const Value& said = block.property("idempotent");
        if (!said.isBool() || said.toBool()) continue;
        const std::vector<BlockId> sources = sourcesOf(context, block.id);
        if (sources.empty()) continue;
        std::vector<std::string> witness = texts(sources);
        witness.push_back(block.id.text());
        report.add(block.id)
            .with("name", block.label())
            .with("sources", labelsOf(context.graph, sources))
            .witness(std::move(witness));
    }
}

}  // namespace

Rule notIdempotent() { return {"not-idempotent", "scaling", Severity::Info, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
