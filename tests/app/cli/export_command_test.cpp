#include "tests/app/cli/command_line.h"

#include "model/embedded/embedded.h"

#include <nlohmann/json.hpp>

#include <QImage>

#include <algorithm>

namespace lintel::test {

namespace {

QImage imageOf(const std::string& bytes)
{
    QImage image;
    image.loadFromData(reinterpret_cast<const uchar*>(bytes.data()), static_cast<int>(bytes.size()), "PNG");
    return image;
}

bool contains(const std::vector<std::string>& list, const std::string& name)
{
    return std::find(list.begin(), list.end(), name) != list.end();
}

// Names that break out of quotes, templates, tables, tags and lines wherever they are not escaped.
constexpr const char* kHostile = R"(lintel: 1
title: "\"${title}\" `x` <b> | 제목"
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16, name: "\"; ${file(\"x\")} %{ if true }"}
  az: {kind: availability-zone, in: vpc, zone: a}
  net: {kind: subnet, in: az, cidr: 10.0.0.0/24, name: "</text><script>alert(1)</script>"}
  web: {kind: ec2-instance, in: net, name: "`rm` | 표 |\n둘째 줄 \u202Eltr"}
  db: {kind: rds-instance, in: vpc, name: "<!-- ]]> &amp; \\"}
connections:
  c: {from: web, to: db, ports: "3306", name: "a\"b${c}`d`\n<e>"}
)";

class ExportTest : public CommandLineTest, public testing::WithParamInterface<std::string> {};

}  // namespace

TEST_P(ExportTest, WritesBesideTheDesignAndIsTheSameEveryTime)
{
    const std::string file = fromTemplate("three-tier");
    ASSERT_EQ(lintel({"export", file, "-t", GetParam()}).code, 0);
    const std::vector<std::string> first = files();
    std::vector<std::string> bytes;
    for (const std::string& name : first) bytes.push_back(read(name));
    const Outcome again = lintel({"export", file, "-t", GetParam()});
    EXPECT_EQ(again.code, 0);
    EXPECT_EQ(again.out, "");
    EXPECT_EQ(again.err, "");
    EXPECT_EQ(files(), first);
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(read(first[i]), bytes[i]) << first[i];
    EXPECT_GT(first.size(), 1U);
    EXPECT_TRUE(contains(first, "three-tier.lintel.yaml"));
}

