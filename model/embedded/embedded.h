#pragma once

#include "model/catalogue/catalogue.h"
#include "model/text/messages.h"

#include <string>
#include <string_view>
#include <vector>

/// What the build compiled from resources/ into the binary: it runs from anywhere.
namespace lintel::model::embedded {

struct Template {
    std::string name;  ///< `dangdang-salon`
    catalogue::Translated title;
    catalogue::Translated summary;
    std::string text;  ///< the file's bytes
};

/// A rule's fault as a small design, and the same design without it.
struct RuleExample {
    std::string rule;
    std::string before;  ///< the file's bytes: the rule fires
    std::string after;   ///< empty = `before` with the rule's first fix applied
};

const catalogue::Catalogue& catalogue();
const text::Messages& messages();
/// In the order of resources/templates/index.yaml.
const std::vector<Template>& templates();
/// By rule id.
const std::vector<RuleExample>& ruleExamples();

}  // namespace lintel::model::embedded
