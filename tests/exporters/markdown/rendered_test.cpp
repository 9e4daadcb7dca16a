#include "exporters/markdown/markdown_exporter.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

/// The document as GitHub's own reader, cmark-gfm, sees it.
namespace lintel::exporters::markdown {
namespace {

using namespace model;

bool hasReader() { return std::system("cmark-gfm --version > /dev/null 2>&1") == 0; }

std::string html(const std::string& markdown)
{
    const auto path = std::filesystem::temp_directory_path() /
                      ("lintel-" + std::to_string(std::hash<std::string>()(markdown)) + ".md");
    std::ofstream(path, std::ios::binary) << markdown;
    std::string result;
    // The unsafe mode leaves raw HTML in place: whatever a name could smuggle in would show.
    FILE* pipe =
        popen(("cmark-gfm --unsafe -e table -e strikethrough -e autolink -e tagfilter " + path.string()).c_str(), "r");
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        result.append(buffer.data(), count);
    pclose(pipe);
    std::filesystem::remove(path);
    return result;
}

std::size_t count(const std::string& text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

class RenderedMarkdown : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (hasReader()) return;
        ASSERT_EQ(std::getenv("CI"), nullptr) << "cmark-gfm is missing; tools/packages lists it";
        GTEST_SKIP() << "cmark-gfm is not installed";
    }

    static std::string exported(const Document& document, text::Language language)
    {
        return exportMarkdown(document, embedded::catalogue(), lint::Linter::run(document, embedded::catalogue()),
                              embedded::messages(), {language, "picture.svg", "picture-dark.svg"});
    }
};

TEST_F(RenderedMarkdown, EveryTemplateIsTablesAndHeadings)
{
    for (const auto& template_ : embedded::templates()) {
        const auto source = io::read(template_.text, template_.name, embedded::catalogue());
        ASSERT_TRUE(source) << template_.name;
        for (const auto language : {text::Language::English, text::Language::Korean}) {
            const std::string markdown = exported(source->document, language);
            const std::string page = html(markdown);
            EXPECT_EQ(count(page, "<table>"), count(markdown, "\n|---|"))
                << template_.name << ": a table was not read as one";
            EXPECT_EQ(count(page, "<h1>"), 1U) << template_.name;
            EXPECT_EQ(count(page, "<h2>"), count(markdown, "\n## ")) << template_.name;
            EXPECT_EQ(count(page, "language-mermaid"), count(markdown, "\n```mermaid\n")) << template_.name;
        }
    }
}

TEST_F(RenderedMarkdown, HostileNamesStayInTheirCells)
{
    for (const char* hostile :
         {"a | b", "x\n## Owned\n", "<script>alert(1)</script>", "`code` ``` ~~~", "[link](javascript:x)",
          "<!-- /lintel:summary -->", "![i](http://x/y.png)", "*b* _i_ ~~s~~", "\\", "&lt;b&gt;", "- item", "1. item",
          "> quote", "| --- |", "end", "\"] ; subgraph x[\"y"}) {
        edit::Transaction draft{Document{}};
        draft.put(Block{BlockId("users"), KindId("users"), hostile, BlockId(), {}});
        draft.put(Block{BlockId("site"), KindId("s3-bucket"), hostile, BlockId(), {}});
        Connection connection{ConnectionId("c"), BlockId("users"), BlockId("site"), "", hostile, "https", "443", {}};
        draft.put(connection);
        const std::string markdown = exported(draft.document(), text::Language::English);
        const std::string page = html(markdown);
        for (const char* tag :
             {"<script", "href=\"javascript", "<em>", "<del>", "<code>x", "<blockquote", "Owned</h2>"})
            EXPECT_EQ(count(page, tag), 0U) << hostile << " became " << tag;
        EXPECT_EQ(count(page, "<img"), 1U) << hostile << ": only our own picture";
        EXPECT_EQ(count(page, "<table>"), count(markdown, "\n|---|")) << hostile;
        EXPECT_EQ(count(page, "<pre"), 1U) << hostile << ": only the flowchart";
        EXPECT_EQ(count(markdown, "\n<!-- /lintel:"), count(markdown, "\n<!-- lintel:") + 1) << hostile;
    }
}

}  // namespace
}  // namespace lintel::exporters::markdown
