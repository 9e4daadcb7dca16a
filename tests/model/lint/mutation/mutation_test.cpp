// Rules against faults that are put into sound designs at random places: each is found, and what only looks like it is
// not.

#include "model/catalogue/catalogue.h"
#include "model/embedded/embedded.h"
#include "model/lint/linter.h"
#include "tests/model/lint/mutation/mutator.h"
#include "tests/support/large_design.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

namespace lintel {
namespace {

using namespace model;
using test::Mutator;
using test::Place;

constexpr int kSystems = 2;

/// LINTEL_MUTATIONS says how many places the long campaign tries for each rule.
int placesPerRule()
{
    const char* const wish = std::getenv("LINTEL_MUTATIONS");
    return wish ? std::max(1, std::atoi(wish)) : 4;
}

const Document& cleanDesign()
{
    static const Document kClean = test::largeDesign(kSystems * 100 + 20);
    return kClean;
}

std::set<std::string> fingerprintsOf(const Document& document, const std::string& rule)
{
    std::set<std::string> found;
    for (const lint::Finding& finding : lint::Linter::run(document, embedded::catalogue()))
        if (finding.rule == rule) found.insert(finding.fingerprint);
    return found;
}

bool saysMore(const Document& before, const Document& after, const std::string& rule)
{
    const auto known = fingerprintsOf(before, rule);
    for (const std::string& fingerprint : fingerprintsOf(after, rule))
        if (!known.contains(fingerprint)) return true;
    return false;
}

std::vector<Mutator> allMutators()
{
    std::vector<Mutator> all = test::networkMutators();
    all.insert(all.end(), test::serviceMutators().begin(), test::serviceMutators().end());
    return all;
}

class Mutations : public testing::TestWithParam<Mutator> {};

TEST_P(Mutations, AreFoundAndNearMissesAreNot)
{
    const Mutator& mutator = GetParam();
    ASSERT_NE(lint::findRule(mutator.rule), nullptr) << mutator.rule;
    std::mt19937 random(20261121);
    int found = 0;
    int silent = 0;
    const int places = placesPerRule();
    for (int i = 0; i < places; ++i) {
        Place faulty(cleanDesign(), kSystems, random);
        mutator.fault(faulty);
        const bool isFound = saysMore(cleanDesign(), faulty.design.build(), mutator.rule);
        EXPECT_TRUE(isFound) << mutator.rule << " misses its fault in " << faulty.vpc() << " at " << faulty.server();
        found += isFound ? 1 : 0;
        Place near(cleanDesign(), kSystems, random);
        mutator.nearMiss(near);
        const bool isSilent = !saysMore(cleanDesign(), near.design.build(), mutator.rule);
        EXPECT_TRUE(isSilent) << mutator.rule << " cries wolf in " << near.vpc() << " at " << near.server();
        silent += isSilent ? 1 : 0;
        EXPECT_TRUE(catalogue::containmentErrors(faulty.design.build(), embedded::catalogue()).empty()) << mutator.rule;
        EXPECT_TRUE(catalogue::containmentErrors(near.design.build(), embedded::catalogue()).empty()) << mutator.rule;
    }
    std::printf("%-32s found %d of %d, silent at %d of %d near misses\n", mutator.rule.c_str(), found, places, silent,
                places);
}

INSTANTIATE_TEST_SUITE_P(EveryRule, Mutations, testing::ValuesIn(allMutators()), [](const auto& mutator) {
    std::string name = mutator.param.rule;
    for (char& c : name)
        if (c == '-') c = '_';
    return name;
});

TEST(MutationTable, SaysWhichRulesItDoesNotTry)
{
    std::set<std::string> tried;
    for (const Mutator& mutator : allMutators())
        EXPECT_TRUE(tried.insert(mutator.rule).second) << mutator.rule << " is there twice";
    std::size_t missing = 0;
    for (const lint::Rule& rule : lint::allRules()) {
        if (tried.contains(std::string(rule.id))) continue;
        ++missing;
        std::printf("no mutator: %.*s\n", static_cast<int>(rule.id.size()), rule.id.data());
    }
    std::printf("%zu of %zu rules have a mutator\n", tried.size(), lint::allRules().size());
    EXPECT_LT(missing, lint::allRules().size());
}

}  // namespace
}  // namespace lintel
