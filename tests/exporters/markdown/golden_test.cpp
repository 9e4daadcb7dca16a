#include "exporters/markdown/markdown_exporter.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

/// Whole documents, read by people from top to bottom: goldens/TEMPLATE.LANGUAGE.md. After a change that is meant,
/// LINTEL_UPDATE_GOLDENS=1 writes them anew; read the difference before it is committed. Without findings, which have
/// tests of their own and would change with every rule.
namespace lintel::exporters::markdown {
namespace {

using namespace model;

std::string textOf(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class GoldenDocument : public ::testing::TestWithParam<std::pair<const char*, text::Language>> {};

TEST_P(GoldenDocument, IsAsReviewed)
{
    const auto [name, language] = GetParam();
    const auto& templates = embedded::templates();
    const auto found =
        std::find_if(templates.begin(), templates.end(), [name = name](const auto& one) { return one.name == name; });
    ASSERT_NE(found, templates.end());
    const auto source = io::read(found->text, found->name, embedded::catalogue());
    ASSERT_TRUE(source);
    const std::string document = exportMarkdown(source->document, embedded::catalogue(), {}, embedded::messages(),
                                                {language, "architecture.svg", "architecture-dark.svg"});
    const std::filesystem::path golden =
        std::filesystem::path(LINTEL_GOLDENS) / (std::string(name) + "." + std::string(text::codeOf(language)) + ".md");
    if (std::getenv("LINTEL_UPDATE_GOLDENS")) std::ofstream(golden, std::ios::binary) << document;
    EXPECT_EQ(document, textOf(golden)) << golden;
}

INSTANTIATE_TEST_SUITE_P(ThreeDesigns, GoldenDocument,
                         ::testing::Values(std::pair{"dangdang-salon", text::Language::Korean},
                                           std::pair{"dangdang-salon", text::Language::English},
                                           std::pair{"eks-mobile-backend", text::Language::Korean},
                                           std::pair{"eks-mobile-backend", text::Language::English},
                                           std::pair{"startup-6-edge", text::Language::Korean},
                                           std::pair{"startup-6-edge", text::Language::English}));

}  // namespace
}  // namespace lintel::exporters::markdown
