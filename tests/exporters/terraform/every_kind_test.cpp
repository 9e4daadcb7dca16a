// Every kind of the catalogue, drawn small: its code is well formed, and what has no code is listed.
#include "tests/exporters/terraform/every_kind.h"

#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/accounting.h"
#include "tests/exporters/terraform/formatting.h"

#include <gmock/gmock.h>

#include <regex>

namespace lintel::exporters::terraform {
namespace {

using testing::IsEmpty;
using testing::Not;

class KindExport : public testing::TestWithParam<std::string> {
protected:
    const model::catalogue::Kind& kind() const { return *model::embedded::catalogue().find(model::KindId(GetParam())); }
};

TEST_P(KindExport, IsWellFormed)
{
    const std::string code = test::codeOf(test::exported(test::designWith(kind())));
    EXPECT_THAT(test::formattingProblems(code), IsEmpty());
    EXPECT_THAT(test::undeclaredNames(code), IsEmpty());
    EXPECT_THAT(test::declaredTwice(code), IsEmpty());
}

TEST_P(KindExport, SaysEverythingInWords)
{
    for (const auto language : {model::text::Language::English, model::text::Language::Korean}) {
        for (const auto& [path, bytes] : test::exported(test::designWith(kind()), language))
            EXPECT_FALSE(std::regex_search(
                bytes, std::regex("terraform\\.(comment|variable|output|user-data|document|left-out|folder)\\.")))
                << path;
    }
}

TEST_P(KindExport, AccountsForEveryBlock)
{
    const model::Document design = test::designWith(kind());
    EXPECT_THAT(test::unaccountedBlocks(design, test::exported(design)), IsEmpty());
}

TEST_P(KindExport, BuildsWhatTheCatalogueGivesAResource)
{
    if (kind().terraform.empty()) GTEST_SKIP() << "has no Terraform form";
    const auto files = test::exported(test::designWith(kind()));
    EXPECT_THAT(test::blockOf(files, kind().terraform + ".it"), Not(IsEmpty()));
}

std::vector<std::string> kindNames()
{
    std::vector<std::string> names;
    for (const model::catalogue::Kind& kind : model::embedded::catalogue().kinds()) names.push_back(kind.id.text());
    return names;
}

INSTANTIATE_TEST_SUITE_P(All, KindExport, testing::ValuesIn(kindNames()),
                         [](const auto& entry) { return std::regex_replace(entry.param, std::regex("-"), "_"); });

}  // namespace
}  // namespace lintel::exporters::terraform
