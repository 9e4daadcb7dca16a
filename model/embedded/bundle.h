#pragma once

#include "model/embedded/embedded.h"

namespace lintel::model::embedded {

/// Everything that the resource compiler gathers.
struct Bundle {
    catalogue::Catalogue catalogue;
    text::Messages messages;
    std::vector<Template> templates;
    std::vector<RuleExample> ruleExamples;
};

std::string encodeBundle(const Bundle& bundle);
Bundle decodeBundle(std::string_view bytes);

/// The bytes linked into this program.
std::string_view bundleBytes();

}  // namespace lintel::model::embedded
