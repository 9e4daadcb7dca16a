#pragma once

#include "model/edit/change_set.h"

#include <map>

namespace lintel::model::edit {

/// The one way to write a change set by hand: work on a draft of a document, then take the difference.
/// Reads see what was written before. Cheap: only touched records are held.
class Transaction {
public:
    explicit Transaction(Document base);

    const Document& base() const { return m_base; }

    /// The record as it stands in the draft; null when it does not exist.
    const Block* block(const BlockId& id) const;
    const Connection* connection(const ConnectionId& id) const;
    const Placement* placement(const PlacementId& id) const;

    /// Inserts the record or replaces the one with its id.
    void put(Block block);
    void put(Connection connection);
    void put(Note note);
    void put(Waiver waiver);
    void put(Placement placement);
    void put(Settings settings);

    void remove(const BlockId& id);
    void remove(const ConnectionId& id);
    void remove(const NoteId& id);
    void remove(const WaiverId& id);
    void remove(const PlacementId& id);

    /// Sets one property; a null value removes it. Nothing happens when the block does not exist.
    void setProperty(const BlockId& id, const std::string& key, Value value);

    /// freeId() over the draft.
    std::string freeId(std::string_view wish, std::string_view fallback) const;

    /// The draft as a document.
    Document document() const;
    /// Everything done so far as one change set; empty when nothing differs from the base.
    ChangeSet finish(Message caption) const;

private:
    template <class Record>
    using Draft = std::map<decltype(Record::id), std::shared_ptr<const Record>>;

    Document m_base;
    Draft<Block> m_blocks;
    Draft<Connection> m_connections;
    Draft<Note> m_notes;
    Draft<Waiver> m_waivers;
    Draft<Placement> m_placements;
    std::shared_ptr<const Settings> m_settings;
};

}  // namespace lintel::model::edit
