#include "model/embedded/embedded.h"

#include "model/embedded/bundle.h"

namespace lintel::model::embedded {

namespace {

const Bundle& bundle()
{
    static const Bundle kBundle = decodeBundle(bundleBytes());
    return kBundle;
}

}  // namespace

const catalogue::Catalogue& catalogue() { return bundle().catalogue; }
const text::Messages& messages() { return bundle().messages; }
const std::vector<Template>& templates() { return bundle().templates; }
const std::vector<RuleExample>& ruleExamples() { return bundle().ruleExamples; }

}  // namespace lintel::model::embedded
