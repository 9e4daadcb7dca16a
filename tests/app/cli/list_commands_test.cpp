// templates, kinds, rules, explain: what the program knows.

#include "tests/app/cli/command_line.h"

#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_F(CommandLineTest, TemplateNamesAreOneALine)
{
    std::vector<std::string> names;
    for (const model::embedded::Template& design : model::embedded::templates()) names.push_back(design.name);
    EXPECT_EQ(linesOf(lintel({"templates", "--names"}).out), names);
    EXPECT_EQ(names.size(), 11U);
}

TEST_F(CommandLineTest, TemplatesSpeakBothLanguages)
{
    const Json report = Json::parse(lintel({"templates", "--format", "json"}).out);
    for (const Json& design : report["templates"]) {
        EXPECT_FALSE(design["title"]["en"].get<std::string>().empty());
        EXPECT_FALSE(design["title"]["ko"].get<std::string>().empty());
    }
    EXPECT_NE(lintel({"templates", "--lang", "ko"}).out.find("댕댕살롱"), std::string::npos);
}

TEST_F(CommandLineTest, KindsJsonIsTheWholeCatalogue)
{
    const Json report = Json::parse(lintel({"kinds", "--format", "json"}).out);
    EXPECT_EQ(report["version"], 1);
    const auto& kinds = model::embedded::catalogue().kinds();
    ASSERT_EQ(report["kinds"].size(), static_cast<std::size_t>(std::distance(kinds.begin(), kinds.end())));
    for (const Json& kind : report["kinds"]) {
        const auto* known = model::embedded::catalogue().find(model::KindId(kind["kind"].get<std::string>()));
        ASSERT_NE(known, nullptr) << kind["kind"];
        EXPECT_EQ(kind["properties"].size(), known->properties.size());
        for (const char* key : {"category", "title", "summary", "keywords", "shape", "in", "facts", "new"})
            EXPECT_TRUE(kind.contains(key)) << kind["kind"] << " " << key;
    }
}

TEST_F(CommandLineTest, KindsOfTheUserAreReadOnTop)
{
    write("own/robot.yaml", R"(kind: robot
category: external
title: {en: Robot, ko: 로봇}
summary: {en: A robot., ko: 로봇입니다.}
shape: node
in: [root]
)");
    const Outcome listed = lintel({"kinds", "--catalogue", path("own")});
    EXPECT_EQ(listed.code, 0) << listed.err;
    EXPECT_NE(listed.out.find("robot  Robot"), std::string::npos);
    const std::string design = "lintel: 1\nblocks:\n  r: {kind: robot}\n";
    EXPECT_EQ(lintel({"check", "-"}, design).code, 2);
    EXPECT_EQ(lintel({"check", "-", "--catalogue", path("own")}, design).code, 0);
    write("config/lintel/catalogue/robot.yaml", read("own/robot.yaml"));
    EXPECT_EQ(lintel({"check", "-"}, design).code, 0);
}

TEST_F(CommandLineTest, ABrokenKindOfTheUserIsNamed)
{
    write("own/robot.yaml", "kind: robot\ncategory: [\n");
    const Outcome outcome = lintel({"kinds", "--catalogue", path("own")});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("robot.yaml:"), std::string::npos) << outcome.err;
    EXPECT_EQ(lintel({"kinds", "--catalogue", path("nowhere")}).code, 2);
}

TEST_F(CommandLineTest, RulesAreListedAndExplainedInBothLanguages)
{
    EXPECT_EQ(linesOf(lintel({"rules"}).out).size(), model::lint::allRules().size());
    EXPECT_EQ(Json::parse(lintel({"rules", "--format", "json"}).out)["rules"].size(), model::lint::allRules().size());
    for (const model::lint::Rule& rule : model::lint::allRules())
        for (const char* language : {"en", "ko"}) {
            const Outcome outcome = lintel({"explain", std::string(rule.id), "--lang", language});
            EXPECT_EQ(outcome.code, 0) << rule.id;
            EXPECT_GE(linesOf(outcome.out).size(), 6U) << rule.id;
            EXPECT_EQ(outcome.out.find("rule." + std::string(rule.id)), std::string::npos) << outcome.out;
        }
    EXPECT_NE(lintel({"rules", "--format", "markdown"}).out.find("`rds-single-az`"), std::string::npos);
}

TEST_F(CommandLineTest, ExplainOfAnUnknownRuleSaysWhereTheListIs)
{
    const Outcome outcome = lintel({"explain", "no-such-rule"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("lintel rules"), std::string::npos);
}

}  // namespace lintel::test
