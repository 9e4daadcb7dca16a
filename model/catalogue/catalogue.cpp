#include "model/catalogue/catalogue.h"

#include <algorithm>

namespace lintel::model::catalogue {

namespace {

bool contains(const std::vector<std::string>& all, std::string_view one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

const Property* Kind::property(std::string_view key) const
{
    for (const Property& candidate : properties)
        if (candidate.key == key) return &candidate;
    return nullptr;
}

Catalogue::Catalogue(std::vector<Kind> kinds)
{
    std::stable_sort(kinds.begin(), kinds.end(), [](const Kind& a, const Kind& b) { return a.id < b.id; });
    for (Kind& kind : kinds) {
        if (!m_kinds.empty() && m_kinds.back().id == kind.id)
            m_kinds.back() = std::move(kind);
        else
            m_kinds.push_back(std::move(kind));
    }
}

const Kind* Catalogue::find(const KindId& id) const
{
    const auto at = std::lower_bound(m_kinds.begin(), m_kinds.end(), id,
                                     [](const Kind& kind, const KindId& wanted) { return kind.id < wanted; });
    return at != m_kinds.end() && at->id == id ? &*at : nullptr;
}

bool Catalogue::mayHold(const KindId& parent, const KindId& child) const
{
    const Kind* kind = find(child);
    if (!kind) return false;
    if (parent.isEmpty()) return contains(kind->parents, "root");
    const Kind* holder = find(parent);
    if (!holder) return false;
    if (contains(kind->parents, parent.text())) return true;
    return holder->isContainer() && contains(kind->parents, "any");
}

const Value& Catalogue::value(const Block& block, std::string_view key) const
{
    const Value& own = block.property(key);
    if (!own.isNull()) return own;
    const Kind* kind = kindOf(block);
    const Property* property = kind ? kind->property(key) : nullptr;
    return property ? property->defaultValue : own;
}

const std::string& Catalogue::fact(const Block& block, std::string_view key) const
{
    static const std::string kNone;
    const Kind* kind = kindOf(block);
    return kind ? kind->fact(key) : kNone;
}

bool Catalogue::flag(const Block& block, std::string_view key) const
{
    const Kind* kind = kindOf(block);
    return kind && kind->flag(key);
}

std::vector<Error> containmentErrors(const Document& document, const Catalogue& catalogue)
{
    std::vector<Error> errors;
    for (const Block& block : document.blocks) {
        if (!catalogue.find(block.kind)) {
            errors.push_back(
                makeError("document.unknown-kind", {{"id", block.id.text()}, {"kind", block.kind.text()}}));
            continue;
        }
        const Block* parent = document.blocks.find(block.parent);
        if (catalogue.mayHold(parent ? parent->kind : KindId(), block.kind)) continue;
        const std::string holder = parent ? "kind." + parent->kind.text() + ".title" : "document.top-level";
        errors.push_back(makeError("document.wrong-container", {{"id", block.id.text()},
                                                                {"kind", "kind." + block.kind.text() + ".title", true},
                                                                {"parent", holder, true}}));
    }
    return errors;
}

}  // namespace lintel::model::catalogue
