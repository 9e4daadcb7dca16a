#include "model/edit/merge_values.h"

#include <algorithm>
#include <optional>
#include <set>

namespace lintel::model::edit {

namespace {

using List = Value::List;

bool holds(const List& list, const Value& item) { return std::find(list.begin(), list.end(), item) != list.end(); }

List without(const List& list, const List& gone)
{
    List left;
    std::copy_if(list.begin(), list.end(), std::back_inserter(left),
                 [&](const Value& item) { return !holds(gone, item); });
    return left;
}

bool hasRepeats(const List& list)
{
    for (auto at = list.begin(); at != list.end(); ++at)
        if (std::find(at + 1, list.end(), *at) != list.end()) return true;
    return false;
}

// Nothing when both sides replaced the same item, each in its own way.
std::optional<List> mergeLists(const List& base, const List& ours, const List& theirs)
{
    if (hasRepeats(base) || hasRepeats(ours) || hasRepeats(theirs)) return std::nullopt;
    const List lostHere = without(base, ours);
    const List lostThere = without(base, theirs);
    const List newHere = without(ours, base);
    const List newThere = without(theirs, base);
    const bool bothReplaced = !newHere.empty() && !newThere.empty() && !(newHere == newThere);
    if (bothReplaced && without(lostHere, lostThere).size() < lostHere.size()) return std::nullopt;
    List merged = without(ours, lostThere);
    for (const Value& item : newThere)
        if (!holds(merged, item)) merged.push_back(item);
    return merged;
}

std::optional<Value> mergeValue(const Value& base, const Value& ours, const Value& theirs)
{
    if (ours == theirs || theirs == base) return ours;
    if (ours == base) return theirs;
    const auto isListOrNone = [](const Value& value) { return value.isList() || value.isNull(); };
    if (!isListOrNone(base) || !ours.isList() || !theirs.isList()) return std::nullopt;
    if (auto merged = mergeLists(base.toList(), ours.toList(), theirs.toList())) return Value(std::move(*merged));
    return std::nullopt;
}

}  // namespace

MergedValues mergeValues(const Properties& base, const Properties& ours, const Properties& theirs)
{
    std::set<std::string> keys;
    for (const Properties* side : {&ours, &theirs})
        for (const auto& [key, value] : *side) keys.insert(key);
    MergedValues merged;
    for (const std::string& key : keys) {
        auto value = mergeValue(propertyOf(base, key), propertyOf(ours, key), propertyOf(theirs, key));
        if (!value) merged.conflicts.push_back(key);
        const Value& kept = value ? *value : propertyOf(ours, key);
        if (!kept.isNull()) merged.values[key] = kept;
    }
    return merged;
}

}  // namespace lintel::model::edit
