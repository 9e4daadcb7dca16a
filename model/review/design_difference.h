#pragma once

#include "model/analysis/money.h"
#include "model/analysis/port_set.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/lint/finding.h"

#include <string>
#include <vector>

namespace lintel::model::review {

/// One field of a record by its key in the file; null = absent on that side.
struct FieldChange {
    std::string field;
    Value before;
    Value after;

    bool operator==(const FieldChange&) const = default;
};

enum class ElementType { Settings, Block, Connection, Note, Waiver };
enum class ChangeType { Added, Removed, Changed };

struct ElementChange {
    ElementType element = ElementType::Block;
    ChangeType change = ChangeType::Changed;
    std::string id;                   ///< empty for the settings
    KindId kind;                      ///< of a block
    std::string name;                 ///< as it is called now, or was called before it went
    std::vector<FieldChange> fields;  ///< of a changed element; sorted by key

    /// True when a block went into another container.
    bool isMove() const;
};

/// Ports on which the internet reaches a block on one side of the difference only.
struct ExposureChange {
    BlockId block;
    analysis::PortSet ports;
};

/// What a month costs by the published prices, and whether every block has one: else a total is too low.
struct CostChange {
    analysis::Money before;
    analysis::Money after;
    bool isComplete = true;

    analysis::Money more() const { return after + -before; }
};

/// What a reviewer wants to know of a change: meaning in full, layout as a number.
struct DesignDifference {
    std::vector<ElementChange> elements;  ///< settings, blocks, connections, notes, waivers; each by id
    int layoutChanges = 0;                ///< elements drawn elsewhere that are not new or gone
    std::vector<lint::Finding> newFindings;
    std::vector<lint::Finding> fixedFindings;
    std::vector<ExposureChange> newlyExposed;
    std::vector<ExposureChange> noLongerExposed;
    CostChange cost;

    /// True when both designs mean the same, whatever their layout.
    bool isEmpty() const { return elements.empty(); }
};

DesignDifference differenceBetween(const Document& before, const Document& after,
                                   const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::review
