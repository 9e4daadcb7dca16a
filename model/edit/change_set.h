#pragma once

#include "model/base/message.h"
#include "model/base/result.h"
#include "model/document/document.h"

#include <optional>

namespace lintel::model::edit {

/// One record before and after; a null row means it does not exist on that side.
template <class Record>
struct Change {
    std::shared_ptr<const Record> before;
    std::shared_ptr<const Record> after;

    const auto& id() const { return before ? before->id : after->id; }
};

using SettingsChange = std::pair<std::shared_ptr<const Settings>, std::shared_ptr<const Settings>>;

/// Every edit there is: undo step, quick fix, review difference and merge result are all change sets.
/// Changes are sorted by id, one per id, and none is empty (before == after).
struct ChangeSet {
    Message caption;  ///< what the edit does, for the undo menu and fixes
    std::vector<Change<Block>> blocks;
    std::vector<Change<Connection>> connections;
    std::vector<Change<Note>> notes;
    std::vector<Change<Waiver>> waivers;
    std::vector<Change<Placement>> placements;
    std::optional<SettingsChange> settings;

    bool isEmpty() const;
    /// True when only placements differ: review hides such changes, lint need not run again.
    bool isLayoutOnly() const;
};

/// The document with the change made. Refused with `edit.stale` when any record is not as `before` says:
/// a fix computed for an older snapshot is never misapplied.
Result<Document> apply(const Document& document, const ChangeSet& change);

/// The change that takes it back: apply(apply(d, c), inverse(c)) == d.
ChangeSet inverse(const ChangeSet& change);

/// Both in one step; `first` leads to the document that `second` starts from. Keeps the caption of `first`
/// unless that is empty.
ChangeSet compose(const ChangeSet& first, const ChangeSet& second);

/// What leads from `from` to `to`: apply(from, diff(from, to)) == to.
ChangeSet diff(const Document& from, const Document& to);

}  // namespace lintel::model::edit
