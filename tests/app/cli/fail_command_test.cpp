#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

std::string fateOf(const Json& report, const std::string& block)
{
    for (const Json& flow : report["flows"])
        for (const Json& member : flow["to"])
            if (member == block) return flow["fate"];
    return {};
}

}  // namespace

TEST_F(CommandLineTest, FailTellsWhatAZoneTakesWithIt)
{
    const Outcome outcome = lintel({"fail", fromTemplate("dangdang-salon"), "--zone", "a", "--format", "json"});
    EXPECT_EQ(outcome.code, 1) << outcome.err;
    const Json report = Json::parse(outcome.out);
    EXPECT_EQ(report["version"], 1);
    EXPECT_EQ(report["failed"]["zone"], "a");
    EXPECT_EQ(fateOf(report, "mongodb-host"), "dies");
    EXPECT_EQ(fateOf(report, "main-c"), "degrades");
    EXPECT_EQ(fateOf(report, "rds"), "survives") << "the standby in zone c takes over";
    EXPECT_EQ(fateOf(report, "alb"), "survives");
}

TEST_F(CommandLineTest, FailTellsWhatABlockTakesWithIt)
{
    const Outcome outcome = lintel({"--lang", "ko", "fail", fromTemplate("small-service"), "--block", "edge"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.out.find("nginx 서버 [edge]"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("끊깁니다"), std::string::npos) << outcome.out;
}

TEST_F(CommandLineTest, FailRefusesWhatItDoesNotKnow)
{
    const std::string file = fromTemplate("dangdang-salon");
    EXPECT_EQ(lintel({"fail", file}).code, 2);
    EXPECT_EQ(lintel({"fail", file, "--zone", "a", "--block", "rds"}).code, 2);
    EXPECT_EQ(lintel({"fail", file, "--zone", "z"}).code, 2);
    EXPECT_EQ(lintel({"fail", file, "--block", "nobody"}).code, 2);
}

}  // namespace lintel::test
