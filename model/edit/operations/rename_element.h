#pragma once

#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// Gives a block or connection another name; its id stays, so that nothing that refers to it changes.
ChangeSet renameElement(const Document& document, const std::string& id, const std::string& name);

}  // namespace lintel::model::edit
