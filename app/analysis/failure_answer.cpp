#include "app/analysis/failure_answer.h"

#include "model/document/containment.h"
#include "model/edit/transaction.h"

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::Analyses;
using model::analysis::Availability;
using model::analysis::Fate;
using model::analysis::FlowFate;
using model::analysis::SinglePoint;
using rendering::Mark;

namespace {
constexpr const char* kCross = "\u2715";

/// What is left of a group when the design is another one: members that are still reached there.
int reachedIn(const std::vector<FlowFate>& flows, const model::analysis::ReplicaGroup& group)
{
    int reached = 0;
    for (const FlowFate& flow : flows) {
        const auto& members = flow.group.members;
        const bool isShared = std::any_of(members.begin(), members.end(), [&](const BlockId& id) {
            return std::binary_search(group.members.begin(), group.members.end(), id);
        });
        if (isShared) reached += flow.before;
    }
    return reached;
}

/// As if it had never been drawn: who is still reached, and by how many?
FailureAnswer withoutConnection(const ConnectionId& id, const Analyses& analyses)
{
    const Connection* connection = analyses.document().connections.find(id);
    FailureAnswer answer;
    answer.fates = analyses.availability().without(std::set<BlockId>());
    if (!connection) return answer;
    edit::Transaction transaction(analyses.document());
    transaction.remove(id);
    const Analyses rest(transaction.document(), analyses.graph().catalogue());
    const std::vector<FlowFate> flows = rest.availability().without(std::set<BlockId>());
    for (FlowFate& fate : answer.fates) {
        fate.left = std::min(fate.before, reachedIn(flows, fate.group));
        if (fate.left == fate.before) continue;
        fate.fate = fate.left == 0 ? Fate::Dies : Fate::Degrades;
        fate.because = {connection->from};
    }
    std::stable_sort(answer.fates.begin(), answer.fates.end(),
                     [](const FlowFate& a, const FlowFate& b) { return a.fate == Fate::Dies && b.fate != Fate::Dies; });
    return answer;
}

}  // namespace

FailureAnswer answerTo(const Failure& failure, const Analyses& analyses)
{
    if (failure.what == Failure::What::Connection) return withoutConnection(ConnectionId(failure.id), analyses);
    const Availability& availability = analyses.availability();
    const Document& document = analyses.document();
    FailureAnswer answer;
    if (failure.what == Failure::What::Zone)
        answer.lost = availability.lostWithZone(failure.id);
    else if (document.blocks.contains(BlockId(failure.id)))
        answer.lost = availability.lostWithBlock(BlockId(failure.id));
    answer.fates = availability.without(answer.lost);
    return answer;
}

std::vector<std::string> zonesIn(const Analyses& analyses)
{
    const graph::ArchitectureGraph& graph = analyses.graph();
    std::set<std::string> zones;
    for (const BlockId& subnet : graph.blocksOfKind("subnet"))
        if (std::string zone = graph.zoneOf(subnet); !zone.empty()) zones.insert(std::move(zone));
    return {zones.begin(), zones.end()};
}

std::vector<SinglePoint> singlePointsIn(const Analyses& analyses) { return analyses.availability().singlePoints(); }

Failure failureOf(const Block& block)
{
    if (block.kind.text() != "availability-zone") return {Failure::What::Block, block.id.text()};
    // Zones go by their letter in every VPC; one without is known by its block.
    const std::string letter = block.property("zone").scalarText();
    return {Failure::What::Zone, letter.empty() ? block.id.text() : letter};
}

bool isItsOwnFault(const FlowFate& flow)
{
    const auto& members = flow.group.members;
    return flow.fate == Fate::Dies &&
           std::includes(members.begin(), members.end(), flow.because.begin(), flow.because.end());
}

canvas::AnalysisView failureView(const Failure& failure, const FailureAnswer& answer, const Document& document)
{
    canvas::AnalysisView view;
    view.isFailure = true;
    std::set<BlockId> dead = answer.lost;
    for (const FlowFate& flow : answer.fates) {
        if (flow.fate == Fate::Dies) dead.insert(flow.group.members.begin(), flow.group.members.end());
        for (const BlockId& member : flow.group.members) {
            if (flow.fate == Fate::Dies) view.marks.marks[member.text()] = {Mark::Tone::Broken, kCross};
            if (flow.fate == Fate::Degrades && !answer.lost.contains(member))
                view.marks.marks[member.text()] = {Mark::Tone::Weak,
                                                   std::to_string(flow.left) + "/" + std::to_string(flow.before)};
        }
    }
    // What failed: its outermost block says it for all that it holds.
    for (const BlockId& id : answer.lost) {
        const Block* block = document.blocks.find(id);
        if (block && !answer.lost.contains(block->parent))
            view.marks.marks.insert({id.text(), {Mark::Tone::Broken, kCross}});
    }
    if (failure.what == Failure::What::Connection) view.marks.marks[failure.id] = {Mark::Tone::Broken, kCross};
    for (const Block& block : document.blocks)
        if (failure.what == Failure::What::Zone && failureOf(block) == failure)
            view.marks.marks[block.id.text()] = {Mark::Tone::Broken, kCross};
    const Containment containment(document);
    for (const BlockId& id : std::set<BlockId>(dead)) {
        const auto inside = containment.descendants(id);
        dead.insert(inside.begin(), inside.end());
    }
    for (const BlockId& id : dead) view.dimmed.insert(id.text());
    for (const Connection& connection : document.connections)
        if (dead.contains(connection.from) || dead.contains(connection.to)) view.dimmed.insert(connection.id.text());
    return view;
}

canvas::AnalysisView singlePointsView(const std::vector<SinglePoint>& points)
{
    canvas::AnalysisView view;
    for (const SinglePoint& point : points) view.marks.marks[point.block.text()] = {Mark::Tone::Single, "!"};
    return view;
}

canvas::AnalysisView together(canvas::AnalysisView one, const canvas::AnalysisView& other)
{
    for (const auto& mark : other.marks.marks) one.marks.marks.insert(mark);
    one.dimmed.insert(other.dimmed.begin(), other.dimmed.end());
    if (one.title.isEmpty()) one.title = other.title;
    return one;
}

}  // namespace lintel::app::analysis
