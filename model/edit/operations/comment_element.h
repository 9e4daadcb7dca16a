#pragma once

#include "model/edit/change_set.h"

namespace lintel::model::edit {

/// The comment that is pinned to one element alone; empty when there is none.
std::string commentOn(const Document& document, const std::string& element);

/// Pins a comment to a block or connection, in place of the one that is there; an empty text takes it away.
ChangeSet commentElement(const Document& document, const std::string& element, const std::string& text);

}  // namespace lintel::model::edit
