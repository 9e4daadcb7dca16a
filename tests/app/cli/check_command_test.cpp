#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

// One error (a load balancer in one zone) and nothing else that matters here.
constexpr const char* kOneError = R"(lintel: 1
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  az: {kind: availability-zone, in: vpc, zone: a}
  rt: {kind: route-table, in: vpc}
  only: {kind: subnet, in: az, cidr: 10.0.0.0/24, route-table: rt}
  entry: {kind: alb, in: vpc, name: 입구, scheme: internal, subnets: [only]}
)";

constexpr const char* kClean = "lintel: 1\nblocks:\n  people: {kind: users}\n";

const char* const kWaiver = "waivers:\n  known: {rule: alb-azs, subjects: [entry], reason: 데모라서}\n";

std::vector<std::string> keysOf(const Json& object)
{
    std::vector<std::string> keys;
    for (const auto& entry : object.items()) keys.push_back(entry.key());
    return keys;
}

}  // namespace

TEST_F(CommandLineTest, CheckTextNamesPlaceSeverityAndRule)
{
    const std::string file = write("a.lintel.yaml", kOneError);
    const Outcome outcome = lintel({"check", file});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.out.find(file + ":7: error: "), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("[alb-azs]"), std::string::npos);
    EXPECT_NE(outcome.out.find("입구"), std::string::npos);
    EXPECT_EQ(outcome.err, "");
}

TEST_F(CommandLineTest, CheckJsonKeepsItsContract)
{
    const std::string file = write("a.lintel.yaml", kOneError);
    const Outcome outcome = lintel({"check", "--format", "json", file});
    EXPECT_EQ(outcome.code, 1);
    const Json report = Json::parse(outcome.out);
    EXPECT_EQ(report.at("version"), 1);
    ASSERT_EQ(report.at("files").size(), 1U);
    const Json& checked = report["files"][0];
    EXPECT_EQ(keysOf(checked),
              (std::vector<std::string>{"counts", "file", "findings", "todoFindings", "waivedFindings"}));
    EXPECT_EQ(checked["file"], file);
    EXPECT_EQ(keysOf(checked["counts"]), (std::vector<std::string>{"error", "info", "todo", "waived", "warning"}));
    EXPECT_EQ(checked["counts"]["error"], 1);
    ASSERT_FALSE(checked["findings"].empty());
    const Json& finding = checked["findings"][0];
    EXPECT_EQ(keysOf(finding), (std::vector<std::string>{"fingerprint", "fixes", "line", "message", "rule", "severity",
                                                         "subjects", "witness"}));
    EXPECT_EQ(finding["rule"], "alb-azs");
    EXPECT_EQ(finding["severity"], "error");
    EXPECT_EQ(finding["subjects"][0], "entry");
    EXPECT_EQ(finding["line"], 7);
    EXPECT_TRUE(finding["witness"].is_array());
    EXPECT_EQ(finding["fingerprint"].get<std::string>().size(), 16U);
    for (const Json& fix : finding["fixes"]) {
        EXPECT_EQ(keysOf(fix), (std::vector<std::string>{"automatic", "caption"}));
        EXPECT_TRUE(fix["automatic"].is_boolean());
    }
}

TEST_F(CommandLineTest, CheckCountsWhatIsWaivedAndDoesNotFailOnIt)
{
    const std::string file = write("a.lintel.yaml", std::string(kOneError) + kWaiver);
    const Outcome outcome = lintel({"check", "--format", "json", file});
    EXPECT_EQ(outcome.code, 0);
    const Json checked = Json::parse(outcome.out)["files"][0];
    EXPECT_EQ(checked["counts"]["error"], 0);
    EXPECT_EQ(checked["counts"]["waived"], 1);
}

TEST_F(CommandLineTest, CheckSarifNamesRuleLineAndFingerprint)
{
    const std::string file = write("설계 a.lintel.yaml", std::string(kOneError) + kWaiver);
    const Json report = Json::parse(lintel({"check", "--format", "sarif", file}).out);
    EXPECT_EQ(report["version"], "2.1.0");
    ASSERT_EQ(report["runs"].size(), 1U);
    const Json& run = report["runs"][0];
    ASSERT_FALSE(run["results"].empty());
    for (const Json& result : run["results"]) {
        const Json& rule = run["tool"]["driver"]["rules"].at(result["ruleIndex"].get<std::size_t>());
        EXPECT_EQ(rule["id"], result["ruleId"]);
        EXPECT_FALSE(rule["help"]["text"].get<std::string>().empty());
    }
    const Json& result = run["results"][0];
    EXPECT_EQ(result["ruleId"], "alb-azs");
    EXPECT_EQ(result["level"], "error");
    const Json& location = result["locations"][0];
    EXPECT_EQ(location["physicalLocation"]["region"]["startLine"], 7);
    EXPECT_TRUE(location["physicalLocation"]["artifactLocation"]["uri"].get<std::string>().ends_with(
        "%EC%84%A4%EA%B3%84%20a.lintel.yaml"));
    EXPECT_EQ(location["logicalLocations"][0]["fullyQualifiedName"], "vpc/entry");
    EXPECT_EQ(result["partialFingerprints"]["lintelFinding/v1"].get<std::string>().size(), 16U);
    EXPECT_EQ(result["suppressions"][0]["justification"], "데모라서");
}

