#pragma once

#include "model/document/ids.h"

#include <map>

namespace lintel::rendering {

/// What the routes make of a subnet; drawn as its colour. Derived by an analysis, never from a label.
enum class SubnetTone { Unknown, Public, Private, Isolated };

/// Tones by subnet; absent = Unknown.
using BlockStyles = std::map<model::BlockId, SubnetTone>;

}  // namespace lintel::rendering
