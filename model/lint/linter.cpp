#include "model/lint/linter.h"

#include "model/lint/rule_run.h"

#include <algorithm>

namespace lintel::model::lint {

const Rule* findRule(std::string_view id)
{
    const auto& all = allRules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Finding> Linter::run(const Document& document, const catalogue::Catalogue& catalogue,
                                 const Circumstances& circumstances)
{
    return run(analysis::Analyses(document, catalogue), circumstances);
}

std::vector<Finding> Linter::run(const analysis::Analyses& analyses, const Circumstances& circumstances)
{
    const Context context = contextOf(analyses, circumstances);
    std::vector<Finding> findings;
    for (const Rule& rule : allRules())
        for (Finding& finding : runRule(rule, context)) findings.push_back(std::move(finding));
    return finished(std::move(findings), context);
}

}  // namespace lintel::model::lint
