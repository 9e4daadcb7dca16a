#include "model/catalogue/catalogue.h"
#include "model/document/invariants.h"
#include "model/edit/change_set.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"
#include "tests/support/random_document.h"
#include "tests/support/random_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace lintel {
namespace {

using namespace model;
using lint::Finding;
using lint::Severity;

std::vector<Finding> findingsOf(const Document& document) { return lint::Linter::run(document, embedded::catalogue()); }

const lint::Fix* automaticFixOf(const Finding& finding)
{
    const auto fix =
        std::find_if(finding.fixes.begin(), finding.fixes.end(), [](const lint::Fix& one) { return one.automatic; });
    return fix == finding.fixes.end() ? nullptr : &*fix;
}

std::map<std::string, std::string> errorsOf(const std::vector<Finding>& findings)
{
    std::map<std::string, std::string> errors;
    for (const Finding& finding : findings)
        if (finding.severity == Severity::Error)
            errors[finding.fingerprint] = finding.rule + " of " + finding.subjects.front();
    return errors;
}

/// One automatic fix does what CONVENTIONS promise: its finding goes, no error comes, the design stays legal, and undo
/// leads back.
Document afterFix(const Document& document, const std::vector<Finding>& before, const Finding& finding,
                  const lint::Fix& fix)
{
    const auto about = finding.rule + " of " + finding.subjects.front() + " by " + fix.id;
    const auto fixed = edit::apply(document, fix.change);
    if (!fixed) {
        ADD_FAILURE() << about << " does not apply: " << fixed.error().message.id;
        return document;
    }
    const std::vector<Finding> after = findingsOf(*fixed);
    for (const Finding& left : after)
        EXPECT_NE(left.fingerprint, finding.fingerprint) << about << " leaves its finding";
    auto fresh = errorsOf(after);
    for (const auto& [fingerprint, name] : errorsOf(before)) fresh.erase(fingerprint);
    for (const auto& [fingerprint, name] : fresh) ADD_FAILURE() << about << " brings " << name;
    EXPECT_TRUE(catalogue::containmentErrors(*fixed, embedded::catalogue()).size() <=
                catalogue::containmentErrors(document, embedded::catalogue()).size())
        << about;
    const auto undone = edit::apply(*fixed, edit::inverse(fix.change));
    EXPECT_TRUE(undone && *undone == document) << about << " cannot be undone";
    return *fixed;
}

/// Applies automatic fixes until none is offered.
void expectConvergence(Document document)
{
    std::vector<Finding> findings = findingsOf(document);
    const std::size_t mostSteps = 2 * findings.size() + 10;
    for (std::size_t step = 0; step <= mostSteps; ++step) {
        const auto next =
            std::find_if(findings.begin(), findings.end(), [](const Finding& one) { return automaticFixOf(one); });
        if (next == findings.end()) return;
        document = afterFix(document, findings, *next, *automaticFixOf(*next));
        if (testing::Test::HasFailure()) return;
        findings = findingsOf(document);
    }
    FAIL() << "still offering fixes after " << mostSteps << " of them";
}

TEST(FixConvergence, OnRandomNetworks)
{
    constexpr std::uint32_t kDesigns = 60;
    for (std::uint32_t seed = 1; seed <= kDesigns && !HasFailure(); ++seed) {
        SCOPED_TRACE("network " + std::to_string(seed));
        expectConvergence(test::randomNetwork(seed));
    }
}

TEST(FixConvergence, OnRandomBlocksOfEveryKind)
{
    constexpr std::uint32_t kDesigns = 30;
    for (std::uint32_t seed = 1; seed <= kDesigns && !HasFailure(); ++seed) {
        SCOPED_TRACE("blocks " + std::to_string(seed));
        expectConvergence(test::randomDocument(seed, 60, embedded::catalogue()));
    }
}

TEST(FixConvergence, OnEveryTemplate)
{
    for (const embedded::Template& design : embedded::templates()) {
        SCOPED_TRACE(design.name);
        const auto read = io::read(design.text, design.name, embedded::catalogue());
        ASSERT_TRUE(read);
        expectConvergence(read->document);
    }
}

/// The generator must offer the fixes something to do, or this file proves nothing.
TEST(FixConvergence, RandomNetworksBreakMostRules)
{
    std::map<std::string, int> seen;
    for (std::uint32_t seed = 1; seed <= 200; ++seed)
        for (const Finding& finding : findingsOf(test::randomNetwork(seed))) ++seen[finding.rule];
    for (const lint::Rule& rule : lint::allRules()) {
        // These need what a team wrote down: policy, decisions and their records. A random network has none of them;
        // their own tests bring them.
        if (rule.review || rule.group == "policy" || rule.id == "decision-record") continue;
        EXPECT_GT(seen[std::string(rule.id)], 0) << rule.id;
    }
}

}  // namespace
}  // namespace lintel
