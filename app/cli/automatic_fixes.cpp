#include "app/cli/automatic_fixes.h"

#include "model/lint/incremental_linter.h"

#include <optional>
#include <set>
#include <string>

namespace lintel::app::cli {

namespace {

constexpr int kMaxFixes = 500;

// The document after the first automatic fix that has not been tried and that can be applied.
std::optional<model::Document> applyNext(const model::Document& document,
                                         const std::vector<model::lint::Finding>& findings,
                                         std::set<std::string>& tried)
{
    for (const model::lint::Finding& finding : findings) {
        if (finding.waived || finding.todo) continue;
        for (const model::lint::Fix& fix : finding.fixes) {
            if (!fix.automatic || !tried.insert(finding.fingerprint + "\n" + fix.id).second) continue;
            if (auto fixed = model::edit::apply(document, fix.change)) return std::move(fixed).value();
        }
    }
    return std::nullopt;
}

}  // namespace

FixedDocument applyAutomaticFixes(model::Document document, const model::catalogue::Catalogue& catalogue,
                                  const model::lint::Circumstances& circumstances)
{
    model::lint::IncrementalLinter linter(catalogue);
    FixedDocument result{std::move(document), 0};
    std::set<std::string> tried;
    while (result.applied < kMaxFixes) {
        auto next = applyNext(result.document, linter.run(result.document, circumstances), tried);
        if (!next) break;
        result.document = std::move(*next);
        ++result.applied;
    }
    return result;
}

}  // namespace lintel::app::cli
