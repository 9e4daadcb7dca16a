// waive, policy, explain with a picture: deciding, agreeing, and telling why.

#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

constexpr const char* kSingleZone = R"(lintel: 1
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  # 백업은 매일 밤
  db: {kind: rds-instance, in: vpc, name: 주문 DB, engine: mysql, multi-az: false}
)";

Json reportOf(const std::string& file, std::vector<std::string> more = {})
{
    std::vector<std::string> arguments{"check", "--fail-on", "never", "--format", "json", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = lintel(arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return Json::parse(outcome.out)["files"][0];
}

Json findingOf(const Json& list, const std::string& rule)
{
    for (const Json& finding : list)
        if (finding["rule"] == rule) return finding;
    return {};
}

class DecisionCommands : public CommandLineTest {
protected:
    std::string fingerprint(const std::string& file) const
    {
        return findingOf(reportOf(file)["findings"], "rds-single-az")["fingerprint"];
    }
};

}  // namespace

TEST_F(DecisionCommands, WaivedFindingsAreListedWithTheirReason)
{
    const std::string file = write("a.lintel.yaml", kSingleZone);
    const std::string id = fingerprint(file).substr(0, 8);
    const Outcome outcome =
        lintel({"waive", file, id, "--reason", "백업으로 충분", "--by", "김하나", "--until", "2999-12-31"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const std::string text = read("a.lintel.yaml");
    EXPECT_TRUE(text.starts_with(kSingleZone)) << "what was there stays to the byte\n" << text;
    EXPECT_NE(text.find("reason: 백업으로 충분"), std::string::npos) << text;

    const Json report = reportOf(file);
    EXPECT_EQ(report["counts"]["waived"], 1);
    EXPECT_TRUE(findingOf(report["findings"], "rds-single-az").is_null());
    const Json waived = findingOf(report["waivedFindings"], "rds-single-az");
    EXPECT_EQ(waived["decision"]["by"], "김하나");
    EXPECT_EQ(waived["decision"]["until"], "2999-12-31");
    const std::string shown = lintel({"check", file}).out;
    EXPECT_NE(shown.find("decided: "), std::string::npos) << shown;
    EXPECT_NE(shown.find("because: 백업으로 충분 (by 김하나, until 2999-12-31)"), std::string::npos) << shown;
    const Json sarif = Json::parse(lintel({"check", "--format", "sarif", file}).out);
    bool isSuppressed = false;
    for (const Json& result : sarif["runs"][0]["results"])
        if (result["ruleId"] == "rds-single-az")
            isSuppressed = result["suppressions"][0]["justification"] == "백업으로 충분";
    EXPECT_TRUE(isSuppressed);
}

TEST_F(DecisionCommands, ADecisionIsTakenBack)
{
    const std::string file = write("a.lintel.yaml", kSingleZone);
    const std::string id = fingerprint(file);
    ASSERT_EQ(lintel({"waive", file, id, "--reason", "fine", "--by", "me"}).code, 0);
    ASSERT_EQ(lintel({"waive", file, id, "--remove"}).code, 0);
    EXPECT_EQ(reportOf(file)["counts"]["waived"], 0);
    EXPECT_EQ(lintel({"waive", file, id, "--remove"}).code, 2) << "there is nothing to take back any more";
}

TEST_F(DecisionCommands, AnExpiredDecisionBringsTheFindingBack)
{
    const std::string file = write("a.lintel.yaml", kSingleZone);
    ASSERT_EQ(lintel({"waive", file, fingerprint(file), "--reason", "until the launch", "--by", "me", "--until",
                      "2020-01-31"})
                  .code,
              0);
    const Json report = reportOf(file);
    EXPECT_EQ(report["counts"]["waived"], 0);
    EXPECT_FALSE(findingOf(report["findings"], "rds-single-az").is_null());
    EXPECT_FALSE(findingOf(report["findings"], "stale-decision").is_null());
}

TEST_F(DecisionCommands, WaivingSaysWhatIsMissing)
{
    const std::string file = write("a.lintel.yaml", kSingleZone);
    EXPECT_NE(lintel({"waive", file, fingerprint(file)}).err.find("--reason"), std::string::npos);
    EXPECT_NE(lintel({"waive", file, "ffffffffffffffffff", "--reason", "x"}).err.find("ffff"), std::string::npos);
    EXPECT_EQ(lintel({"waive", file, fingerprint(file), "--reason", "x", "--until", "next week"}).code, 2);
    EXPECT_EQ(lintel({"waive", file, fingerprint(file), "--reason", "x", "--until", "2027-02-30"}).code, 2);
    EXPECT_EQ(read("a.lintel.yaml"), kSingleZone);
}

TEST_F(DecisionCommands, ThePolicyOfTheNearestFolderHolds)
{
    std::filesystem::create_directories(folder() / ".lintel");
    std::filesystem::create_directories(folder() / "team/designs");
    write(".lintel/policy.yaml",
          "policy: 1\nrules: {rds-single-az: off}\nrequired:\n  owners: {kinds: [rds-instance], properties: "
          "[tags.owner]}\n");
    const std::string file = write("team/designs/a.lintel.yaml", kSingleZone);
    const Json report = reportOf(file);
    EXPECT_TRUE(findingOf(report["findings"], "rds-single-az").is_null());
    EXPECT_NE(findingOf(report["findings"], "assertion-violated")["message"].get<std::string>().find("tags.owner"),
              std::string::npos);
    EXPECT_NE(lintel({"policy", file}).out.find("1 rule set"), std::string::npos);
}

TEST_F(DecisionCommands, AMistakeInThePolicyIsToldWithFileAndLine)
{
    std::filesystem::create_directories(folder() / ".lintel");
    const std::string policy = write(".lintel/policy.yaml", "policy: 1\nrules:\n  rds-single: off\n");
    const Outcome outcome = lintel({"check", write("a.lintel.yaml", kSingleZone)});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("policy.yaml:3:3: "), std::string::npos) << outcome.err;
    EXPECT_EQ(lintel({"policy", policy}).code, 2);
}

TEST_F(DecisionCommands, TheSchemaNamesEveryRule)
{
    const Json schema = Json::parse(lintel({"policy", "--schema"}).out);
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    EXPECT_TRUE(schema["properties"]["rules"]["properties"].contains("rds-single-az"));
    EXPECT_TRUE(schema["properties"]["assertions"]["additionalProperties"]["properties"].contains("must-traverse"));
}

TEST_F(DecisionCommands, TheProfileCanBeGiven)
{
    const std::string file = write("a.lintel.yaml", kSingleZone);
    EXPECT_EQ(findingOf(reportOf(file)["findings"], "rds-single-az")["severity"], "warning");
    EXPECT_EQ(findingOf(reportOf(file, {"--profile", "learning"})["findings"], "rds-single-az")["severity"], "info");
    EXPECT_EQ(lintel({"check", "--profile", "strict", file}).code, 2);
}

TEST_F(DecisionCommands, ExplainTellsAndDrawsAnExample)
{
    const Outcome told = lintel({"explain", "rds-single-az"});
    EXPECT_NE(told.out.find("Before: "), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("After: "), std::string::npos);
    ASSERT_EQ(lintel({"explain", "rds-single-az", "-o", path("story.svg"), "--lang", "ko"}).code, 0);
    const std::string picture = read("story.svg");
    EXPECT_NE(picture.find("수정 전"), std::string::npos);
    EXPECT_NE(picture.find("수정 후"), std::string::npos);
    ASSERT_EQ(lintel({"explain", "rds-single-az", "-o", path("story.png")}).code, 0);
    EXPECT_TRUE(read("story.png").starts_with("\x89PNG"));
}

TEST_F(DecisionCommands, ReferencePagesAreWrittenForEveryRule)
{
    ASSERT_EQ(lintel({"rules", "--format", "markdown", "-o", path("rules")}).code, 0);
    EXPECT_NE(read("rules/README.md").find("[rds-single-az](rds-single-az.md)"), std::string::npos);
    const std::string page = read("rules/rds-single-az.md");
    EXPECT_NE(page.find("](rds-single-az.svg)"), std::string::npos) << page;
    EXPECT_FALSE(read("rules/rds-single-az.svg").empty());
    EXPECT_EQ(lintel({"rules", "-o", path("rules")}).code, 2) << "a folder is for pages";
}

}  // namespace lintel::test
