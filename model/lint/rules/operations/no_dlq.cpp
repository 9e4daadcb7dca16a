#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

/// It is where others put what failed.
bool isDeadLetterQueue(const Context& context, const BlockId& queue)
{
    if (!context.graph.referrers(queue, "dead-letter-queue").empty()) return true;
    const auto& links = context.graph.incoming(queue);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        const Connection& drawn = *context.graph.connection(link);
        return drawn.relation == "event" && context.graph.isKind(drawn.from, "sqs");
    });
}

bool hasDeadLetterQueue(const Context& context, const BlockId& queue)
{
    if (!context.graph.reference(queue, "dead-letter-queue").isEmpty()) return true;
    const auto& links = context.graph.outgoing(queue);
    return std::any_of(links.begin(), links.end(), [&](const ConnectionId& link) {
        return context.graph.isKind(context.graph.connection(link)->to, "sqs");
    });
}

bool isUsed(const Context& context, const BlockId& queue)
{
    return !context.graph.incoming(queue).empty() || !context.graph.outgoing(queue).empty();
}

edit::ChangeSet addDeadLetterQueue(const Context& context, const BlockId& queue, const std::string& name)
{
    edit::Transaction transaction(context.document);
    const Block& source = *context.graph.block(queue);
    Block failed;
    failed.id = BlockId(transaction.freeId(queue.text() + "-dlq", "dlq"));
    failed.kind = source.kind;
    failed.parent = source.parent;
    if (!source.name.empty()) failed.name = source.name + " DLQ";
    // A FIFO queue takes a FIFO one.
    if (const Value& fifo = source.property("fifo"); !fifo.isNull()) failed.properties["fifo"] = fifo;
    transaction.setProperty(queue, "dead-letter-queue", failed.id.text());
    transaction.put(std::move(failed));
    return transaction.finish({"rule.no-dlq.fix.dlq", {{"name", name}}});
}

void checkEvents(const Context& context, const BlockId& id, Report& report)
{
    // Discarding is what AWS does, but few drawings go into it: only what is said counts.
    if (context.graph.value(id, "failed-events").toString() != "discarded") return;
    const auto& links = context.graph.isKind(id, "lambda") ? context.graph.incoming(id) : context.graph.outgoing(id);
    const auto link = std::find_if(links.begin(), links.end(), [&](const ConnectionId& one) {
        return context.graph.connection(one)->relation == "event";
    });
    if (link == links.end()) return;
    report.add(id).variant("events").with("name", labelOf(context.graph, id)).witness({link->text()});
}

void check(const Context& context, Report& report)
{
    for (const BlockId& queue : context.graph.blocksOfKind("sqs")) {
        if (!isUsed(context, queue) || isDeadLetterQueue(context, queue) || hasDeadLetterQueue(context, queue))
            continue;
        const std::string name = labelOf(context.graph, queue);
        report.add(queue).with("name", name).fix("dlq", true, addDeadLetterQueue(context, queue, name));
    }
    for (const char* kind : {"eventbridge", "lambda", "sns"})
        for (const BlockId& id : context.graph.blocksOfKind(kind)) checkEvents(context, id, report);
}

}  // namespace

Rule noDlq() { return {"no-dlq", "operations", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
