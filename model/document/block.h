#pragma once

#include "model/document/ids.h"
#include "model/document/value.h"

namespace lintel::model {

/// One thing of the design: a VPC, a subnet, an instance, the people who use it.
struct Block {
    BlockId id;
    KindId kind;
    std::string name;       ///< what people call it; may be empty (the kind's title is shown then)
    BlockId parent;         ///< the container that holds it; empty at the top level
    Properties properties;  ///< keys of the catalogue, and unknown ones kept as they are

    bool operator==(const Block&) const = default;

    const Value& property(std::string_view key) const { return propertyOf(properties, key); }
    /// The name, or the id where there is no name: what messages call the block.
    const std::string& label() const { return name.empty() ? id.text() : name; }
};

}  // namespace lintel::model
