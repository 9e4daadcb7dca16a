#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

namespace lintel::model::io::detail {

/// A record as the keys and values of the file, in canonical order: fixed fields first, then properties in the
/// catalogue's order, then unknown ones by name.
Value::Map fieldsOf(const Settings& settings);
Value::Map fieldsOf(const Block& block, const catalogue::Catalogue& catalogue);
Value::Map fieldsOf(const Connection& connection);
Value::Map fieldsOf(const Note& note);
Value::Map fieldsOf(const Waiver& waiver);
/// A rectangle alone is a list; otherwise a map.
Value valueOf(const Placement& placement);

/// One record of a section: what the writer puts after its id, and where it belongs among the others.
struct Row {
    std::string id;
    Value value;
    std::string group;       ///< rows of a group stand together
    std::string after = {};  ///< the row that the group follows
    std::string from = {};   ///< of a connection: new ones go to others of the same blocks
    std::string to = {};
};

/// Whether two rows, one after the other, belong to one paragraph: blocks and places of one container, connections with
/// a block in common.
bool areTogether(const Row& one, const Row& next);

/// The rows of a section of the file in canonical order: containers before what they hold, siblings by id, connections
/// in the order of the blocks that they come from. What one person edits stands together, what others edit elsewhere.
std::vector<Row> rowsOf(const Document& document, std::string_view section, const catalogue::Catalogue& catalogue);

}  // namespace lintel::model::io::detail
