#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

}  // namespace

TEST_F(CommandLineTest, ReachShowsThePathFromTheInternet)
{
    const Outcome outcome = lintel({"reach", fromTemplate("startup-2-managed-parts"), "internet", "rds"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("path: igw → rt-main → public-a → sg-db → rds"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("TCP 3306"), std::string::npos) << "the port that MySQL serves";
}

TEST_F(CommandLineTest, ReachNamesWhatIsInTheWay)
{
    const std::string file = fromTemplate("dangdang-salon");
    const Outcome outcome = lintel({"reach", file, "queue", "rds", "--port", "3306"});
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.out.find("[sg-rds]"), std::string::npos) << outcome.out;
    EXPECT_NE(lintel({"--lang", "ko", "reach", file, "queue", "rds"}).out.find("허용하지 않습니다"), std::string::npos);
}

TEST_F(CommandLineTest, ReachKnowsBlocksByNameToo)
{
    const Outcome outcome = lintel({"reach", fromTemplate("dangdang-salon"), "메인 서버 A", "MongoDB"});
    EXPECT_EQ(outcome.code, 0) << outcome.err << outcome.out;
}

TEST_F(CommandLineTest, ReachAsJsonIsAContract)
{
    const std::string file = fromTemplate("startup-1-first-server");
    const Json open = Json::parse(lintel({"reach", file, "internet", "api", "--port", "80", "--format", "json"}).out);
    EXPECT_EQ(open["version"], 1);
    EXPECT_EQ(open["from"], "internet");
    EXPECT_EQ(open["to"], "api");
    EXPECT_EQ(open["answers"][0]["reachable"], true);
    EXPECT_EQ(open["answers"][0]["path"], Json::array({"igw", "rt-main", "public-a", "sg-api", "api"}));
    EXPECT_TRUE(open["answers"][0]["onlyFrom"].empty());
    const Json office = Json::parse(lintel({"reach", file, "internet", "api", "--port", "22", "--format", "json"}).out);
    EXPECT_EQ(office["answers"][0]["onlyFrom"], Json::array({"203.0.113.10/32"}));
    const Outcome closed = lintel({"reach", file, "internet", "api", "--port", "443", "--format", "json"});
    EXPECT_EQ(closed.code, 1);
    const Json blocker = Json::parse(closed.out)["answers"][0]["blockers"][0][0];
    EXPECT_EQ(blocker["code"], "security-group-in");
    EXPECT_EQ(blocker["subject"], "sg-api");
}

TEST_F(CommandLineTest, ReachRefusesWhatItDoesNotKnow)
{
    const std::string file = fromTemplate("startup-1-first-server");
    EXPECT_EQ(lintel({"reach", file, "internet", "nobody"}).code, 2);
    EXPECT_EQ(lintel({"reach", file, "nobody", "api"}).code, 2);
    EXPECT_EQ(lintel({"reach", file, "internet", "api", "--port", "70000"}).code, 2);
    EXPECT_EQ(lintel({"reach", file, "internet", "api", "--protocol", "smoke"}).code, 2);
    const Outcome unsaid = lintel({"reach", file, "api", "users"});
    EXPECT_EQ(unsaid.code, 2);
    EXPECT_NE(unsaid.err.find("--port"), std::string::npos);
}

}  // namespace lintel::test
