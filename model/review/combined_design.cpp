#include "model/review/combined_design.h"

#include "model/edit/transaction.h"

namespace lintel::model::review {

namespace {

// A record of the same table is the same thing, changed; anything else under its id is another one.
template <class Record>
bool isGone(const Table<Record>& after, const Record& record)
{
    return !after.contains(record.id);
}

class Combiner {
public:
    Combiner(const Document& before, const Document& after) : m_before(before), m_after(after), m_draft(after) {}

    CombinedDesign combine()
    {
        for (const Block& block : m_before.blocks)
            if (isGone(m_after.blocks, block)) nameAnew(block.id, "block");
        for (const Connection& connection : m_before.connections)
            if (isGone(m_after.connections, connection)) nameAnew(connection.id, "connection");
        for (const Block& block : m_before.blocks)
            if (isGone(m_after.blocks, block)) putBlock(block);
        for (const Connection& connection : m_before.connections)
            if (isGone(m_after.connections, connection)) putConnection(connection);
        m_result.document = m_draft.document();
        return std::move(m_result);
    }

private:
    template <class Id>
    void nameAnew(const Id& id, const char* fallback)
    {
        if (!isIdTaken(m_after, id.text())) return;
        std::string free = freeId(m_after, id.text(), fallback);
        for (int number = 2; isIdTaken(m_before, free) || isIdTaken(m_after, free) || m_taken.contains(free); ++number)
            free = id.text() + "-gone-" + std::to_string(number);
        m_taken.emplace(free, id.text());
        m_result.renamed.emplace(id.text(), std::move(free));
    }

    /// Where an end or a container of something that is gone is to be found.
    BlockId placeOf(const BlockId& id) const
    {
        return m_after.blocks.contains(id) ? id : BlockId(m_result.idOfGone(id.text()));
    }

    void putBlock(Block block)
    {
        block.id = BlockId(m_result.idOfGone(block.id.text()));
        block.parent = placeOf(block.parent);
        m_draft.put(std::move(block));
    }

    void putConnection(Connection connection)
    {
        connection.id = ConnectionId(m_result.idOfGone(connection.id.text()));
        connection.from = placeOf(connection.from);
        connection.to = placeOf(connection.to);
        m_draft.put(std::move(connection));
    }

    const Document& m_before;
    const Document& m_after;
    edit::Transaction m_draft;
    CombinedDesign m_result;
    std::map<std::string, std::string> m_taken;
};

}  // namespace

const std::string& CombinedDesign::idOfGone(const std::string& id) const
{
    const auto found = renamed.find(id);
    return found == renamed.end() ? id : found->second;
}

DesignDifference CombinedDesign::named(DesignDifference difference) const
{
    for (ElementChange& change : difference.elements)
        if (change.change == ChangeType::Removed) change.id = idOfGone(change.id);
    return difference;
}

CombinedDesign combined(const Document& before, const Document& after) { return Combiner(before, after).combine(); }

}  // namespace lintel::model::review
