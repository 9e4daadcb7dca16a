#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

template <class Record, class Draft>
const Record* look(const Table<Record>& table, const Draft& draft, const decltype(Record::id)& id)
{
    const auto found = draft.find(id);
    return found != draft.end() ? found->second.get() : table.find(id);
}

/// What the draft makes different; looks at nothing that was not touched.
template <class Record, class Draft>
std::vector<Change<Record>> changesIn(const Table<Record>& table, const Draft& draft)
{
    std::vector<Change<Record>> changes;
    for (const auto& [id, row] : draft) {
        const auto& old = table.row(id);
        const bool same = old == row || (old && row && *old == *row);
        if (!same) changes.push_back({old, row});
    }
    return changes;
}

template <class Record, class Draft>
Table<Record> merged(const Table<Record>& table, const Draft& draft)
{
    std::vector<typename Table<Record>::Edit> edits;
    for (Change<Record>& change : changesIn(table, draft)) edits.push_back({change.id(), std::move(change.after)});
    return edits.empty() ? table : table.with(edits);
}

}  // namespace

Transaction::Transaction(Document base) : m_base(std::move(base)) {}

const Block* Transaction::block(const BlockId& id) const { return look(m_base.blocks, m_blocks, id); }
const Connection* Transaction::connection(const ConnectionId& id) const
{
    return look(m_base.connections, m_connections, id);
}
const Placement* Transaction::placement(const PlacementId& id) const
{
    return look(m_base.placements, m_placements, id);
}

void Transaction::put(Block block)
{
    auto id = block.id;
    m_blocks[id] = std::make_shared<const Block>(std::move(block));
}
void Transaction::put(Connection connection)
{
    auto id = connection.id;
    m_connections[id] = std::make_shared<const Connection>(std::move(connection));
}
void Transaction::put(Note note)
{
    auto id = note.id;
    m_notes[id] = std::make_shared<const Note>(std::move(note));
}
void Transaction::put(Waiver waiver)
{
    auto id = waiver.id;
    m_waivers[id] = std::make_shared<const Waiver>(std::move(waiver));
}
void Transaction::put(Placement placement)
{
    auto id = placement.id;
    m_placements[id] = std::make_shared<const Placement>(std::move(placement));
}
void Transaction::put(Settings settings) { m_settings = std::make_shared<const Settings>(std::move(settings)); }

void Transaction::remove(const BlockId& id) { m_blocks[id] = nullptr; }
void Transaction::remove(const ConnectionId& id) { m_connections[id] = nullptr; }
void Transaction::remove(const NoteId& id) { m_notes[id] = nullptr; }
void Transaction::remove(const WaiverId& id) { m_waivers[id] = nullptr; }
void Transaction::remove(const PlacementId& id) { m_placements[id] = nullptr; }

void Transaction::setProperty(const BlockId& id, const std::string& key, Value value)
{
    const Block* old = block(id);
    if (!old) return;
    Block changed = *old;
    if (value.isNull())
        changed.properties.erase(key);
    else
        changed.properties[key] = std::move(value);
    put(std::move(changed));
}

std::string Transaction::freeId(std::string_view wish, std::string_view fallback) const
{
    return model::freeId(document(), wish, fallback);
}

Document Transaction::document() const
{
    Document result = m_base;
    result.blocks = merged(m_base.blocks, m_blocks);
    result.connections = merged(m_base.connections, m_connections);
    result.notes = merged(m_base.notes, m_notes);
    result.waivers = merged(m_base.waivers, m_waivers);
    result.placements = merged(m_base.placements, m_placements);
    if (m_settings) result.settingsRow = m_settings;
    return result;
}

ChangeSet Transaction::finish(Message caption) const
{
    ChangeSet change;
    change.caption = std::move(caption);
    change.blocks = changesIn(m_base.blocks, m_blocks);
    change.connections = changesIn(m_base.connections, m_connections);
    change.notes = changesIn(m_base.notes, m_notes);
    change.waivers = changesIn(m_base.waivers, m_waivers);
    change.placements = changesIn(m_base.placements, m_placements);
    if (m_settings && !(*m_settings == m_base.settings()))
        change.settings = SettingsChange{m_base.settingsRow, m_settings};
    return change;
}

}  // namespace lintel::model::edit
