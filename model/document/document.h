#pragma once

#include "model/document/block.h"
#include "model/document/connection.h"
#include "model/document/note.h"
#include "model/document/placement.h"
#include "model/document/settings.h"
#include "model/document/table.h"
#include "model/document/waiver.h"

#include <memory>

namespace lintel::model {

/// The whole design as one immutable value: whoever holds one holds a snapshot that nobody can change.
/// Made by io::read and by edit::apply only; copying costs a few pointers. Ids are unique over blocks,
/// connections and notes together.
struct Document {
    std::shared_ptr<const Settings> settingsRow;  ///< null = all defaults
    Table<Block> blocks;
    Table<Connection> connections;
    Table<Note> notes;
    Table<Waiver> waivers;
    Table<Placement> placements;

    const Settings& settings() const;

    friend bool operator==(const Document& a, const Document& b);
};

/// Equal in all that is meant; placements aside.
bool sameMeaning(const Document& a, const Document& b);

/// True when the id names a block, connection or note.
bool isIdTaken(const Document& document, const std::string& id);

/// `wish` made into a legal id (lower case ASCII letters, digits and dashes), or wish-2, wish-3... when taken.
/// A wish without any usable character (Hangul, say) becomes `fallback`.
std::string freeId(const Document& document, std::string_view wish, std::string_view fallback);

}  // namespace lintel::model
