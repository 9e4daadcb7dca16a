#pragma once

#include "model/base/message.h"

#include <string>

namespace lintel::model {

/// Where in a text something was found. Lines and columns count from 1; 0 means unknown.
struct SourceLocation {
    std::string file;
    int line = 0;
    int column = 0;

    bool operator==(const SourceLocation&) const = default;
};

/// An expected failure: what is wrong and what to do, as a message, and where.
struct Error {
    Message message;
    SourceLocation location;

    bool operator==(const Error&) const = default;
};

/// Shorthand for the common case.
Error makeError(std::string messageId, std::vector<MessageArgument> arguments = {}, SourceLocation location = {});

}  // namespace lintel::model
