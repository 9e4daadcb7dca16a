#pragma once

#include "model/document/document.h"
#include "model/graph/read_set.h"

namespace lintel::model::graph {

/// A document for those whose reading is recorded: looks like a `const Document&` and turns into one. Asking the graph
/// is better where it can answer, because it knows more closely what was read.
class RecordedDocument {
public:
    RecordedDocument(const Document& document)
        : blocks(document.blocks),
          connections(document.connections),
          notes(document.notes),
          waivers(document.waivers),
          placements(document.placements),
          m_document(&document)
    {
    }

    template <class Record>
    class View {
    public:
        using Key = typename Table<Record>::Key;
        explicit View(const Table<Record>& table) : m_table(&table) {}

        auto begin() const { return recorded().begin(); }
        auto end() const { return m_table->end(); }
        std::size_t size() const { return recorded().size(); }
        bool isEmpty() const { return recorded().isEmpty(); }
        const Record* find(const Key& id) const { return recorded().find(id); }
        bool contains(const Key& id) const { return recorded().contains(id); }
        const auto& row(const Key& id) const { return recorded().row(id); }
        const auto& rows() const { return recorded().rows(); }

    private:
        const Table<Record>& recorded() const
        {
            if (ReadSet* reads = ReadRecorder::current()) note(*reads, static_cast<const Record*>(nullptr));
            return *m_table;
        }
        static void note(ReadSet& reads, const Block*) { reads.addAllBlocks(); }
        static void note(ReadSet& reads, const Connection*) { reads.addConnections(); }
        template <class Other>
        static void note(ReadSet& reads, const Other*)
        {
            reads.addOthers();
        }

        const Table<Record>* m_table;
    };

    View<Block> blocks;
    View<Connection> connections;
    View<Note> notes;
    View<Waiver> waivers;
    View<Placement> placements;

    /// Not recorded: when a setting changes, everything is done again.
    const Settings& settings() const { return m_document->settings(); }

    operator const Document&() const
    {
        if (ReadSet* reads = ReadRecorder::current()) reads->addEverything();
        return *m_document;
    }

private:
    const Document* m_document;
};

}  // namespace lintel::model::graph