/// What the schema of SARIF 2.1.0 says of an object: keys it must have, keys it may have, objects below it.
struct Shape {
    std::vector<std::string> required;
    std::set<std::string> allowed;
    std::map<std::string, std::string> below;  ///< key -> shape, of the value or of each item
};

const std::map<std::string, Shape>& sarifShapes()
{
    static const std::map<std::string, Shape> kShapes{
        {"log", {{"version", "runs"}, {"$schema", "version", "runs"}, {{"runs", "run"}}}},
        {"run", {{"tool"}, {"tool", "results"}, {{"tool", "tool"}, {"results", "result"}}}},
        {"tool", {{"driver"}, {"driver", "extensions", "properties"}, {{"driver", "component"}}}},
        {"component", {{"name"}, {"name", "version", "informationUri", "rules"}, {{"rules", "rule"}}}},
        {"rule",
         {{"id"},
          {"id", "shortDescription", "fullDescription", "defaultConfiguration", "helpUri", "help", "properties"},
          {{"shortDescription", "text"}, {"fullDescription", "text"}, {"help", "text"}}}},
        {"text", {{"text"}, {"text", "markdown", "properties"}, {}}},
        {"result",
         {{"message"},
          {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "suppressions"},
          {{"message", "text"}, {"locations", "location"}, {"suppressions", "suppression"}}}},
        {"location",
         {{},
          {"physicalLocation", "logicalLocations"},
          {{"physicalLocation", "physical"}, {"logicalLocations", "logical"}}}},
        {"physical",
         {{"artifactLocation"},
          {"artifactLocation", "region"},
          {{"artifactLocation", "artifact"}, {"region", "region"}}}},
        {"artifact", {{}, {"uri"}, {}}},
        {"region", {{"startLine"}, {"startLine", "startColumn", "endLine", "endColumn"}, {}}},
        {"logical", {{}, {"name", "fullyQualifiedName", "kind"}, {}}},
        {"suppression", {{"kind"}, {"kind", "state", "justification"}, {}}},
    };
    return kShapes;
}

void expectShape(const Json& json, const std::string& name)
{
    if (json.is_array()) {
        for (const Json& item : json) expectShape(item, name);
        return;
    }
    ASSERT_TRUE(json.is_object()) << name;
    const Shape& shape = sarifShapes().at(name);
    for (const std::string& key : shape.required) EXPECT_TRUE(json.contains(key)) << name << " lacks " << key;
    for (const auto& entry : json.items()) {
        EXPECT_TRUE(shape.allowed.contains(entry.key())) << name << " has " << entry.key();
        if (const auto below = shape.below.find(entry.key()); below != shape.below.end())
            expectShape(entry.value(), below->second);
    }
}

// The schema allows no key that it does not name, so that a reader would refuse the whole file.
TEST_F(CommandLineTest, CheckSarifIsShapedAsTheSchemaSays)
{
    const std::string file = write("설계 a.lintel.yaml", std::string(kOneError) + kWaiver);
    const Json report = Json::parse(lintel({"check", "--format", "sarif", file}).out);
    expectShape(report, "log");
    EXPECT_EQ(report["version"], "2.1.0");
    const Json& run = report["runs"][0];
    std::set<std::string> ids;
    for (const Json& rule : run["tool"]["driver"]["rules"]) {
        EXPECT_TRUE(ids.insert(rule["id"].get<std::string>()).second) << "rules are unique";
        const std::set<std::string> levels{"none", "note", "warning", "error"};
        EXPECT_TRUE(levels.contains(rule["defaultConfiguration"]["level"].get<std::string>()));
    }
    for (const Json& result : run["results"]) {
        const std::set<std::string> levels{"none", "note", "warning", "error"};
        EXPECT_TRUE(levels.contains(result["level"].get<std::string>()));
        EXPECT_FALSE(result["message"]["text"].get<std::string>().empty());
        EXPECT_GE(result["locations"][0]["physicalLocation"]["region"]["startLine"].get<int>(), 1);
        for (const auto& print : result["partialFingerprints"].items()) EXPECT_TRUE(print.value().is_string());
        for (const Json& one : result.value("suppressions", Json::array())) EXPECT_EQ(one["kind"], "inSource");
    }
}

