#include "model/embedded/embedded.h"
#include "model/lint/linter.h"
#include "tests/support/random_network.h"

#include <gtest/gtest.h>

namespace lintel {
namespace {

using namespace model;
using text::Language;

void expectWhole(const Message& message)
{
    ASSERT_TRUE(embedded::messages().contains(message.id)) << message.id;
    for (const Language language : {Language::English, Language::Korean}) {
        const std::string rendered = embedded::messages().render(message, language);
        EXPECT_EQ(rendered.find_first_of("{}"), std::string::npos) << message.id << ": " << rendered;
        EXPECT_EQ(rendered.find("  "), std::string::npos) << message.id << " has an empty argument: " << rendered;
    }
}

TEST(RuleTexts, EveryRuleSaysWhatWhyAndWhatToDo)
{
    for (const lint::Rule& rule : lint::allRules())
        for (const char* key : {"title", "message", "why", "advice", "doc"})
            EXPECT_TRUE(embedded::messages().contains("rule." + std::string(rule.id) + "." + key))
                << rule.id << " " << key;
}

TEST(RuleTexts, EveryRuleCitesAws)
{
    for (const lint::Rule& rule : lint::allRules())
        for (const Language language : {Language::English, Language::Korean}) {
            const std::string address = embedded::messages().text("rule." + std::string(rule.id) + ".doc", language);
            EXPECT_TRUE(address.starts_with("https://docs.aws.amazon.com/")) << rule.id << ": " << address;
        }
}

TEST(RuleTexts, FindingsAndFixesLeaveNoPlaceOpen)
{
    constexpr std::uint32_t kDesigns = 100;
    for (std::uint32_t seed = 1; seed <= kDesigns && !HasFailure(); ++seed)
        for (const lint::Finding& finding : lint::Linter::run(test::randomNetwork(seed), embedded::catalogue())) {
            expectWhole(finding.message);
            for (const lint::Fix& fix : finding.fixes) expectWhole(fix.caption());
        }
}

}  // namespace
}  // namespace lintel
