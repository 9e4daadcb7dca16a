#pragma once

#include "model/embedded/embedded.h"

namespace lintel::model::embedded {

/// What every run needs.
struct Bundle {
    catalogue::Catalogue catalogue;
    text::Messages messages;
};

/// What is asked for now and then.
struct Designs {
    std::vector<Template> templates;
    std::vector<RuleExample> ruleExamples;
};

/// Everything that the resource compiler gathers.
std::string encode(const Bundle& bundle, const Designs& designs);
/// Each reads its own part and steps over the other.
Bundle decodeBundle(std::string_view bytes);
Designs decodeDesigns(std::string_view bytes);

/// The bytes linked into this program.
std::string_view bundleBytes();

}  // namespace lintel::model::embedded
