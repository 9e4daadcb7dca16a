#include "app/analysis/reach_view.h"

#include "model/document/containment.h"

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using rendering::Mark;
using Ids = std::set<std::string, std::less<>>;

namespace {

constexpr const char* kCross = "\u2715";

/// Traffic itself passes here: gateways on a border, and whatever lines lead to. Rule tables only look at it.
bool isOnTheWay(const std::string& id, const Document& document, const layout::Geometry& geometry)
{
    const layout::BlockGeometry* drawn = geometry.find(BlockId(id));
    if (!drawn) return false;
    if (drawn->onBorder) return true;
    return std::any_of(document.connections.begin(), document.connections.end(), [&](const Connection& connection) {
        return connection.relation != "attach" && (connection.from.text() == id || connection.to.text() == id);
    });
}

/// The drawn connection between two blocks, whichever way it points; empty when there is none.
std::string connectionBetween(const std::string& one, const std::string& other, const Document& document)
{
    const std::string* best = nullptr;
    for (const Connection& connection : document.connections) {
        const bool isAlong = connection.from.text() == one && connection.to.text() == other;
        const bool isAgainst = connection.from.text() == other && connection.to.text() == one;
        if (isAlong) return connection.id.text();
        if (isAgainst) best = &connection.id.text();
    }
    return best ? *best : std::string();
}

}  // namespace

Ids allBut(const Ids& kept, const Document& document)
{
    const Containment containment(document);
    Ids shown = kept;
    for (const std::string& id : kept)
        for (const Block* block = document.blocks.find(BlockId(id)); block; block = document.blocks.find(block->parent))
            shown.insert(block->id.text());
    Ids rest;
    for (const Block& block : document.blocks) {
        const bool isInside = std::any_of(
            kept.begin(), kept.end(), [&](const std::string& id) { return containment.holds(BlockId(id), block.id); });
        if (!shown.contains(block.id.text()) && !isInside) rest.insert(block.id.text());
    }
    for (const Connection& connection : document.connections)
        if (!shown.contains(connection.id.text())) rest.insert(connection.id.text());
    for (const Note& note : document.notes) rest.insert(note.id.text());
    return rest;
}

canvas::AnalysisView pathView(const model::analysis::Reach& reach, std::size_t steps, const Document& document,
                              const layout::Geometry& geometry)
{
    canvas::AnalysisView view;
    Ids kept(reach.path.begin(), reach.path.end());
    std::string last;
    for (std::size_t i = 0; i < std::min(steps, reach.path.size()); ++i) {
        const std::string& id = reach.path[i];
        view.marks.marks[id] = {Mark::Tone::Open, std::to_string(i + 1)};
        if (!isOnTheWay(id, document, geometry)) continue;
        if (!last.empty()) {
            const std::string line = connectionBetween(last, id, document);
            if (line.empty())
                view.marks.trails.push_back({last, id});
            else
                view.marks.marks[line] = {Mark::Tone::Open, {}};
        }
        last = id;
    }
    // A subnet holds much that has nothing to do with it: what is inside keeps its colours only in what the way passes.
    for (const auto& [id, mark] : view.marks.marks) kept.insert(id);
    Ids passed;
    for (const std::string& id : kept) {
        const auto* drawn = geometry.find(BlockId(id));
        if (!drawn || !drawn->isContainer || isOnTheWay(id, document, geometry)) passed.insert(id);
    }
    view.dimmed = allBut(passed, document);
    std::erase_if(view.dimmed, [&](const std::string& id) { return kept.contains(id); });
    return view;
}

canvas::AnalysisView blockerView(const ReachQuestion& question, const model::analysis::Reach& reach,
                                 const Document& document)
{
    canvas::AnalysisView view;
    Ids kept{question.to.text()};
    if (!question.from.isEmpty()) kept.insert(question.from.text());
    for (const std::string& id : kept) view.marks.marks[id] = {Mark::Tone::Open, {}};
    const std::string line = connectionBetween(question.from.text(), question.to.text(), document);
    if (!line.empty()) view.marks.marks[line] = {Mark::Tone::Broken, kCross};
    for (const auto& way : reach.blockers)
        for (const model::analysis::Blocker& blocker : way)
            if (!blocker.subject.empty()) view.marks.marks[blocker.subject] = {Mark::Tone::Broken, kCross};
    for (const auto& [id, mark] : view.marks.marks) kept.insert(id);
    view.dimmed = allBut(kept, document);
    return view;
}

}  // namespace lintel::app::analysis
