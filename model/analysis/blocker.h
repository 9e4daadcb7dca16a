#pragma once

#include "model/base/message.h"

#include <string>
#include <vector>

namespace lintel::model::analysis {

/// One thing that stops packets, in words. `code` is stable: `security-group-in`, `no-route`...
struct Blocker {
    std::string code;
    std::string subject;  ///< the element to change; empty when something is missing altogether
    Message message;      ///< reach.blocker.<code>

    bool operator==(const Blocker& other) const
    {
        return code == other.code && subject == other.subject && message == other.message;
    }
};

}  // namespace lintel::model::analysis