TEST_P(ExportTest, SurvivesHostileNames)
{
    const std::string file = write("hostile.lintel.yaml", kHostile);
    const Outcome outcome = lintel({"export", file, "-t", GetParam(), "-o", path("result")});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    for (const std::string& name : files()) {
        if (!name.ends_with(".md") && !name.ends_with(".svg") && GetParam() != "svg" && GetParam() != "markdown")
            continue;
        if (name == "hostile.lintel.yaml") continue;
        EXPECT_EQ(read(name).find("<script>"), std::string::npos) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Types, ExportTest,
                         testing::Values("png", "svg", "pdf", "markdown", "mermaid", "drawio", "html", "json",
                                         "terraform"),
                         [](const auto& test) { return test.param; });

TEST_F(CommandLineTest, EveryTemplateGoesThroughEveryExport)
{
    for (const model::embedded::Template& design : model::embedded::templates()) {
        const std::string file = fromTemplate(design.name);
        for (const char* type : {"svg", "markdown", "html", "json", "terraform"}) {
            const Outcome outcome = lintel({"export", file, "-t", type});
            EXPECT_EQ(outcome.code, 0) << design.name << " " << type << ": " << outcome.err;
        }
    }
}

TEST_F(CommandLineTest, PngHasTheScaleAndTransparencyAskedFor)
{
    const std::string file = fromTemplate("one-server");
    const QImage once = imageOf(lintel({"export", file, "-t", "png", "--scale", "1", "-o", "-"}).out);
    const QImage twice = imageOf(lintel({"export", file, "-t", "png", "-o", "-"}).out);
    ASSERT_FALSE(once.isNull());
    EXPECT_NEAR(twice.width(), 2 * once.width(), 2);
    EXPECT_NEAR(twice.height(), 2 * once.height(), 2);
    EXPECT_EQ(once.pixelColor(0, 0).alpha(), 255);

    const QImage clear = imageOf(lintel({"export", file, "-t", "png", "--scale", "1", "--transparent", "-o", "-"}).out);
    EXPECT_EQ(clear.size(), once.size());
    EXPECT_EQ(clear.pixelColor(0, 0).alpha(), 0);

    const QImage dark =
        imageOf(lintel({"export", file, "-t", "png", "--scale", "1", "--theme", "dark", "-o", "-"}).out);
    EXPECT_LT(dark.pixelColor(0, 0).lightness(), 80);
    EXPECT_GT(once.pixelColor(0, 0).lightness(), 200);
}

// How many pages a PDF has.
std::size_t pagesIn(const std::string& pdf)
{
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page\n"); at != std::string::npos; at = pdf.find("/Type /Page\n", at + 1))
        ++pages;
    return pages;
}

TEST_F(CommandLineTest, APdfIsOnePageAndAPosterSeveral)
{
    const std::string file = fromTemplate("three-tier");
    const Outcome one = lintel({"export", file, "-t", "pdf", "-o", "-"});
    EXPECT_EQ(one.code, 0) << one.err;
    EXPECT_TRUE(one.out.starts_with("%PDF-"));
    EXPECT_EQ(pagesIn(one.out), 1U);
    const std::string poster = lintel({"export", file, "-t", "pdf", "--poster", "A5", "--scale", "2", "-o", "-"}).out;
    EXPECT_GT(pagesIn(poster), 4U);
    EXPECT_GT(pagesIn(poster),
              pagesIn(lintel({"export", file, "-t", "pdf", "--poster", "A3", "--scale", "2", "-o", "-"}).out));
    EXPECT_EQ(lintel({"export", file, "-t", "pdf", "--poster", "A5", "--scale", "16"}).code, 2)
        << "more pages than anybody glues";
    EXPECT_EQ(lintel({"export", file, "-t", "pdf", "--paper", "B4"}).code, 2);
}

TEST_F(CommandLineTest, OnlyShowsWhatIsChosenAndWhatConnectsIt)
{
    const std::string file = write("two.lintel.yaml", R"(lintel: 1
blocks:
  main: {kind: vpc, cidr: 10.0.0.0/16, name: 본점}
  net: {kind: subnet, in: main, cidr: 10.0.0.0/24, name: 안쪽}
  web: {kind: ec2-instance, in: net, name: 웹서버}
  people: {kind: users, name: 손님}
  files: {kind: s3-bucket, name: 창고}
connections:
  visit: {from: people, to: web, name: 방문}
  keep: {from: web, to: files, name: 보관}
)");
    const std::string part = lintel({"export", file, "-t", "svg", "-o", "-", "--only", "본점", "people"}).out;
    for (const char* word : {"본점", "안쪽", "웹서버", "손님", "방문"})
        EXPECT_NE(part.find(word + std::string("</text>")), std::string::npos) << word;
    for (const char* word : {"창고", "보관"})
        EXPECT_EQ(part.find(word + std::string("</text>")), std::string::npos) << word;
    const std::string line = lintel({"export", file, "-t", "svg", "-o", "-", "--only", "keep"}).out;
    for (const char* word : {"웹서버", "창고", "보관"})
        EXPECT_NE(line.find(word + std::string("</text>")), std::string::npos) << word;
    EXPECT_EQ(line.find("본점</text>"), std::string::npos);
    const Outcome unknown = lintel({"export", file, "-t", "png", "--only", "nobody"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("nobody"), std::string::npos);
}

TEST_F(CommandLineTest, APictureOfOneThemeSaysSo)
{
    const std::string file = fromTemplate("one-server");
    for (const char* type : {"png", "pdf"}) {
        const Outcome outcome = lintel({"--lang", "en", "export", file, "-t", type, "--theme", "auto"});
        EXPECT_EQ(outcome.code, 2) << type;
        EXPECT_NE(outcome.err.find("light, dark or print"), std::string::npos) << outcome.err;
    }
    EXPECT_EQ(files(), std::vector<std::string>{"one-server.lintel.yaml"});
}

TEST_F(CommandLineTest, ATitleBlockTellsWhichDesignItIs)
{
    const std::string file = fromTemplate("one-server");
    const std::string plain = lintel({"--lang", "en", "export", file, "-t", "svg", "-o", "-"}).out;
    const std::string with = lintel({"--lang", "en", "export", file, "-t", "svg", "-o", "-", "--title-block"}).out;
    EXPECT_EQ(plain.find("connections</text>"), std::string::npos);
    EXPECT_NE(with.find("connections</text>"), std::string::npos);
}

TEST_F(CommandLineTest, AStoryNumbersItsStepsAndDimsTheRest)
{
    const std::string file = write("story.lintel.yaml", R"(lintel: 1
title: Shop
region: ap-northeast-2
blocks:
  people: {kind: users, name: People}
  cdn: {kind: cloudfront, name: CDN}
  files: {kind: s3-bucket, name: files}
  other: {kind: sqs, name: other}
connections:
  cdn-files: {from: cdn, to: files, port: 443, protocol: https, step: 2}
  people-cdn: {from: people, to: cdn, port: 443, protocol: https, name: Order, step: 1}
)");
    const std::string list = lintel({"export", file, "-t", "markdown", "--story", "-o", "-"}).out;
    EXPECT_EQ(list, "# Shop\n\n- **1.** People → CDN · Order · https 443\n- **2.** CDN → files · https 443\n");
    const std::string picture = lintel({"export", file, "-t", "svg", "--story", "-o", "-"}).out;
    EXPECT_NE(picture.find(">1</text>"), std::string::npos);
    EXPECT_NE(picture.find(">2</text>"), std::string::npos);
    EXPECT_NE(picture.find(" opacity=\"0.22\""), std::string::npos);
    EXPECT_EQ(picture.find("@keyframes"), std::string::npos);
    const std::string moving = lintel({"export", file, "-t", "svg", "--animate", "-o", "-"}).out;
    EXPECT_NE(moving.find("@keyframes step1 {0%"), std::string::npos);
    EXPECT_NE(moving.find("<g data-id=\"cdn-files\" class=\"step1\">"), std::string::npos);
    EXPECT_EQ(moving.find("<g data-id=\"other\" class"), std::string::npos);
}

TEST_F(CommandLineTest, AStoryNeedsStepsAndOnlyAnSvgMoves)
{
    const std::string file = fromTemplate("one-server");
    EXPECT_NE(lintel({"--lang", "en", "export", file, "-t", "svg", "--story"}).err.find("step: 1"), std::string::npos);
    EXPECT_NE(lintel({"--lang", "ko", "export", file, "-t", "png", "--animate"}).err.find("-t svg"), std::string::npos);
    EXPECT_EQ(files(), std::vector<std::string>{"one-server.lintel.yaml"});
}

TEST_F(CommandLineTest, AnImpossibleScaleIsRefused)
{
    const std::string file = fromTemplate("one-server");
    for (const char* scale : {"0", "-1", "1000", "nan", "inf", "two"}) {
        const Outcome outcome = lintel({"export", file, "-t", "png", "--scale", scale});
        EXPECT_EQ(outcome.code, 2) << scale;
        EXPECT_FALSE(outcome.err.empty());
    }
    EXPECT_EQ(files(), std::vector<std::string>{"one-server.lintel.yaml"});
}

TEST_F(CommandLineTest, GeometryHasItsDocumentedKeys)
{
    const nlohmann::json geometry =
        nlohmann::json::parse(lintel({"export", fromTemplate("three-tier"), "-t", "json", "-o", "-"}).out);
    for (const auto& node : geometry.at("nodes"))
        for (const char* key : {"id", "kind", "parent", "x", "y", "w", "h"})
            EXPECT_TRUE(node.contains(key)) << node.dump();
    for (const auto& edge : geometry.at("edges")) {
        for (const char* key : {"id", "from", "to"}) EXPECT_TRUE(edge.contains(key)) << edge.dump();
        EXPECT_GE(edge.at("points").size(), 2U);
    }
}

TEST_F(CommandLineTest, TheDocumentSpeaksTheLanguageAskedFor)
{
    const std::string file = fromTemplate("one-server");
    const std::string english = lintel({"export", file, "-t", "markdown", "-o", "-", "--lang", "en"}).out;
    const std::string korean = lintel({"export", file, "-t", "markdown", "-o", "-", "--lang", "ko"}).out;
    EXPECT_NE(english.find("## Summary"), std::string::npos);
    EXPECT_NE(korean.find("## 요약"), std::string::npos);
}

TEST_F(CommandLineTest, TheDocumentComesWithItsPicture)
{
    ASSERT_EQ(lintel({"export", fromTemplate("one-server"), "-t", "markdown", "-o", path("doc/one server.md")}).code,
              0);
    EXPECT_TRUE(contains(files(), "doc/one server.md"));
    EXPECT_TRUE(contains(files(), "doc/one server.svg"));
}

TEST_F(CommandLineTest, TerraformIsAFolderAndSaysWhatItLeavesOut)
{
    const std::string file = fromTemplate("startup-2-managed-parts");
    ASSERT_EQ(lintel({"export", file, "-t", "terraform"}).code, 0);
    EXPECT_TRUE(contains(files(), "startup-2-managed-parts-terraform/NOT-EXPORTED.md"));
    const Outcome refused = lintel({"export", file, "-t", "terraform", "-o", "-"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.out, "");
}

TEST_F(CommandLineTest, IntoAFolderItGoesUnderItsOwnName)
{
    const std::string file = fromTemplate("one-server");
    EXPECT_EQ(lintel({"export", file, "-t", "svg", "-o", path("pictures/")}).code, 0);
    EXPECT_TRUE(contains(files(), "pictures/one-server.svg"));
    EXPECT_EQ(lintel({"export", file, "-t", "html", "-o", path("pictures")}).code, 0);
    EXPECT_TRUE(contains(files(), "pictures/one-server.html"));
}

TEST_F(CommandLineTest, AnExportThatCannotBeWrittenIsAnError)
{
    const std::string file = fromTemplate("one-server");
    const std::string occupied = write("occupied", "a file, not a folder");
    for (const char* type : {"svg", "terraform"}) {
        const Outcome outcome = lintel({"export", file, "-t", type, "-o", occupied + "/inside/result"});
        EXPECT_EQ(outcome.code, 2);
        EXPECT_FALSE(outcome.err.empty());
    }
    EXPECT_EQ(read("occupied"), "a file, not a folder");
}

}  // namespace lintel::test
