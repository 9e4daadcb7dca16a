#include "model/edit/open_conflicts.h"

#include "model/document/invariants.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/record_values.h"
#include "model/edit/transaction.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace lintel::model::edit {

namespace {

constexpr std::string_view kKey = "conflicts";
constexpr std::array<std::pair<ConflictType, const char*>, 6> kTypes{
    {{ConflictType::BothChanged, "both-changed"},
     {ConflictType::DeletedHere, "deleted-here"},
     {ConflictType::DeletedThere, "deleted-there"},
     {ConflictType::BroughtBack, "brought-back"},
     {ConflictType::ContainerRefused, "container-refused"},
     {ConflictType::Everything, "everything"}}};

Value entryOf(const MergeConflict& conflict)
{
    Value::Map entry;
    for (const auto& [type, word] : kTypes)
        if (type == conflict.type) entry.push_back({"conflict", Value(word)});
    if (!conflict.id.empty()) entry.push_back({"id", Value(conflict.id)});
    if (!conflict.field.empty()) entry.push_back({"field", Value(conflict.field)});
    if (!conflict.ours.isNull()) entry.push_back({"ours", conflict.ours});
    if (!conflict.theirs.isNull()) entry.push_back({"theirs", conflict.theirs});
    return Value(std::move(entry));
}

std::optional<MergeConflict> conflictOf(const Value& entry)
{
    for (const auto& [type, word] : kTypes)
        if (entry["conflict"].scalarText() == word)
            return MergeConflict{type, entry["id"].scalarText(), entry["field"].scalarText(), entry["ours"],
                                 entry["theirs"]};
    return std::nullopt;
}

Document withList(const Document& document, Value::List list)
{
    Settings settings = document.settings();
    if (list.empty())
        settings.properties.erase(std::string(kKey));
    else
        settings.properties[std::string(kKey)] = Value(std::move(list));
    Transaction draft(document);
    draft.put(std::move(settings));
    return draft.document();
}

Properties with(Properties values, const std::string& field, const Value& value)
{
    if (value.isNull())
        values.erase(field);
    else
        values[field] = value;
    return values;
}

template <class Record>
bool putField(Transaction& draft, const Table<Record>& table, const MergeConflict& conflict, const std::string& field,
              const Value& value)
{
    const Record* record = table.find(decltype(Record::id)(conflict.id));
    if (record) draft.put(recordOf<Record>(record->id, with(valuesOf(*record), field, value)));
    return record != nullptr;
}

Document withField(const Document& document, const MergeConflict& conflict, const std::string& field,
                   const Value& value)
{
    Transaction draft(document);
    const bool isElement = putField(draft, document.blocks, conflict, field, value) ||
                           putField(draft, document.connections, conflict, field, value) ||
                           putField(draft, document.notes, conflict, field, value) ||
                           putField(draft, document.waivers, conflict, field, value);
    if (!isElement && conflict.id == "settings")
        draft.put(settingsOf(with(valuesOf(document.settings()), field, value)));
    return draft.document();
}

Document without(const Document& document, const std::string& id)
{
    if (document.waivers.contains(WaiverId(id))) {
        Transaction draft(document);
        draft.remove(WaiverId(id));
        return draft.document();
    }
    const auto removed = apply(document, removeElements(document, {id}));
    return removed ? *removed : document;
}

Document decided(const Document& document, const MergeConflict& conflict, Choice choice)
{
    const Value& value = choice == Choice::Ours ? conflict.ours : conflict.theirs;
    switch (conflict.type) {
        case ConflictType::BothChanged: return withField(document, conflict, conflict.field, value);
        case ConflictType::ContainerRefused: return withField(document, conflict, "in", value);
        case ConflictType::DeletedHere: return choice == Choice::Ours ? without(document, conflict.id) : document;
        case ConflictType::DeletedThere:
        case ConflictType::BroughtBack: return choice == Choice::Theirs ? without(document, conflict.id) : document;
        case ConflictType::Everything: break;
    }
    return document;
}

}  // namespace

Document withConflicts(const Document& document, const std::vector<MergeConflict>& conflicts)
{
    if (conflicts.empty()) return document;
    Value::List list = propertyOf(document.settings().properties, kKey).toList();
    for (const MergeConflict& conflict : conflicts)
        if (Value entry = entryOf(conflict); std::find(list.begin(), list.end(), entry) == list.end())
            list.push_back(std::move(entry));
    return withList(document, std::move(list));
}

std::vector<MergeConflict> openConflicts(const Document& document)
{
    std::vector<MergeConflict> conflicts;
    for (const Value& entry : propertyOf(document.settings().properties, kKey).toList())
        if (auto conflict = conflictOf(entry)) conflicts.push_back(std::move(*conflict));
    return conflicts;
}

Result<ChangeSet> settle(const Document& document, const MergeConflict& conflict, Choice choice,
                         const catalogue::Catalogue& catalogue)
{
    Document after = decided(document, conflict, choice);
    if (auto errors = structuralErrors(after); !errors.empty()) return errors.front();
    // What was wrong before is no reason to refuse.
    const auto errors = catalogue::containmentErrors(after, catalogue);
    if (errors.size() > catalogue::containmentErrors(document, catalogue).size()) return errors.front();
    Value::List list = propertyOf(after.settings().properties, kKey).toList();
    std::erase_if(list, [&](const Value& entry) {
        const auto known = conflictOf(entry);
        return !known || *known == conflict;
    });
    ChangeSet change = diff(document, withList(after, std::move(list)));
    change.caption = Message("edit.settle-conflict");
    return change;
}

}  // namespace lintel::model::edit
