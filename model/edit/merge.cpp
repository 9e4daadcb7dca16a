#include "model/edit/merge.h"

#include "model/document/invariants.h"
#include "model/edit/merge_repair.h"
#include "model/edit/merge_values.h"
#include "model/edit/record_values.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

// The draft starts as ours; what theirs changed comes in record by record.
class Merger {
public:
    explicit Merger(const Document& ours) : m_ours(ours), m_draft(ours) {}

    void takeOver(const ChangeSet& theirs)
    {
        for (const auto& change : theirs.blocks) takeOver(m_ours.blocks, change);
        for (const auto& change : theirs.connections) takeOver(m_ours.connections, change);
        for (const auto& change : theirs.notes) takeOver(m_ours.notes, change);
        for (const auto& change : theirs.waivers) takeOver(m_ours.waivers, change);
        for (const auto& change : theirs.placements) takeOverPlacement(change);
        if (theirs.settings) takeOverSettings(*theirs.settings);
    }

    Document document() const { return m_draft.document(); }
    std::vector<MergeConflict> takeConflicts() { return std::move(m_conflicts); }

private:
    template <class Record>
    void takeOver(const Table<Record>& ours, const Change<Record>& theirs)
    {
        const Record* here = ours.find(theirs.id());
        const Record* before = theirs.before.get();
        const Record* there = theirs.after.get();
        if (here && there && *here == *there) return;
        const bool isUntouched = here && before ? *here == *before : here == before;
        if (isUntouched) {
            if (there)
                m_draft.put(*there);
            else
                m_draft.remove(theirs.id());
        } else if (here && there) {
            mergeFields(before ? valuesOf(*before) : Properties(), *here, *there);
        } else if (here) {
            m_conflicts.push_back({ConflictType::DeletedThere, theirs.id().text(), {}, {}, {}});
        } else if (there) {
            m_draft.put(*there);
            m_conflicts.push_back({ConflictType::DeletedHere, theirs.id().text(), {}, {}, {}});
        }
    }

    template <class Record>
    void mergeFields(const Properties& base, const Record& ours, const Record& theirs)
    {
        const Properties here = valuesOf(ours);
        const Properties there = valuesOf(theirs);
        MergedValues merged = mergeValues(base, here, there);
        reportConflicts(ours.id.text(), merged.conflicts, here, there);
        m_draft.put(recordOf<Record>(ours.id, std::move(merged.values)));
    }

    // Where something is drawn is worth no question.
    void takeOverPlacement(const Change<Placement>& theirs)
    {
        const auto& here = m_ours.placements.row(theirs.id());
        const bool isUntouched = here && theirs.before ? *here == *theirs.before : here == theirs.before;
        if (theirs.after && (isUntouched || !here))
            m_draft.put(*theirs.after);
        else if (!theirs.after && isUntouched && here)
            m_draft.remove(theirs.id());
    }

    void takeOverSettings(const SettingsChange& theirs)
    {
        const auto values = [](const std::shared_ptr<const Settings>& row) {
            return row ? valuesOf(*row) : Properties();
        };
        const Properties here = valuesOf(m_ours.settings());
        const Properties there = values(theirs.second);
        MergedValues merged = mergeValues(values(theirs.first), here, there);
        reportConflicts("settings", merged.conflicts, here, there);
        if (merged.values != here) m_draft.put(settingsOf(std::move(merged.values)));
    }

    void reportConflicts(const std::string& id, const std::vector<std::string>& fields, const Properties& here,
                         const Properties& there)
    {
        for (const std::string& field : fields)
            m_conflicts.push_back(
                {ConflictType::BothChanged, id, field, propertyOf(here, field), propertyOf(there, field)});
    }

    const Document& m_ours;
    Transaction m_draft;
    std::vector<MergeConflict> m_conflicts;
};

}  // namespace

MergeResult merge(const Document& base, const Document& ours, const Document& theirs,
                  const catalogue::Catalogue& catalogue)
{
    if (ours == base) return {theirs, {}};
    Merger merger(ours);
    merger.takeOver(diff(base, theirs));
    MergeResult result{merger.document(), merger.takeConflicts()};
    repair(result, {base, ours, theirs}, catalogue);
    if (structuralErrors(result.document).empty() && catalogue::containmentErrors(result.document, catalogue).empty())
        return result;
    return {ours, {{ConflictType::Everything, {}, {}, {}, {}}}};
}

}  // namespace lintel::model::edit
