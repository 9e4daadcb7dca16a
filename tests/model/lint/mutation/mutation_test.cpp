// Rules against faults that are put into sound designs at random places: each is found, and what only looks like it is
// not.

#include "model/catalogue/catalogue.h"
#include "model/embedded/embedded.h"
#include "model/lint/linter.h"
#include "model/lint/policy.h"
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
    return wish ? std::max(1, std::atoi(wish)) : 2;
}

const Document& cleanDesign()
{
    static const Document kClean = test::largeDesign(kSystems * 100 + 20);
    return kClean;
}

/// A team for the rules that hold designs to its word: servers only reach databases, and one decision was taken back.
lint::Circumstances circumstances()
{
    lint::Policy policy;
    lint::Assertion assertion;
    assertion.id = "databases";
    assertion.kind = lint::Assertion::Kind::OnlyFrom;
    assertion.from.words = {"kind:ec2-instance"};
    assertion.to.words = {"kind:rds-instance"};
    policy.assertions.push_back(std::move(assertion));
    policy.records = {{"adr/0001.md", lint::RecordState::Superseded}, {"adr/0002.md", lint::RecordState::InForce}};
    lint::Circumstances all;
    all.policy = std::make_shared<const lint::Policy>(std::move(policy));
    return all;
}

std::set<std::string> fingerprintsOf(const Document& document, const std::string& rule)
{
    std::set<std::string> found;
    for (const lint::Finding& finding : lint::Linter::run(document, embedded::catalogue(), circumstances()))
        if (finding.rule == rule) found.insert(finding.fingerprint);
    return found;
}

/// Something that the rule does not say of the clean design.
bool saysMore(const std::set<std::string>& known, const Document& after, const std::string& rule)
{
    for (const std::string& fingerprint : fingerprintsOf(after, rule))
        if (!known.contains(fingerprint)) return true;
    return false;
}

std::vector<Mutator> allMutators()
{
    std::vector<Mutator> all;
    for (const auto part : {test::networkMutators, test::serviceMutators, test::exposureMutators,
                            test::operationsMutators, test::capacityMutators, test::resilienceMutators})
        all.insert(all.end(), part().begin(), part().end());
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
    const std::set<std::string> known = fingerprintsOf(cleanDesign(), mutator.rule);
    for (int i = 0; i < places; ++i) {
        Place faulty(cleanDesign(), kSystems, random);
        mutator.fault(faulty);
        const bool isFound = saysMore(known, faulty.design.build(), mutator.rule);
        EXPECT_TRUE(isFound) << mutator.rule << " misses its fault in " << faulty.vpc() << " at " << faulty.server();
        found += isFound ? 1 : 0;
        Place near(cleanDesign(), kSystems, random);
        mutator.nearMiss(near);
        const bool isSilent = !saysMore(known, near.design.build(), mutator.rule);
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

TEST(MutationTable, TriesEveryRuleOnce)
{
    std::set<std::string> tried;
    for (const Mutator& mutator : allMutators())
        EXPECT_TRUE(tried.insert(mutator.rule).second) << mutator.rule << " is there twice";
    for (const lint::Rule& rule : lint::allRules())
        EXPECT_TRUE(tried.contains(std::string(rule.id))) << rule.id << " has no mutator";
}

}  // namespace
}  // namespace lintel
