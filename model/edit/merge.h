#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

namespace lintel::model::edit {

enum class ConflictType {
    BothChanged,       ///< a field, differently; ours stays
    DeletedHere,       ///< ours deleted what theirs changed; it stays, as theirs has it
    DeletedThere,      ///< theirs deleted what ours changed; it stays, as ours has it
    BroughtBack,       ///< one side deleted what the other one uses; it stays
    ContainerRefused,  ///< both moves together put a block where it cannot be; it is where ours has it
    Everything,        ///< the two cannot be put together; the result is ours
};

/// What a person has to decide. The merged document has one of the two choices in it already.
struct MergeConflict {
    ConflictType type = ConflictType::BothChanged;
    std::string id;     ///< of the element; `settings` for what is said about the design as a whole
    std::string field;  ///< only with BothChanged
    Value ours;
    Value theirs;

    bool operator==(const MergeConflict&) const = default;
};

struct MergeResult {
    Document document;
    std::vector<MergeConflict> conflicts;
};

/// Three-way merge on meaning, field by field. The result keeps the structural invariants and the containment rules
/// whenever `ours` does. Placements settle by themselves: ours where both moved. Disjoint edits commute;
/// merge(b, x, b) == x and merge(b, b, x) == x.
MergeResult merge(const Document& base, const Document& ours, const Document& theirs,
                  const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::edit
