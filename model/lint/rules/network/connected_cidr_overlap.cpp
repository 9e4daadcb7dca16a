#include "model/analysis/connected_networks.h"
#include "model/lint/fixes/renumber_vpc.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

using analysis::Cidr;
using analysis::ConnectedPair;

std::optional<Cidr> sharedRange(const ConnectedPair& pair)
{
    for (const Cidr& mine : pair.a.ranges)
        for (const Cidr& theirs : pair.b.ranges)
            // Of two aligned blocks that meet, one holds the other.
            if (mine.overlaps(theirs)) return mine.prefix > theirs.prefix ? mine : theirs;
    return std::nullopt;
}

/// Every range that is drawn anywhere: the new one shall not meet the next network instead.
std::vector<Cidr> drawnRanges(const Context& context)
{
    std::vector<Cidr> ranges;
    for (const Block& block : context.document.blocks) {
        if (context.graph.isKind(block.id, "subnet")) continue;
        for (const char* key : {"cidr", "client-cidr", "remote-cidr"})
            if (const auto range = analysis::parseCidr(context.graph.value(block.id, key).toString()))
                ranges.push_back(*range);
        for (const Value& more : context.graph.value(block.id, "secondary-cidrs").toList())
            if (const auto range = analysis::parseCidr(more.toString())) ranges.push_back(*range);
    }
    return ranges;
}

/// Renumbering is work for people, not for a program on its own: a suggestion, and only for a VPC with one range.
void addFix(const Context& context, const BlockId& vpc, FindingBuilder& finding)
{
    const std::vector<Cidr> ranges = context.routes.rangesOf(vpc);
    if (ranges.size() != 1) return;
    const auto free = fixes::freePrivateRange(ranges.front(), drawnRanges(context));
    if (!free) return;
    edit::Transaction transaction(context.document);
    fixes::renumberVpc(context, vpc, *free, transaction);
    finding.fix("renumber-vpc", false,
                transaction.finish({"rule.connected-cidr-overlap.fix.renumber",
                                    {{"vpc", labelOf(context.graph, vpc)}, {"range", free->text()}}}));
}

void check(const Context& context, Report& report)
{
    for (const ConnectedPair& pair : analysis::connectedPairs(context.graph, context.routes)) {
        const auto shared = sharedRange(pair);
        if (!shared) continue;
        auto finding = report.add({pair.a.owner.text(), pair.b.owner.text()});
        finding.with("a", labelOf(context.graph, pair.a.owner))
            .with("b", labelOf(context.graph, pair.b.owner))
            .with("range", shared->text())
            .witness(pair.path);
        if (context.graph.isKind(pair.b.owner, "vpc"))
            addFix(context, pair.b.owner, finding);
        else
            addFix(context, pair.a.owner, finding);
    }
}

}  // namespace

Rule connectedCidrOverlap() { return {"connected-cidr-overlap", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
