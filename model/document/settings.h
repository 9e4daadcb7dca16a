#pragma once

#include "model/document/value.h"

#include <string>

namespace lintel::model {

/// What is said about the design as a whole.
struct Settings {
    std::string title;
    std::string region;       ///< AWS region id; empty = not said
    std::string profile;      ///< learning, small, production; empty = production
    std::string environment;  ///< development, test, staging, production; empty = not said
    std::string language;     ///< of the written document: en, ko; empty = the reader's
    Properties properties;    ///< further top-level keys, kept as they are

    bool operator==(const Settings&) const = default;
};

}  // namespace lintel::model
