#include "model/edit/operations/duplicate_zone.h"

#include "model/document/containment.h"
#include "model/edit/operations/address_plan.h"
#include "model/edit/operations/copy_elements.h"
#include "model/edit/transaction.h"

#include <algorithm>
#include <map>

namespace lintel::model::edit {

namespace {

constexpr int kGap = 24;

class ZoneCopy {
public:
    ZoneCopy(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& zone)
        : m_document(document),
          m_catalogue(catalogue),
          m_containment(document),
          m_zone(*document.blocks.find(zone)),
          m_transaction(document)
    {
    }

    Result<ChangeSet> make()
    {
        const Fragment fragment = copyElements(m_document, {m_zone.id});
        const Result<Pasted> pasted = pasteTracked(m_document, m_catalogue, fragment, m_zone.parent, distance());
        if (!pasted) return pasted.error();
        const Result<Document> draft = apply(m_document, pasted->change);
        if (!draft) return draft.error();
        m_transaction = Transaction(*draft);
        m_copies = pasted->copies;
        nameZone();
        if (!planAddresses()) return makeError("edit.no-addresses", {{"name", m_zone.label()}});
        followConnections();
        spreadOver();
        ChangeSet change = compose(pasted->change, m_transaction.finish({}));
        change.caption = {"edit.duplicate-zone", {{"name", m_zone.label()}}};
        return change;
    }

private:
    /// Past the last neighbour of its sort: zones stand side by side, subnets in a zone one below the other.
    Point distance() const
    {
        const Placement* own = m_document.placements.find(placementId(m_zone.id));
        if (!own) return {};
        const Block* holder = m_document.blocks.find(m_zone.parent);
        const bool isBelow = holder && m_catalogue.fact(*holder, "role") == "zone";
        int end = isBelow ? own->rect.bottom() : own->rect.right();
        for (const BlockId& id : m_containment.children(m_zone.parent)) {
            const Placement* other = m_document.placements.find(placementId(id));
            if (!other || m_document.blocks.find(id)->kind != m_zone.kind) continue;
            const bool isInRow = other->rect.y < own->rect.bottom() && own->rect.y < other->rect.bottom();
            const bool isInColumn = other->rect.x < own->rect.right() && own->rect.x < other->rect.right();
            if (isBelow ? isInColumn : isInRow)
                end = std::max(end, isBelow ? other->rect.bottom() : other->rect.right());
        }
        return isBelow ? Point{0, end + kGap - own->rect.y} : Point{end + kGap - own->rect.x, 0};
    }

    void nameZone()
    {
        const std::string old = m_zone.property("zone").scalarText();
        const std::string letter =
            nextZoneLetter(m_document, m_catalogue, vpcAround(m_document, m_catalogue, m_zone.id));
        if (old.empty() || letter.empty()) return;
        m_transaction.setProperty(m_copies.at(m_zone.id), "zone", Value(letter));
        for (const auto& [original, copy] : m_copies) renameFor(copy, old, letter);
    }

    /// `main-a` becomes `main-c`, `가용 영역 A` becomes `가용 영역 C`: only a letter that stands alone at the end.
    void renameFor(const BlockId& copy, const std::string& from, const std::string& to)
    {
        const Block* block = m_transaction.block(copy);
        if (from.size() != 1 || block->name.empty()) return;
        const char last = block->name.back();
        const bool isUpper = last >= 'A' && last <= 'Z';
        const char expected = isUpper ? static_cast<char>(from[0] - 'a' + 'A') : from[0];
        const bool standsAlone =
            block->name.size() == 1 ||
            std::string_view(" -_").find(block->name[block->name.size() - 2]) != std::string_view::npos ||
            (block->name[block->name.size() - 2] >= '0' && block->name[block->name.size() - 2] <= '9');
        if (last != expected || !standsAlone) return;
        Block renamed = *block;
        renamed.name.back() = isUpper ? static_cast<char>(to[0] - 'a' + 'A') : to[0];
        m_transaction.put(std::move(renamed));
    }

    /// The next free ranges of the same size, in the order of the original ones.
    bool planAddresses()
    {
        const BlockId own = vpcAround(m_document, m_catalogue, m_zone.id);
        const Block* vpc = m_document.blocks.find(own);
        const auto space = vpc ? analysis::parseCidr(vpc->property("cidr").toString()) : std::nullopt;
        std::vector<std::pair<analysis::Cidr, BlockId>> wanted;
        std::vector<analysis::Cidr> taken;
        for (const Block& block : m_document.blocks) {
            const auto range =
                block.kind.text() == "subnet" ? analysis::parseCidr(block.property("cidr").toString()) : std::nullopt;
            if (!range) continue;
            if (vpcAround(m_document, m_catalogue, block.id) == own) taken.push_back(*range);
            if (m_copies.contains(block.id)) wanted.emplace_back(*range, m_copies.at(block.id));
        }
        std::sort(wanted.begin(), wanted.end(),
                  [](const auto& a, const auto& b) { return a.first.first() < b.first.first(); });
        for (const auto& [range, copy] : wanted) {
            if (!space) {
                m_transaction.setProperty(copy, "cidr", Value());
                continue;
            }
            const auto next = analysis::nextFreeBlock({*space}, taken, range.prefix);
            if (!next) return false;
            taken.push_back(*next);
            m_transaction.setProperty(copy, "cidr", Value(next->text()));
        }
        return true;
    }

    void followConnections()
    {
        for (const Connection& connection : m_document.connections) {
            const auto from = m_copies.find(connection.from);
            const auto to = m_copies.find(connection.to);
            const bool crosses = (from == m_copies.end()) != (to == m_copies.end());
            if (!crosses) continue;
            Connection copy = connection;
            (from == m_copies.end() ? copy.to : copy.from) = (from == m_copies.end() ? to : from)->second;
            copy.id = ConnectionId(m_transaction.freeId(copy.from.text() + "-" + copy.to.text(), "connection"));
            m_transaction.put(std::move(copy));
        }
    }

    /// Lists of subnets outside that name an original name its copy as well.
    void spreadOver()
    {
        for (const Block& block : m_document.blocks) {
            if (m_copies.contains(block.id) || !block.property("subnets").isList()) continue;
            Value::List subnets = block.property("subnets").toList();
            const std::size_t count = subnets.size();
            for (std::size_t i = 0; i < count; ++i) {
                const auto copy = m_copies.find(BlockId(subnets[i].scalarText()));
                if (copy != m_copies.end()) subnets.emplace_back(copy->second.text());
            }
            if (subnets.size() != count) m_transaction.setProperty(block.id, "subnets", Value(std::move(subnets)));
        }
    }

    const Document& m_document;
    const catalogue::Catalogue& m_catalogue;
    Containment m_containment;
    const Block& m_zone;
    Transaction m_transaction;
    std::map<BlockId, BlockId> m_copies;  ///< by original
};

}  // namespace

bool isZoneLike(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block)
{
    const Block* record = document.blocks.find(block);
    if (!record) return false;
    const std::string& role = catalogue.fact(*record, "role");
    return role == "zone" || role == "subnet";
}

Result<ChangeSet> duplicateZone(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& zone)
{
    if (!document.blocks.contains(zone)) return makeError("edit.no-such-block", {{"id", zone.text()}});
    return ZoneCopy(document, catalogue, zone).make();
}

}  // namespace lintel::model::edit
