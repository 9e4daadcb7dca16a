// Secure by default: what the design does not say, the code does not leave open.
#include "tests/exporters/terraform/safety.h"
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/every_kind.h"
#include "tests/support/random_document.h"

#include <gmock/gmock.h>

#include <regex>

namespace lintel::exporters::terraform {
namespace {

using testing::IsEmpty;
using testing::Not;

class TemplateSafety : public testing::TestWithParam<std::string> {};
class KindSafety : public testing::TestWithParam<std::string> {};

bool drawsEverywhere(const model::Document& document)
{
    for (const model::Block& block : document.blocks) {
        for (const model::Value& row : block.property("inbound").toList()) {
            const std::string source = row["source"].scalarText();
            if (source == "0.0.0.0/0" || source == "::/0") return true;
        }
    }
    return false;
}

TEST_P(TemplateSafety, LeavesNothingOpen)
{
    const model::Document document = test::templateNamed(GetParam());
    const test::Files files = test::exported(document);
    EXPECT_THAT(test::unsafeParts(files), IsEmpty());
    if (!drawsEverywhere(document)) {
        EXPECT_THAT(test::openRules(files), IsEmpty());
    }
}

TEST_P(KindSafety, LeavesNothingOpen)
{
    const auto& kind = *model::embedded::catalogue().find(model::KindId(GetParam()));
    const test::Files files = test::exported(test::designWith(kind));
    EXPECT_THAT(test::unsafeParts(files), IsEmpty());
    EXPECT_THAT(test::openRules(files), IsEmpty()) << "nothing is drawn from everywhere";
}

TEST(RandomDesigns, LeaveNothingOpen)
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const auto document = lintel::test::randomDocument(seed, 60, model::embedded::catalogue());
        EXPECT_THAT(test::unsafeParts(test::exported(document)), IsEmpty()) << "seed " << seed;
    }
}

/// A check that saw nothing would find every export safe.
TEST(SafetyCheck, SeesWhatIsOpen)
{
    const test::Files files = test::exported(test::templateNamed("startup-6-edge"));
    const auto without = [&files](const char* path, const char* pattern, const char* replacement) {
        test::Files changed = files;
        const std::string before = changed.at(path);
        changed.at(path) = std::regex_replace(before, std::regex(pattern), replacement);
        EXPECT_NE(changed.at(path), before) << pattern;
        return test::unsafeParts(changed);
    };
    EXPECT_THAT(without("compute.tf", "http_tokens( +)= \"required\"", "http_tokens$1= \"optional\""), Not(IsEmpty()));
    EXPECT_THAT(without("compute.tf", "encrypted( +)= true", "encrypted$1= false"), Not(IsEmpty()));
    EXPECT_THAT(without("data.tf", "storage_encrypted( +)= true", "storage_encrypted$1= false"), Not(IsEmpty()));
    EXPECT_THAT(without("data.tf", "\n  deletion_protection [^\n]*", ""), Not(IsEmpty()));
    EXPECT_THAT(without("data.tf", "aws_s3_bucket_public_access_block\" \"front", "aws_s3_bucket_nothing\" \"front"),
                Not(IsEmpty()));
    EXPECT_THAT(without("data.tf", "\"Deny\"", "\"Allow\""), Not(IsEmpty()));
    EXPECT_THAT(without("edge.tf", "TLS13-1-2", "2016"), Not(IsEmpty()));
    EXPECT_THAT(without("observability.tf", "\n  retention_in_days[^\n]*", ""), Not(IsEmpty()));
    EXPECT_THAT(without("security.tf", "actions += \\[[^\\]]*\\]", "actions = [\"*\"]"), Not(IsEmpty()));
    test::Files open = files;
    open.at("security.tf") = std::regex_replace(open.at("security.tf"), std::regex("prefix_list_id += [^\n]*"),
                                                "cidr_ipv4         = \"0.0.0.0/0\"");
    EXPECT_THAT(test::openRules(files), IsEmpty());
    EXPECT_THAT(test::openRules(open), Not(IsEmpty()));
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const model::embedded::Template& entry : model::embedded::templates()) names.push_back(entry.name);
    return names;
}

std::vector<std::string> kindNames()
{
    std::vector<std::string> names;
    for (const model::catalogue::Kind& kind : model::embedded::catalogue().kinds()) names.push_back(kind.id.text());
    return names;
}

std::string shown(const testing::TestParamInfo<std::string>& entry)
{
    return std::regex_replace(entry.param, std::regex("-"), "_");
}

INSTANTIATE_TEST_SUITE_P(Templates, TemplateSafety, testing::ValuesIn(templateNames()), shown);
INSTANTIATE_TEST_SUITE_P(Kinds, KindSafety, testing::ValuesIn(kindNames()), shown);

}  // namespace
}  // namespace lintel::exporters::terraform
