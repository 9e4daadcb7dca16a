#pragma once

#include "model/base/stored_hash.h"
#include "model/document/document.h"

#include <unordered_map>
#include <vector>

namespace lintel::model {

/// The containment tree of one snapshot, indexed. Children come in id order.
/// Assumes the structural invariants (see invariants.h); a parent that does not exist counts as the top level.
class Containment {
public:
    explicit Containment(const Document& document);

    const std::vector<BlockId>& children(const BlockId& parent) const;  ///< of the empty id: the top level
    std::vector<BlockId> descendants(const BlockId& block) const;       ///< preorder, without `block`
    /// From the direct parent to the top.
    std::vector<BlockId> ancestors(const BlockId& block) const;
    /// True when `ancestor` holds `block`, directly or not; false for itself.
    bool holds(const BlockId& ancestor, const BlockId& block) const;
    /// The nearest container that holds both (or is one of them); empty when only the drawing does.
    BlockId nearestCommon(const BlockId& a, const BlockId& b) const;

private:
    struct Family {
        BlockId parent;
        std::vector<BlockId> children;
    };
    /// A lookup by hash, whose order nobody sees.
    std::unordered_map<BlockId, Family, StoredHash<BlockId>> m_families;
};

}  // namespace lintel::model