TEST_F(CommandLineTest, CheckForGithubEscapesWhatWouldBreakTheCommand)
{
    std::string text = kOneError;
    text.replace(text.find("입구"), std::string("입구").size(), "\"100%,\\nof::it\"");
    const std::string file = write("a,b:c.lintel.yaml", text);
    const Outcome outcome = lintel({"check", "--format", "github", file});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(outcome.out.rfind("::error file=", 0), 0U) << outcome.out;
    EXPECT_NE(outcome.out.find("a%2Cb%3Ac.lintel.yaml,line=7,title=alb-azs::"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("100%25,%0Aof::it"), std::string::npos) << outcome.out;
}

TEST_F(CommandLineTest, FailOnDecidesTheExitCode)
{
    const std::string error = write("error.lintel.yaml", kOneError);
    const std::string clean = write("clean.lintel.yaml", kClean);
    EXPECT_EQ(lintel({"check", clean}).code, 0);
    EXPECT_EQ(lintel({"check", clean, "--fail-on", "info"}).code, 0);
    EXPECT_EQ(lintel({"check", error}).code, 1);
    EXPECT_EQ(lintel({"check", error, "--fail-on", "info"}).code, 1);
    EXPECT_EQ(lintel({"check", error, "--fail-on", "never"}).code, 0);
    EXPECT_EQ(lintel({"check", clean, error}).code, 1);

    const std::string note = fromTemplate("one-server");  // notes only
    EXPECT_EQ(lintel({"check", note, "--fail-on", "warning"}).code, 0);
    EXPECT_EQ(lintel({"check", note, "--fail-on", "info"}).code, 1);
    const std::string warning = fromTemplate("startup-5-scaled-out");  // a warning only
    EXPECT_EQ(lintel({"check", warning}).code, 0);
    EXPECT_EQ(lintel({"check", warning, "--fail-on", "warning"}).code, 1);
}

TEST_F(CommandLineTest, AnUnreadableFileDoesNotHideTheOthers)
{
    const std::string error = write("error.lintel.yaml", kOneError);
    const Outcome outcome = lintel({"check", "--format", "json", path("gone.lintel.yaml"), error});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(Json::parse(outcome.out)["files"][0]["file"], error);
}

TEST_F(CommandLineTest, CheckReadsStandardInputButDoesNotFixIt)
{
    const Outcome outcome = lintel({"check", "--format", "json", "-"}, kOneError);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(Json::parse(outcome.out)["files"][0]["file"], "-");
    EXPECT_EQ(lintel({"check", "--fix", "-"}, kOneError).code, 2);
}

TEST_F(CommandLineTest, FixConvergesAndLeavesNoAutomaticFix)
{
    // An instance in a private subnet that cannot get out, and a VPC whose public subnet has no gateway yet.
    const std::string file = write("a.lintel.yaml", R"(lintel: 1
profile: production
# 손으로 쓴 설명은 남습니다
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  az-a: {kind: availability-zone, in: vpc, zone: a}
  az-c: {kind: availability-zone, in: vpc, zone: c}
  rt: {kind: route-table, in: vpc}
  a: {kind: subnet, in: az-a, cidr: 10.0.0.0/24, route-table: rt}
  c: {kind: subnet, in: az-c, cidr: 10.0.1.0/24, route-table: rt}
  web: {kind: ec2-instance, in: a, name: 웹 서버}
)");
    lintel({"check", "--fix", file});
    const std::string once = read("a.lintel.yaml");
    EXPECT_NE(once.find("# 손으로 쓴 설명은 남습니다"), std::string::npos);
    const Json report = Json::parse(lintel({"check", "--format", "json", file}).out);
    for (const Json& finding : report["files"][0]["findings"])
        for (const Json& fix : finding["fixes"]) EXPECT_FALSE(fix["automatic"].get<bool>()) << finding.dump();
    lintel({"check", "--fix", file});
    EXPECT_EQ(read("a.lintel.yaml"), once);
    EXPECT_EQ(files(), std::vector<std::string>{"a.lintel.yaml"});
}

TEST_F(CommandLineTest, FixLeavesACleanFileAlone)
{
    const std::string file = write("clean.lintel.yaml", kClean);
    const auto before = std::filesystem::last_write_time(file);
    EXPECT_EQ(lintel({"check", "--fix", file}).code, 0);
    EXPECT_EQ(read("clean.lintel.yaml"), kClean);
    EXPECT_EQ(std::filesystem::last_write_time(file), before);
}

}  // namespace lintel::test
