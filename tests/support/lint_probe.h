#pragma once

#include "model/edit/change_set.h"
#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

namespace lintel::support {

/// What one rule says about a document.
inline std::vector<model::lint::Finding> findingsOf(const model::Document& document, std::string_view rule)
{
    std::vector<model::lint::Finding> found;
    for (model::lint::Finding& finding : model::lint::Linter::run(document, model::embedded::catalogue()))
        if (finding.rule == rule) found.push_back(std::move(finding));
    return found;
}

/// Applies the fix, expects the finding to be gone, no new error, and the undo to lead back.
inline void expectFixes(const model::Document& document, const model::lint::Finding& finding, std::string_view fixId)
{
    const auto countErrors = [](const model::Document& design) {
        const auto all = model::lint::Linter::run(design, model::embedded::catalogue());
        return std::count_if(all.begin(), all.end(),
                             [](const auto& one) { return one.severity == model::lint::Severity::Error; });
    };
    const auto fix =
        std::find_if(finding.fixes.begin(), finding.fixes.end(), [&](const auto& one) { return one.id == fixId; });
    ASSERT_NE(fix, finding.fixes.end()) << finding.rule << " offers no " << fixId;
    EXPECT_TRUE(model::embedded::messages().contains(fix->caption().id)) << fix->caption().id;
    const auto fixed = model::edit::apply(document, fix->change);
    ASSERT_TRUE(fixed) << fixed.error().message.id;
    for (const auto& left : findingsOf(*fixed, finding.rule)) EXPECT_NE(left.fingerprint, finding.fingerprint) << fixId;
    EXPECT_LE(countErrors(*fixed), countErrors(document)) << fixId;
    EXPECT_TRUE(model::catalogue::containmentErrors(*fixed, model::embedded::catalogue()).empty());
    const auto undone = model::edit::apply(*fixed, model::edit::inverse(fix->change));
    ASSERT_TRUE(undone);
    EXPECT_EQ(*undone, document);
}

}  // namespace lintel::support
