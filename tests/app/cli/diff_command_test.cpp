#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

// Two edits of a small design: a field, a container, a new block, one that is gone, and a port that is open now.
constexpr const char* kOld = R"(lintel: 1
title: 가게
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/16}
  igw: {kind: internet-gateway, in: vpc}
  rt: {kind: route-table, in: vpc, routes: [{destination: 0.0.0.0/0, target: igw}]}
  az: {kind: availability-zone, in: vpc, zone: a}
  net: {kind: subnet, in: az, cidr: 10.0.0.0/24, route-table: rt}
  other: {kind: subnet, in: az, cidr: 10.0.1.0/24, route-table: rt}
  sg: {kind: security-group, in: vpc}
  web: {kind: ec2-instance, in: net, name: 웹, public-ip: true, ports: "80", security-groups: [sg]}
  old: {kind: s3-bucket, name: "옛 | 버킷"}
)";

std::string changed()
{
    std::string text = kOld;
    const auto replace = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace("sg: {kind: security-group, in: vpc}",
            "sg: {kind: security-group, in: vpc, inbound: [{protocol: tcp, ports: \"80\", source: 0.0.0.0/0}]}");
    replace("in: net, name: 웹", "in: other, name: 웹");
    replace("old: {kind: s3-bucket, name: \"옛 | 버킷\"}",
            "db: {kind: rds-instance, in: vpc, name: \"<b>주문</b> DB\"}");
    return text;
}

std::string withLayout() { return std::string(kOld) + "layout:\n  web: [10, 20, 112, 88]\n"; }

}  // namespace

TEST_F(CommandLineTest, DiffTellsTheStoryOfAChange)
{
    const std::string before = write("old.lintel.yaml", kOld);
    const std::string after = write("new.lintel.yaml", changed());
    const Outcome outcome = lintel({"diff", before, after});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_EQ(outcome.err, "");
    for (const char* words : {"The internet now reaches", "웹 (web), port 80", "Added", "(db)", "Removed",
                              "옛 | 버킷 (old)", "moved: net → other", "Blocks: 1 added, 1 removed, 2 changed",
                              "웹 moves from net to other", "inbound: - → [{protocol: tcp"})
        EXPECT_NE(outcome.out.find(words), std::string::npos) << words << "\n" << outcome.out;
}

TEST_F(CommandLineTest, DiffDrawsTheChange)
{
    const std::string before = write("old.lintel.yaml", kOld);
    const std::string after = write("new.lintel.yaml", changed());
    const Outcome outcome = lintel({"diff", before, after, "--format", "svg", "--lang", "en"});
    EXPECT_EQ(outcome.code, 1);
    for (const char* words :
         {"<svg", "옛 | 버킷", "&lt;b&gt;주문", ">Added<", ">Removed<", ">Changed<", ">+<", ">−<", ">Δ<"})
        EXPECT_NE(outcome.out.find(words), std::string::npos) << words;
    const std::string target = path("change.png");
    EXPECT_EQ(lintel({"diff", before, after, "--format", "png", "-o", target}).code, 1);
    EXPECT_EQ(read("change.png").substr(1, 3), "PNG");
}

TEST_F(CommandLineTest, DiffWritesOnlyPicturesToAFile)
{
    const std::string before = write("old.lintel.yaml", kOld);
    const std::string target = path("change.txt");
    const Outcome outcome = lintel({"diff", before, before, "-o", target});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("--format svg"), std::string::npos) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(target));
}

TEST_F(CommandLineTest, DiffOfTheSameMeaningIsNone)
{
    const std::string before = write("old.lintel.yaml", kOld);
    EXPECT_EQ(lintel({"diff", before, before}).code, 0);
    const Outcome layout = lintel({"diff", before, write("placed.lintel.yaml", withLayout())});
    EXPECT_EQ(layout.code, 0);
    EXPECT_NE(layout.out.find("Drawn elsewhere: 1 element\n"), std::string::npos) << layout.out;
}

