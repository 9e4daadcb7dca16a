#include "model/io/policy_reader.h"

#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel {
namespace {

using namespace model;

Result<lint::Policy> read(const std::string& text)
{
    return io::readPolicy(text, "policy.yaml", embedded::catalogue());
}

TEST(PolicyReader, ReadsEverything)
{
    const auto policy = read(R"(policy: 1
rules:
  rds-single-az: off
  nat-az-dependence: error
  default-vpc: {severity: info}
regions: [ap-northeast-2, us-east-1]
assertions:
  db-from-app: {only-from: [app-*, 'name:메인*'], to: 'kind:rds-instance', port: 3306, reason: 개인정보}
  behind-waf: {must-traverse: 'kind:waf-web-acl', from: internet, to: 'kind:alb', severity: warning}
names:
  services: {kinds: [ec2-instance], pattern: '[a-z-]+'}
required:
  owners: {kinds: [rds-instance], properties: [tags.owner, multi-az]}
)");
    ASSERT_TRUE(policy) << embedded::messages().render(policy.error(), text::Language::English);
    EXPECT_TRUE(policy->rules.at("rds-single-az").isOff);
    EXPECT_EQ(policy->rules.at("nat-az-dependence").severity, lint::Severity::Error);
    EXPECT_EQ(policy->rules.at("default-vpc").severity, lint::Severity::Info);
    EXPECT_EQ(policy->regions.size(), 2u);
    ASSERT_EQ(policy->assertions.size(), 2u);
    EXPECT_EQ(policy->assertions[0].from.words, (std::vector<std::string>{"app-*", "name:메인*"}));
    EXPECT_EQ(policy->assertions[0].port, 3306);
    EXPECT_EQ(policy->assertions[1].kind, lint::Assertion::Kind::MustTraverse);
    EXPECT_EQ(policy->assertions[1].through.words.front(), "kind:waf-web-acl");
    EXPECT_EQ(policy->names.at(0).pattern, "[a-z-]+");
    EXPECT_EQ(policy->required.at(0).properties.size(), 2u);
}

struct Mistake {
    const char* text;
    const char* message;
    int line;
};

class PolicyMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(PolicyMistakes, AreToldWithTheirLine)
{
    const auto policy = read(GetParam().text);
    ASSERT_FALSE(policy) << GetParam().text;
    EXPECT_EQ(policy.error().message.id, GetParam().message);
    EXPECT_EQ(policy.error().location.line, GetParam().line);
    EXPECT_EQ(policy.error().location.file, "policy.yaml");
    EXPECT_TRUE(embedded::messages().contains(policy.error().message.id));
}

INSTANTIATE_TEST_SUITE_P(
    All, PolicyMistakes,
    testing::Values(
        Mistake{"rules: {}\n", "policy.version", 1}, Mistake{"policy: 2\n", "policy.version", 1},
        Mistake{"policy: 1\nrule: {}\n", "policy.unknown-key", 2},
        Mistake{"policy: 1\nrules:\n  rds-single: off\n", "policy.unknown-rule", 3},
        Mistake{"policy: 1\nrules:\n  rds-single-az: fatal\n", "io.not-one-of", 3},
        Mistake{"policy: 1\nrules:\n  rds-single-az: {parameters: {days: 3}}\n", "policy.unknown-parameter", 3},
        Mistake{"policy: 1\nassertions:\n  a: {to: db}\n", "policy.no-assertion", 3},
        Mistake{"policy: 1\nassertions:\n  a: {no-path: internet}\n", "policy.assertion-without-end", 3},
        Mistake{"policy: 1\nassertions:\n  a: {no-path: internet, only-from: b, to: db}\n", "policy.several-assertions",
                3},
        Mistake{"policy: 1\nassertions:\n  a: {no-path: internet, to: 'kind:databse'}\n", "policy.unknown-kind", 3},
        Mistake{"policy: 1\nassertions:\n  a: {no-path: internet, to: db, port: 70000}\n", "policy.port", 3},
        Mistake{"policy: 1\nnames:\n  a: {kinds: [vpc], pattern: '['}\n", "policy.pattern", 3},
        Mistake{"policy: 1\nnames:\n  a: {kinds: [vpc]}\n", "policy.missing-key", 3},
        Mistake{"policy: 1\nrequired:\n  a: {kinds: [vpc], properties: [ownr]}\n", "policy.unknown-property", 3}));

}  // namespace
}  // namespace lintel
