#include "model/edit/change_set.h"

#include <map>

namespace lintel::model::edit {

namespace {

template <class Row>
bool sameRow(const Row& a, const Row& b)
{
    if (a == b) return true;
    return a && b && *a == *b;
}

template <class Record>
bool applyTo(Table<Record>& table, const std::vector<Change<Record>>& changes, Error& error)
{
    if (changes.empty()) return true;
    std::vector<typename Table<Record>::Edit> edits;
    edits.reserve(changes.size());
    for (const Change<Record>& change : changes) {
        if (!sameRow(table.row(change.id()), change.before)) {
            error = makeError("edit.stale", {{"id", change.id().text()}});
            return false;
        }
        edits.push_back({change.id(), change.after});
    }
    table = table.with(edits);
    return true;
}

template <class Record>
std::vector<Change<Record>> inverted(std::vector<Change<Record>> changes)
{
    for (Change<Record>& change : changes) std::swap(change.before, change.after);
    return changes;
}

template <class Record>
std::vector<Change<Record>> composed(const std::vector<Change<Record>>& first,
                                     const std::vector<Change<Record>>& second)
{
    std::map<decltype(Record::id), Change<Record>> byId;
    for (const Change<Record>& change : first) byId[change.id()] = change;
    for (const Change<Record>& change : second) {
        const auto [at, isNew] = byId.try_emplace(change.id(), change);
        if (!isNew) at->second.after = change.after;
    }
    std::vector<Change<Record>> result;
    for (auto& [id, change] : byId)
        if (!sameRow(change.before, change.after)) result.push_back(std::move(change));
    return result;
}

template <class Record>
std::vector<Change<Record>> difference(const Table<Record>& from, const Table<Record>& to)
{
    std::vector<Change<Record>> result;
    auto a = from.rows().begin();
    auto b = to.rows().begin();
    while (a != from.rows().end() || b != to.rows().end()) {
        if (b == to.rows().end() || (a != from.rows().end() && (*a)->id < (*b)->id)) {
            result.push_back({*a++, nullptr});
        } else if (a == from.rows().end() || (*b)->id < (*a)->id) {
            result.push_back({nullptr, *b++});
        } else {
            if (!sameRow(*a, *b)) result.push_back({*a, *b});
            ++a;
            ++b;
        }
    }
    return result;
}

bool sameSettings(const std::shared_ptr<const Settings>& a, const std::shared_ptr<const Settings>& b)
{
    static const Settings kDefaults;
    return a == b || (a ? *a : kDefaults) == (b ? *b : kDefaults);
}

std::optional<SettingsChange> composedSettings(const ChangeSet& first, const ChangeSet& second)
{
    if (!first.settings) return second.settings;
    if (!second.settings) return first.settings;
    SettingsChange both{first.settings->first, second.settings->second};
    if (sameSettings(both.first, both.second)) return std::nullopt;
    return both;
}

}  // namespace

bool ChangeSet::isLayoutOnly() const
{
    return blocks.empty() && connections.empty() && notes.empty() && waivers.empty() && !settings;
}

bool ChangeSet::isEmpty() const { return isLayoutOnly() && placements.empty(); }

Result<Document> apply(const Document& document, const ChangeSet& change)
{
    Document result = document;
    Error error;
    const bool fits = applyTo(result.blocks, change.blocks, error) &&
                      applyTo(result.connections, change.connections, error) &&
                      applyTo(result.notes, change.notes, error) && applyTo(result.waivers, change.waivers, error) &&
                      applyTo(result.placements, change.placements, error);
    if (!fits) return error;
    if (change.settings) {
        if (!sameSettings(result.settingsRow, change.settings->first))
            return makeError("edit.stale", {{"id", "settings"}});
        result.settingsRow = change.settings->second;
    }
    return result;
}

ChangeSet inverse(const ChangeSet& change)
{
    ChangeSet result;
    result.caption = change.caption;
    result.blocks = inverted(change.blocks);
    result.connections = inverted(change.connections);
    result.notes = inverted(change.notes);
    result.waivers = inverted(change.waivers);
    result.placements = inverted(change.placements);
    if (change.settings) result.settings = SettingsChange{change.settings->second, change.settings->first};
    return result;
}

ChangeSet compose(const ChangeSet& first, const ChangeSet& second)
{
    ChangeSet result;
    result.caption = first.caption.id.empty() ? second.caption : first.caption;
    result.blocks = composed(first.blocks, second.blocks);
    result.connections = composed(first.connections, second.connections);
    result.notes = composed(first.notes, second.notes);
    result.waivers = composed(first.waivers, second.waivers);
    result.placements = composed(first.placements, second.placements);
    result.settings = composedSettings(first, second);
    return result;
}

ChangeSet diff(const Document& from, const Document& to)
{
    ChangeSet result;
    result.blocks = difference(from.blocks, to.blocks);
    result.connections = difference(from.connections, to.connections);
    result.notes = difference(from.notes, to.notes);
    result.waivers = difference(from.waivers, to.waivers);
    result.placements = difference(from.placements, to.placements);
    if (!sameSettings(from.settingsRow, to.settingsRow))
        result.settings = SettingsChange{from.settingsRow, to.settingsRow};
    return result;
}

}  // namespace lintel::model::edit