TEST_F(CommandLineTest, DiffJsonKeepsItsContract)
{
    const std::string before = write("old.lintel.yaml", kOld);
    const Outcome outcome = lintel({"diff", before, "-", "--format", "json"}, changed());
    EXPECT_EQ(outcome.code, 1);
    const Json report = Json::parse(outcome.out);
    EXPECT_EQ(report["version"], 1);
    EXPECT_EQ(report["old"], before);
    EXPECT_EQ(report["new"], "-");
    ASSERT_EQ(report["changes"].size(), 4U);
    EXPECT_EQ(report["changes"][0]["id"], "db");
    EXPECT_EQ(report["changes"][0]["change"], "added");
    EXPECT_EQ(report["changes"][0]["kind"], "rds-instance");
    const Json& web = report["changes"][3];
    EXPECT_TRUE(web["moved"].get<bool>());
    EXPECT_EQ(web["fields"][0], (Json{{"field", "in"}, {"old", "net"}, {"new", "other"}}));
    EXPECT_EQ(report["exposed"][0], (Json{{"id", "web"}, {"ports", "80"}}));
    for (const char* key : {"layout", "noLongerExposed", "newFindings", "fixedFindings"})
        EXPECT_TRUE(report.contains(key)) << key;
}

TEST_F(CommandLineTest, DiffMarkdownEscapesNames)
{
    const Outcome outcome =
        lintel({"diff", write("old.lintel.yaml", kOld), "-", "--format", "markdown", "--lang", "ko"}, changed());
    EXPECT_NE(outcome.out.find("### 추가"), std::string::npos) << outcome.out;
    EXPECT_EQ(outcome.out.find("<b>"), std::string::npos);
    EXPECT_NE(outcome.out.find("\\<b\\>주문\\</b\\> DB (`db`)"), std::string::npos) << outcome.out;
}

TEST_F(CommandLineTest, DiffOfTwoStagesShowsWhatWasFixed)
{
    const Outcome outcome = lintel({"diff", fromTemplate("startup-2-managed-parts"),
                                    fromTemplate("startup-3-private-network"), "--format", "json"});
    std::vector<std::string> fixed;
    const Json report = Json::parse(outcome.out);
    for (const Json& finding : report["fixedFindings"]) fixed.push_back(finding["rule"]);
    for (const char* rule : {"rds-single-az", "alb-per-subdomain", "data-in-public-subnet"})
        EXPECT_NE(std::find(fixed.begin(), fixed.end(), rule), fixed.end()) << rule;
}

TEST_F(CommandLineTest, DiffTellsReviewNotesByTheirText)
{
    const std::string after =
        std::string(kOld) + "notes:\n  n1: {kind: comment, text: \"왜 퍼블릭인가요?\", subjects: [web]}\n";
    const Outcome outcome = lintel({"diff", write("old.lintel.yaml", kOld), "-"}, after);
    EXPECT_NE(outcome.out.find("Note 왜 퍼블릭인가요? (n1)"), std::string::npos) << outcome.out << outcome.err;
}

TEST_F(CommandLineTest, DiffTellsWhatTookThePlaceOfWhat)
{
    const Outcome outcome = lintel(
        {"diff", fromTemplate("startup-2-managed-parts"), fromTemplate("startup-3-private-network"), "--lang", "ko"});
    for (const char* words : {"admin-alb, api-alb, media-alb 대신 public-alb를 씁니다", "RDS MySQL 대신 Aurora MySQL",
                              "Spring Boot API를 퍼블릭 서브넷 A에서 프라이빗 앱 A로 옮깁니다",
                              "연결 개발자와 MSP → Client VPN · VPN 접속 (developers-vpn)"})
        EXPECT_NE(outcome.out.find(words), std::string::npos) << words << "\n" << outcome.out;
}

TEST_F(CommandLineTest, DiffDrawsWhatIsGoneThoughAConnectionHasItsIdNow)
{
    const Outcome outcome = lintel({"diff", fromTemplate("startup-2-managed-parts"),
                                    fromTemplate("startup-3-private-network"), "--format", "svg"});
    for (const char* name : {">admin-alb<", ">api-alb<", ">media-alb<"})
        EXPECT_NE(outcome.out.find(name), std::string::npos) << name;
}

TEST_F(CommandLineTest, DiffNeedsTwoDesigns)
{
    EXPECT_EQ(lintel({"diff", "-", "-"}, kOld).code, 2);
    EXPECT_EQ(lintel({"diff", write("old.lintel.yaml", kOld), path("gone.lintel.yaml")}).code, 2);
}

}  // namespace lintel::test
