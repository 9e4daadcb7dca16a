#include "app/analysis/failure_answer.h"

#include "model/analysis/failure_words.h"
#include "model/document/containment.h"

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::Analyses;
using model::analysis::Availability;
using model::analysis::Fate;
using model::analysis::FlowFate;
using model::analysis::Loss;
using model::analysis::SinglePoint;
using rendering::Mark;

namespace {
constexpr const char* kCross = "\u2715";

Loss lossOf(const Failure& failure, const Analyses& analyses)
{
    const Availability& availability = analyses.availability();
    switch (failure.what) {
        case Failure::What::Zone: return availability.lossOfZone(failure.id);
        case Failure::What::Connection: return availability.lossOfConnection(ConnectionId(failure.id));
        case Failure::What::Block: break;
    }
    const BlockId block(failure.id);
    return analyses.graph().block(block) ? availability.lossOfBlock(block) : Loss();
}

}  // namespace

FailureAnswer answerTo(const Failure& failure, const Analyses& analyses)
{
    FailureAnswer answer{lossOf(failure, analyses), {}, {}};
    answer.fates = analyses.availability().without(answer.loss);
    answer.lacks = model::analysis::lacksAfter(analyses.graph(), analyses.routes(), answer.loss, answer.fates);
    // What is as before is what nobody looks for.
    std::stable_sort(answer.fates.begin(), answer.fates.end(),
                     [](const FlowFate& a, const FlowFate& b) { return a.fate > b.fate; });
    return answer;
}

std::vector<std::string> zonesIn(const Analyses& analyses)
{
    const std::set<std::string> zones = model::analysis::drawnZones(analyses.graph());
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

canvas::AnalysisView failureView(const Failure& failure, const FailureAnswer& answer, const Document& document)
{
    canvas::AnalysisView view;
    view.isFailure = true;
    std::set<BlockId> dead = answer.loss.blocks;
    for (const FlowFate& flow : answer.fates) {
        if (flow.fate == Fate::Dies) dead.insert(flow.group.members.begin(), flow.group.members.end());
        for (const BlockId& member : flow.group.members) {
            if (flow.fate == Fate::Dies) view.marks.marks[member.text()] = {Mark::Tone::Broken, kCross};
            if (flow.fate == Fate::Degrades && !answer.loss.blocks.contains(member))
                view.marks.marks[member.text()] = {
                    Mark::Tone::Weak, std::to_string(flow.capacityLeft) + "/" + std::to_string(flow.capacityBefore)};
        }
    }
    // What failed: its outermost block says it for all that it holds.
    for (const BlockId& id : answer.loss.blocks) {
        const Block* block = document.blocks.find(id);
        if (block && !answer.loss.blocks.contains(block->parent))
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
