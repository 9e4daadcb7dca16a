#include "model/review/design_difference.h"

#include "model/analysis/cost_estimate.h"
#include "model/edit/change_set.h"
#include "model/edit/record_values.h"
#include "model/lint/linter.h"
#include "model/review/exposure.h"

#include <algorithm>
#include <set>

namespace lintel::model::review {

namespace {

std::vector<FieldChange> fieldChanges(const Properties& before, const Properties& after)
{
    std::set<std::string> keys;
    for (const Properties* side : {&before, &after})
        for (const auto& [key, value] : *side) keys.insert(key);
    std::vector<FieldChange> changes;
    for (const std::string& key : keys)
        if (!(propertyOf(before, key) == propertyOf(after, key)))
            changes.push_back({key, propertyOf(before, key), propertyOf(after, key)});
    return changes;
}

ElementType typeOf(const Block&) { return ElementType::Block; }
ElementType typeOf(const Connection&) { return ElementType::Connection; }
ElementType typeOf(const Note&) { return ElementType::Note; }
ElementType typeOf(const Waiver&) { return ElementType::Waiver; }

template <class Record>
void describe(const edit::Change<Record>& change, std::vector<ElementChange>& elements)
{
    const Record& record = change.after ? *change.after : *change.before;
    ElementChange element{typeOf(record), ChangeType::Changed, record.id.text(), {}, {}, {}};
    if (!change.before)
        element.change = ChangeType::Added;
    else if (!change.after)
        element.change = ChangeType::Removed;
    else
        element.fields = fieldChanges(edit::valuesOf(*change.before), edit::valuesOf(*change.after));
    if constexpr (std::is_same_v<Record, Block>) element.kind = record.kind;
    if constexpr (std::is_same_v<Record, Block> || std::is_same_v<Record, Connection>) element.name = record.name;
    elements.push_back(std::move(element));
}

std::vector<ElementChange> elementChanges(const edit::ChangeSet& change)
{
    std::vector<ElementChange> elements;
    if (change.settings) {
        const auto values = [](const std::shared_ptr<const Settings>& row) {
            return row ? edit::valuesOf(*row) : Properties();
        };
        elements.push_back({ElementType::Settings,
                            ChangeType::Changed,
                            {},
                            {},
                            {},
                            fieldChanges(values(change.settings->first), values(change.settings->second))});
    }
    for (const auto& one : change.blocks) describe(one, elements);
    for (const auto& one : change.connections) describe(one, elements);
    for (const auto& one : change.notes) describe(one, elements);
    for (const auto& one : change.waivers) describe(one, elements);
    return elements;
}

// Findings are the same when rule and subjects are, whatever their words say.
std::vector<lint::Finding> findingsWithout(const std::vector<lint::Finding>& findings,
                                           const std::vector<lint::Finding>& known)
{
    std::multiset<std::string> left;
    for (const lint::Finding& finding : known)
        if (!finding.waived && !finding.todo) left.insert(finding.fingerprint);
    std::vector<lint::Finding> others;
    for (const lint::Finding& finding : findings) {
        if (finding.waived || finding.todo) continue;
        if (const auto same = left.find(finding.fingerprint); same != left.end())
            left.erase(same);
        else
            others.push_back(finding);
    }
    return others;
}

using Exposure = std::map<BlockId, analysis::PortSet>;

std::vector<ExposureChange> exposedWithout(const Exposure& exposed, const Exposure& known)
{
    std::vector<ExposureChange> others;
    for (const auto& [block, ports] : exposed) {
        const auto same = known.find(block);
        analysis::PortSet left = same == known.end() ? ports : ports.without(same->second);
        if (!left.isEmpty()) others.push_back({block, std::move(left)});
    }
    return others;
}

analysis::CostEstimate costOf(const Document& document, const catalogue::Catalogue& catalogue)
{
    const graph::ArchitectureGraph graph(document, catalogue);
    return {graph, analysis::Routes(graph), analysis::PriceTable::published()};
}

CostChange costChange(const Document& before, const Document& after, const catalogue::Catalogue& catalogue)
{
    const analysis::CostEstimate cost = costOf(before, catalogue);
    const analysis::CostEstimate costs = costOf(after, catalogue);
    return {cost.total(), costs.total(), cost.isComplete() && costs.isComplete()};
}

}  // namespace

bool ElementChange::isMove() const
{
    return element == ElementType::Block &&
           std::any_of(fields.begin(), fields.end(), [](const FieldChange& one) { return one.field == "in"; });
}

DesignDifference differenceBetween(const Document& before, const Document& after, const catalogue::Catalogue& catalogue)
{
    DesignDifference difference;
    const edit::ChangeSet change = edit::diff(before, after);
    difference.elements = elementChanges(change);
    for (const auto& placement : change.placements)
        if (isIdTaken(before, placement.id().text()) && isIdTaken(after, placement.id().text()))
            ++difference.layoutChanges;
    if (difference.isEmpty()) return difference;

    const auto found = lint::Linter::run(before, catalogue);
    const auto finds = lint::Linter::run(after, catalogue);
    difference.newFindings = findingsWithout(finds, found);
    difference.fixedFindings = findingsWithout(found, finds);
    const Exposure exposed = exposureOf(before, catalogue);
    const Exposure exposes = exposureOf(after, catalogue);
    difference.newlyExposed = exposedWithout(exposes, exposed);
    difference.noLongerExposed = exposedWithout(exposed, exposes);
    difference.cost = costChange(before, after, catalogue);
    return difference;
}

}  // namespace lintel::model::review
