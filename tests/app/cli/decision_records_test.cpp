#include "app/cli/decision_records.h"

#include "tests/app/cli/command_line.h"

#include <nlohmann/json.hpp>

namespace lintel::test {

namespace {

using Json = nlohmann::json;

constexpr const char* kDesign =
    "lintel: 1\nblocks:\n  vpc: {kind: vpc, cidr: 10.0.0.0/16}\n  db: {kind: rds-instance, in: vpc, multi-az: "
    "true}\nnotes:\n"
    "  why: {kind: decision, text: 하나로 충분하다, subjects: [db], record: adr/0001.md}\n";

int recordFindings(const Json& report)
{
    int count = 0;
    for (const Json& finding : report.at("files").at(0).at("findings"))
        count += finding.at("rule") == "decision-record" ? 1 : 0;
    return count;
}

}  // namespace

TEST(DecisionRecords, KnowHowASupersededOneSaysSo)
{
    EXPECT_TRUE(app::cli::isSuperseded("# 1. Title\n\n## Status\n\nSuperseded by [3](0003.md)\n"));
    EXPECT_TRUE(app::cli::isSuperseded("* Status: **superseded**\r\n"));
    EXPECT_TRUE(app::cli::isSuperseded("---\nstatus: superseded by ADR-0003\n---\n"));
    EXPECT_TRUE(app::cli::isSuperseded("# 제목\n\n상태: 대체됨\n"));
    EXPECT_TRUE(app::cli::isSuperseded("Accepted\n\nSuperseded by ADR 7.\n"));
    EXPECT_FALSE(app::cli::isSuperseded("# 1. Title\n\n## Status\n\nAccepted\n\n## Context\n\nSupersedes 0001.\n"));
    EXPECT_FALSE(app::cli::isSuperseded("Status: accepted\n\nA superseded idea is to poll.\n"));
    EXPECT_FALSE(app::cli::isSuperseded(""));
}

TEST_F(CommandLineTest, CheckLooksAtTheRecordsOfDecisions)
{
    const std::string file = write("a.lintel.yaml", kDesign);
    const auto count = [&] { return recordFindings(Json::parse(lintel({"check", "--format", "json", file}).out)); };
    EXPECT_EQ(count(), 1) << "there is no such file";
    std::filesystem::create_directories(folder() / "adr");
    write("adr/0001.md", "# 1\n\n## Status\n\nAccepted\n");
    EXPECT_EQ(count(), 0);
    write("adr/0001.md", "# 1\n\n## Status\n\nSuperseded by 0002\n");
    EXPECT_EQ(count(), 1);
}

}  // namespace lintel::test
