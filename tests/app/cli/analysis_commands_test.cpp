// matrix, addresses and cost: what they print, and what they refuse.

#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

constexpr const char* kOffice = R"(lintel: 1
region: ap-northeast-2
blocks:
  vpc: {kind: vpc, cidr: 10.0.0.0/24, name: '쇼핑 "|몰"'}
  net: {kind: subnet, in: vpc, cidr: 10.0.0.0/28}
  sg: {kind: security-group, in: vpc, inbound: [{protocol: tcp, ports: "22", source: 203.0.113.0/24}]}
  web: {kind: ec2-instance, in: net, type: t3.micro, name: '=1+1', security-groups: [sg]}
  one: {kind: ec2-instance, in: net, type: t3.micro, security-groups: [sg]}
  office: {kind: external-network, cidr: 10.0.0.0/16}
connections:
  one-web: {from: one, to: web, port: 80}
)";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_F(CommandLineTest, MatrixHoldsIntentAgainstWhatIsAllowed)
{
    const std::string file = fromTemplate("three-tier");
    const Outcome text = lintel({"matrix", file});
    EXPECT_TRUE(has(text.out, "Drawn and let through:")) << text.out << text.err;
    const Json report = Json::parse(lintel({"matrix", file, "--format", "json"}).out);
    EXPECT_EQ(report["version"], 1);
    EXPECT_GT(report["cells"].size(), 3u);
    for (const Json& cell : report["cells"]) EXPECT_EQ(cell["connections"].empty(), cell["state"] == "undrawn") << cell;
}

TEST_F(CommandLineTest, MatrixSaysWhatIsStoppedAndWhy)
{
    const std::string file = write("office.lintel.yaml", kOffice);
    const Outcome english = lintel({"matrix", file});
    EXPECT_EQ(english.code, 1) << "a drawn connection is stopped";
    EXPECT_TRUE(has(english.out, "one → =1+1 [web]  TCP 80")) << english.out;
    EXPECT_TRUE(has(english.out, "    - ")) << "the reason";
    const Outcome korean = lintel({"--lang", "ko", "matrix", file});
    EXPECT_TRUE(has(korean.out, "그려져 있지만 막힙니다:")) << korean.out;
}

TEST_F(CommandLineTest, MatrixTablesSurviveHostileNames)
{
    const std::string file = write("office.lintel.yaml", kOffice);
    const Outcome csv = lintel({"matrix", file, "--format", "csv"});
    EXPECT_TRUE(has(csv.out, "\"one\",\"one\",\"web\",\"'=1+1\",\"tcp\",\"80\",")) << csv.out;
    EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 2);
    const Outcome markdown =
        lintel({"matrix",
                write("bar.lintel.yaml", std::string(kOffice).replace(std::string(kOffice).find("'=1+1'"), 6, "'a|b'")),
                "--format", "markdown"});
    EXPECT_TRUE(has(markdown.out, "a\\|b [web]")) << markdown.out;
}

TEST_F(CommandLineTest, AddressesPlansTheVpc)
{
    const Outcome outcome =
        lintel({"addresses", fromTemplate("eks-mobile-backend"), "--next", "24", "--format", "json"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const Json report = Json::parse(outcome.out);
    const Json& cluster = report["clusters"][0];
    EXPECT_EQ(cluster["podSlots"], 216);
    EXPECT_EQ(cluster["secondCluster"]["fits"], true);
    const auto vpc =
        std::find_if(report["vpcs"].begin(), report["vpcs"].end(), [](const Json& one) { return one["vpc"] == "vpc"; });
    ASSERT_NE(vpc, report["vpcs"].end());
    EXPECT_EQ((*vpc)["next"], "10.40.6.0/24");
    EXPECT_EQ((*vpc)["size"], 2048);
    EXPECT_TRUE(has(report["podLimits"]["source"].get<std::string>(), "amazon-vpc-cni-k8s"));
}

TEST_F(CommandLineTest, AddressesSaysWhatCollides)
{
    const Outcome english = lintel({"addresses", write("office.lintel.yaml", kOffice)});
    EXPECT_EQ(english.code, 0) << "they are not connected yet";
    EXPECT_TRUE(has(english.out, "both use 10.0.0.0/24: they can never be connected")) << english.out;
    EXPECT_TRUE(has(english.out, "2 of 11 addresses at most")) << english.out;
    const Outcome korean = lintel({"--lang", "ko", "addresses", write("office.lintel.yaml", kOffice)});
    EXPECT_TRUE(has(korean.out, "10.0.0.0/24를 씁니다")) << korean.out;
}

TEST_F(CommandLineTest, CostSaysWhatItKnowsAndWhatNot)
{
    const Outcome outcome = lintel({"cost", write("office.lintel.yaml", kOffice)});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_TRUE(has(outcome.out, "about 18.98 USD a month")) << outcome.out;
    EXPECT_TRUE(has(outcome.out, "730 hours")) << outcome.out;
    const Json there = Json::parse(
        lintel({"cost", write("office.lintel.yaml", kOffice), "--region", "us-east-1", "--format", "json"}).out);
    EXPECT_DOUBLE_EQ(there["total"], 15.184);
    EXPECT_EQ(there["complete"], true);
    const Outcome startup = lintel({"--lang", "ko", "cost", fromTemplate("startup-3-private-network")});
    EXPECT_TRUE(has(startup.out, "client-vpn-association의 가격을 모릅니다")) << startup.out;
}

TEST_F(CommandLineTest, AnalysesRefuseWhatTheyCannotRead)
{
    for (const char* command : {"matrix", "addresses", "cost"}) {
        const Outcome nowhere = lintel({command, path("nowhere.lintel.yaml")});
        EXPECT_EQ(nowhere.code, 2) << command;
        EXPECT_EQ(nowhere.out, "");
        EXPECT_FALSE(nowhere.err.empty());
        EXPECT_EQ(lintel({command, write("broken.lintel.yaml", "lintel: 1\nblocks: [")}).code, 2) << command;
        const Outcome empty = lintel({command, write("empty.lintel.yaml", "lintel: 1\n")});
        EXPECT_EQ(empty.code, 0) << command << empty.err;
        EXPECT_FALSE(empty.out.empty()) << command;
    }
    const Outcome mars = lintel({"cost", write("office.lintel.yaml", kOffice), "--region", "mars-1"});
    EXPECT_EQ(mars.code, 2);
    EXPECT_TRUE(has(mars.err, "ap-northeast-2, us-east-1")) << mars.err;
}

TEST_F(CommandLineTest, FailBreaksAConnection)
{
    const std::string file = fromTemplate("three-tier");
    const Outcome unknown = lintel({"fail", file, "--connection", "nobody"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_TRUE(has(unknown.err, "nobody"));
    const std::string line =
        write("line.lintel.yaml",
              "lintel: 1\nblocks:\n  users: {kind: users}\n  a: {kind: generic-aws}\n  b: {kind: generic-aws}\n"
              "connections:\n  in: {from: users, to: a}\n  on: {from: a, to: b}\n");
    const Json report = Json::parse(lintel({"fail", line, "--connection", "on", "--format", "json"}).out);
    EXPECT_EQ(report["failed"]["connection"], "on");
    EXPECT_EQ(report["flows"][0]["to"][0], "b");
    EXPECT_EQ(report["flows"][0]["fate"], "dies");
    EXPECT_EQ(report["flows"][0]["severed"][0], "on");
    EXPECT_TRUE(has(lintel({"fail", line, "--connection", "on"}).out, "dies: b, because of on"));
}

}  // namespace lintel::test
