// What every template's export must hold, whatever is in it.
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/accounting.h"
#include "tests/exporters/terraform/evidence.h"
#include "tests/exporters/terraform/formatting.h"

#include <gmock/gmock.h>

#include <regex>

namespace lintel::exporters::terraform {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class TemplateExport : public testing::TestWithParam<std::string> {
protected:
    model::Document design() const { return test::templateNamed(GetParam()); }
};

TEST_P(TemplateExport, IsFormattedAsTerraformFmtDoes)
{
    for (const auto& [path, bytes] : test::exported(design())) {
        if (path.ends_with(".tf") || path.ends_with(".example")) {
            EXPECT_THAT(test::formattingProblems(bytes), IsEmpty()) << path;
        }
    }
}

TEST_P(TemplateExport, DeclaresWhatItNamesOnce)
{
    const std::string code = test::codeOf(test::exported(design()));
    EXPECT_THAT(test::undeclaredNames(code), IsEmpty());
    EXPECT_THAT(test::declaredTwice(code), IsEmpty());
}

TEST_P(TemplateExport, AccountsForEveryBlock)
{
    const model::Document document = design();
    EXPECT_THAT(test::unaccountedBlocks(document, test::exported(document)), IsEmpty());
}

TEST_P(TemplateExport, AccountsForEveryConnection)
{
    const model::Document document = design();
    EXPECT_THAT(test::unaccountedConnections(document, test::exported(document)), IsEmpty());
}

TEST(ConnectionEvidence, IsMissingWhenACutIsMadeInTheCode)
{
    const model::Document document = test::templateNamed("three-tier");
    test::Files files = test::exported(document);
    files["security.tf"] = std::regex_replace(
        files["security.tf"], std::regex("resource \"aws_vpc_security_group_ingress_rule\""), "locals \"nothing\"");
    EXPECT_THAT(test::unaccountedConnections(document, files), Not(IsEmpty()));
}

TEST_P(TemplateExport, GivesTheSameBytesTwice) { EXPECT_EQ(test::exported(design()), test::exported(design())); }

TEST_P(TemplateExport, SpeaksKoreanWithTheSameCode)
{
    const auto english = test::exported(design());
    const auto korean = test::exported(design(), model::text::Language::Korean);
    EXPECT_NE(english, korean);
    // Only comments, descriptions and messages differ.
    static const std::regex kWords("(^|\n) *(#|description|error_message)[^\n]*");
    EXPECT_EQ(std::regex_replace(test::codeOf(english), kWords, ""),
              std::regex_replace(test::codeOf(korean), kWords, ""));
}

TEST_P(TemplateExport, HardCodesNoAccountImageOrZone)
{
    const std::string code = test::codeOf(test::exported(design()));
    EXPECT_FALSE(std::regex_search(code, std::regex("[^0-9a-z][0-9]{12}[^0-9]"))) << "account id";
    EXPECT_FALSE(std::regex_search(code, std::regex("\"ami-[0-9a-f]+\""))) << "image";
    EXPECT_FALSE(std::regex_search(code, std::regex("[a-z]{2}-[a-z]+-[0-9][a-f]\""))) << "zone";
    EXPECT_FALSE(std::regex_search(code, std::regex("arn:aws:"))) << "partition";
}

/// OpenTofu reads the same files.
TEST_P(TemplateExport, UsesNothingThatOnlyTerraformKnows)
{
    const std::string code = test::codeOf(test::exported(design()));
    EXPECT_FALSE(std::regex_search(code, std::regex("provider::terraform::|terraform\\.applying"))) << "functions";
    EXPECT_FALSE(std::regex_search(code, std::regex("\n(action|list|store|component|deployment) \""))) << "blocks";
    EXPECT_FALSE(std::regex_search(code, std::regex("\n  cloud \\{"))) << "HCP Terraform";
    // Both know ephemeral variables and write-only arguments since 1.11, and the code says that it needs them.
    const bool writesOnly = std::regex_search(code, std::regex("\n  (ephemeral|[a-z_]+_wo) +="));
    EXPECT_EQ(code.find("required_version = \">= 1.11\"") != std::string::npos, writesOnly);
}

TEST_P(TemplateExport, HoldsNoSecret)
{
    const std::string code = test::codeOf(test::exported(design()));
    EXPECT_FALSE(std::regex_search(code, std::regex("(password|secret|token|secret_string) *= *\"[^\"]")));
    EXPECT_THAT(code, Not(HasSubstr("AKIA")));
    EXPECT_THAT(code, Not(HasSubstr("random_password")));
}

TEST_P(TemplateExport, DescribesEveryVariableAndOutput)
{
    const std::string code = test::codeOf(test::exported(design()));
    static const std::regex kHead("\n(variable|output) \"[^\"]+\" \\{\n([^}]*)");
    for (std::sregex_iterator it(code.begin(), code.end(), kHead), end; it != end; ++it) {
        EXPECT_THAT(std::string((*it)[2]), HasSubstr("  description")) << (*it)[0];
        if ((*it)[1] == "variable") {
            EXPECT_THAT(std::string((*it)[2]), HasSubstr("  type")) << (*it)[0];
        }
    }
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const model::embedded::Template& entry : model::embedded::templates()) names.push_back(entry.name);
    return names;
}

INSTANTIATE_TEST_SUITE_P(All, TemplateExport, testing::ValuesIn(templateNames()),
                         [](const auto& entry) { return std::regex_replace(entry.param, std::regex("-"), "_"); });

}  // namespace
}  // namespace lintel::exporters::terraform
