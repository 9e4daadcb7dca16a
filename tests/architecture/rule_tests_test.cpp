// No rule without its proof: texts in both languages, a test with a failing, a passing and a near-miss design, and a
// fix only where the test applies it.

#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using lintel::model::embedded::messages;
using lintel::model::lint::allRules;
using lintel::model::lint::Rule;

std::string textOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// `<group>/<rule_id>` of every rule, as rules.cmake lists them.
const std::vector<std::string>& listedRules()
{
    static const std::vector<std::string> kListed = [] {
        std::vector<std::string> found;
        const std::string list = textOf(fs::path(LINTEL_SOURCE_DIR) / "model/lint/rules/rules.cmake");
        const std::regex line("\n  ([a-z_0-9]+/[a-z_0-9]+)");
        for (std::sregex_iterator at(list.begin(), list.end(), line), end; at != end; ++at) found.push_back((*at)[1]);
        return found;
    }();
    return kListed;
}

std::string sourceOf(const std::string& rule)
{
    return textOf(fs::path(LINTEL_SOURCE_DIR) / "model/lint/rules" / (rule + ".cpp"));
}
std::string testOf(const std::string& rule)
{
    return textOf(fs::path(LINTEL_SOURCE_DIR) / "tests/model/lint" / (rule + "_test.cpp"));
}

std::string idOf(const std::string& rule)
{
    std::string id = rule.substr(rule.find('/') + 1);
    std::replace(id.begin(), id.end(), '_', '-');
    return id;
}

std::size_t countOf(const std::string& text, const char* pattern)
{
    const std::regex wanted(pattern);
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), wanted), std::sregex_iterator()));
}

bool contains(const std::string& text, const char* pattern) { return std::regex_search(text, std::regex(pattern)); }

/// The ids of the fixes that the rule's own source offers.
std::set<std::string> fixesIn(const std::string& source)
{
    std::set<std::string> ids;
    const std::regex offered("fix\\(\\s*\"([a-z-]+)\"");
    for (std::sregex_iterator at(source.begin(), source.end(), offered), end; at != end; ++at) ids.insert((*at)[1]);
    return ids;
}

TEST(RuleProofs, EveryListedRuleIsThere)
{
    ASSERT_EQ(listedRules().size(), allRules().size());
    std::set<std::string> ids;
    for (const Rule& rule : allRules()) {
        EXPECT_TRUE(ids.insert(std::string(rule.id)).second) << rule.id << " is there twice";
        EXPECT_TRUE(rule.check || rule.review) << rule.id << " does nothing";
    }
    for (const std::string& rule : listedRules())
        EXPECT_TRUE(ids.contains(idOf(rule))) << rule << " calls itself otherwise";
}

TEST(RuleProofs, EveryRuleIsWordedInBothLanguages)
{
    for (const Rule& rule : allRules())
        for (const char* part : {"title", "message", "why", "advice", "doc"}) {
            const std::string id = "rule." + std::string(rule.id) + "." + part;
            const auto found = messages().entries().find(id);
            ASSERT_NE(found, messages().entries().end()) << id;
            EXPECT_FALSE(found->second.en.empty()) << id;
            EXPECT_FALSE(found->second.ko.empty()) << id;
            // A link may have no Korean page; words that are the same in both were not translated.
            if (std::string(part) != "doc") {
                EXPECT_NE(found->second.en, found->second.ko) << id;
            }
        }
}

TEST(RuleProofs, EveryParameterIsExplained)
{
    for (const Rule& rule : allRules())
        for (const auto& parameter : rule.parameters)
            EXPECT_TRUE(
                messages().contains("rule." + std::string(rule.id) + ".parameter." + std::string(parameter.key)))
                << rule.id;
}

TEST(RuleProofs, EveryRuleHasAFailingAPassingAndANearMissDesign)
{
    for (const std::string& rule : listedRules()) {
        const std::string test = testOf(rule);
        EXPECT_GE(countOf(test, "\nTEST(_F|_P)?\\("), 3u) << rule;
        EXPECT_TRUE(
            contains(test, "(size\\(\\), [1-9]|\\.at\\(0\\)|ASSERT_EQ|EXPECT_EQ|ASSERT_FALSE|front\\(\\)|\\[0\\])"))
            << rule << ": nothing is found in it";
        EXPECT_TRUE(contains(test, "(empty\\(\\)|, 0u?\\)|EXPECT_FALSE|[Ss]ilent|[Qq]uiet)"))
            << rule << ": it is never silent";
    }
}

TEST(RuleProofs, EveryFixIsTried)
{
    for (const std::string& rule : listedRules()) {
        const std::string test = testOf(rule);
        for (const std::string& fix : fixesIn(sourceOf(rule)))
            EXPECT_NE(test.find('"' + fix + '"'), std::string::npos)
                << rule << " offers " << fix << ", and its test never applies it";
    }
}

/// The reader of these sources must find something, or this file proves nothing.
TEST(RuleProofs, FindsWhatItLooksFor)
{
    EXPECT_EQ(fixesIn("finding.fix(\"add-route\", true, x); report.add(id).fix(\n  \"second\", ..)"),
              (std::set<std::string>{"add-route", "second"}));
    EXPECT_EQ(idOf("network/subnet_overlap"), "subnet-overlap");
    std::size_t fixes = 0;
    for (const std::string& rule : listedRules()) fixes += fixesIn(sourceOf(rule)).size();
    EXPECT_GT(fixes, listedRules().size() / 4);
}

}  // namespace
