#include "model/embedded/embedded.h"

#include "model/embedded/bundle.h"

namespace lintel::model::embedded {

namespace {

// Never taken down: a program that ends need not free what it knows.
const Bundle& bundle()
{
    static const Bundle& kBundle = *new Bundle(decodeBundle(bundleBytes()));
    return kBundle;
}

const Designs& designs()
{
    static const Designs& kDesigns = *new Designs(decodeDesigns(bundleBytes()));
    return kDesigns;
}

}  // namespace

const catalogue::Catalogue& catalogue() { return bundle().catalogue; }
const text::Messages& messages() { return bundle().messages; }
const std::vector<Template>& templates() { return designs().templates; }
const std::vector<RuleExample>& ruleExamples() { return designs().ruleExamples; }

}  // namespace lintel::model::embedded
