#pragma once

#include "model/base/error.h"
#include "model/catalogue/kind.h"
#include "model/document/document.h"

#include <vector>

namespace lintel::model::catalogue {

/// All kinds, sorted by id. A value; built by the catalogue reader or decoded from the binary.
class Catalogue {
public:
    Catalogue() = default;
    /// A later kind of the same id replaces an earlier one, so that users can override ours.
    explicit Catalogue(std::vector<Kind> kinds);

    const std::vector<Kind>& kinds() const { return m_kinds; }
    /// Null when unknown. Valid as long as the catalogue lives.
    const Kind* find(const KindId& id) const;
    const Kind* kindOf(const Block& block) const { return find(block.kind); }

    /// May a block of `child` sit in a block of `parent`? An empty parent means the top level.
    bool mayHold(const KindId& parent, const KindId& child) const;

    /// The property's value, or what AWS does when it is unset, or null: unknown.
    const Value& value(const Block& block, std::string_view key) const;
    /// A fact of the block's kind; empty when the kind is unknown or says nothing.
    const std::string& fact(const Block& block, std::string_view key) const;
    bool flag(const Block& block, std::string_view key) const;

    bool operator==(const Catalogue&) const = default;

private:
    std::vector<Kind> m_kinds;
};

/// Kinds that do not exist and blocks that sit where the catalogue forbids it; empty when all is well.
std::vector<Error> containmentErrors(const Document& document, const Catalogue& catalogue);

}  // namespace lintel::model::catalogue
