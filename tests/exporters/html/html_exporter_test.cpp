#include "exporters/html/html_exporter.h"

#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/lint/linter.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace lintel::exporters::html {
namespace {

using namespace model;
using nlohmann::json;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPicture = "<?xml version=\"1.0\"?>\n<svg viewBox=\"0 0 10 10\"><g data-id=\"alb\"/></svg>\n";

Document designOf(const std::string& name)
{
    for (const embedded::Template& each : embedded::templates())
        if (each.name == name) return io::read(each.text, name, embedded::catalogue()).value().document;
    ADD_FAILURE() << "no template " << name;
    return {};
}

std::string pageOf(const Document& document, text::Language language = text::Language::English)
{
    return exportHtml(document, embedded::catalogue(), lint::Linter::run(document, embedded::catalogue()),
                      embedded::messages(), {language, kPicture});
}

json dataOf(const std::string& page)
{
    const std::string open = "<script type=\"application/json\" id=\"design\">";
    const auto begin = page.find(open) + open.size();
    return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

std::size_t count(const std::string& text, std::string_view part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

TEST(HtmlExporter, EveryTemplateIsOnePageWithPictureDocumentAndData)
{
    for (const embedded::Template& each : embedded::templates()) {
        SCOPED_TRACE(each.name);
        const Document document = designOf(each.name);
        for (const text::Language language : {text::Language::English, text::Language::Korean}) {
            const std::string page = pageOf(document, language);
            EXPECT_THAT(page, ::testing::StartsWith("<!DOCTYPE html>"));
            EXPECT_EQ(count(page, "<svg"), 1u);
            EXPECT_THAT(page, Not(HasSubstr("<?xml")));
            EXPECT_THAT(page, HasSubstr("<h2>"));
            EXPECT_THAT(page, Not(HasSubstr("raw HTML omitted")));
            const json data = dataOf(page);
            EXPECT_EQ(data["blocks"].size(), document.blocks.size());
            EXPECT_EQ(data["connections"].size(), document.connections.size());
            EXPECT_EQ(data["findings"].size(), lint::Linter::run(document, embedded::catalogue()).size());
            EXPECT_EQ(page, pageOf(document, language));
        }
    }
}

TEST(HtmlExporter, FetchesNothing)
{
    const std::string page = pageOf(designOf("dangdang-salon"));
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    for (const char* outside : {"src=\"http", "href=\"http", "url(", "@import", "fetch(", "XMLHttpRequest"})
        EXPECT_EQ(count(page, outside), 0u) << outside;
}

TEST(HtmlExporter, PlaysARequestFromItsClientToItsStores)
{
    const json data = dataOf(pageOf(designOf("three-tier")));
    ASSERT_FALSE(data["flows"].empty());
    const json& flow = data["flows"][0];
    EXPECT_TRUE(data["blocks"].contains(flow["start"].get<std::string>()));
    ASSERT_GE(flow["steps"].size(), 2u);
    for (const json& step : flow["steps"]) {
        EXPECT_FALSE(step["text"].get<std::string>().empty());
        bool hasConnection = false;
        for (const json& id : step["ids"]) {
            const auto text = id.get<std::string>();
            EXPECT_TRUE(data["blocks"].contains(text) || data["connections"].contains(text)) << text;
            hasConnection = hasConnection || data["connections"].contains(text);
        }
        EXPECT_TRUE(hasConnection || &step != &flow["steps"][0]) << "nothing lights between the client and the entry";
    }
}

TEST(HtmlExporter, TellsOfAFindingWhyAndWhatToDo)
{
    const json data = dataOf(pageOf(designOf("startup-2-managed-parts")));
    std::vector<std::string> severities;
    for (const json& finding : data["findings"]) {
        severities.push_back(finding["severity"]);
        EXPECT_FALSE(finding["why"].get<std::string>().empty());
        EXPECT_FALSE(finding["advice"].get<std::string>().empty());
        EXPECT_FALSE(finding["subjects"].empty());
    }
    EXPECT_THAT(severities, Contains("error"));
    EXPECT_EQ(severities.front(), "error");
}

TEST(HtmlExporter, NamesCannotBecomeMarkupOrScript)
{
    const std::vector<std::string> names{"</script><script>alert(1)</script>",
                                         "<img src=x onerror=alert(1)>",
                                         "\"><svg onload=alert(1)>",
                                         "<!-- --> ]]> ${x} `y`",
                                         "\xFF\xFE not UTF-8",
                                         "줄\n바꿈\t이름"};
    for (const std::string& name : names) {
        SCOPED_TRACE(name);
        edit::Transaction draft{designOf("three-tier")};
        Settings settings = draft.document().settings();
        settings.title = name;
        draft.put(settings);
        const Document original = draft.document();
        for (const Block& each : original.blocks) {
            Block renamed = each;
            renamed.name = name;
            draft.put(renamed);
        }
        const std::string page = pageOf(draft.document());
        EXPECT_EQ(count(page, "<script"), 2u);
        EXPECT_EQ(count(page, "</script>"), 2u);
        EXPECT_EQ(count(page, "<img"), 0u);
        EXPECT_EQ(count(page, "<svg"), 1u);
        EXPECT_NO_THROW(dataOf(page));
    }
}

TEST(HtmlExporter, AnEmptyDesignIsAPageToo)
{
    const json data = dataOf(pageOf(Document()));
    EXPECT_TRUE(data["blocks"].empty());
    EXPECT_TRUE(data["flows"].empty());
}

}  // namespace
}  // namespace lintel::exporters::html
