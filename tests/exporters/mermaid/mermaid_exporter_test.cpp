#include "exporters/mermaid/mermaid_exporter.h"
#include "exporters/mermaid/mermaid_text.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"

#include <gmock/gmock.h>

namespace lintel::exporters::mermaid {
namespace {

using namespace model;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string chart(const Document& document, text::Language language = text::Language::English)
{
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    const analysis::Routes routes(graph);
    return exportFlowchart(graph, routes, language);
}

Document shop(const std::string& name = "메인 서버")
{
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("users"), KindId("users"), "", BlockId(), {}});
    draft.put(Block{BlockId("vpc"), KindId("vpc"), "main", BlockId(), {{"cidr", "10.0.0.0/16"}}});
    draft.put(Block{BlockId("net"), KindId("subnet"), "app", BlockId("vpc"), {}});
    draft.put(Block{BlockId("end"), KindId("ec2-instance"), name, BlockId("net"), {}});
    draft.put(Block{BlockId("app"), KindId("spring"), "API", BlockId("end"), {}});
    draft.put(Block{BlockId("db"), KindId("rds-instance"), "db", BlockId("net"), {}});
    draft.put(Block{BlockId("lonely"), KindId("s3-bucket"), "lonely", BlockId(), {}});
    draft.put(Connection{ConnectionId("a"), BlockId("users"), BlockId("end"), "", "", "https", "443", {}});
    draft.put(Connection{ConnectionId("b"), BlockId("app"), BlockId("db"), "", "", "mysql", "3306", {}});
    draft.put(Connection{ConnectionId("c"), BlockId("end"), BlockId("db"), "replication", "", "", "", {}});
    return draft.document();
}

TEST(Mermaid, NestsContainersAndNamesEverythingOnce)
{
    const std::string text = chart(shop());
    EXPECT_THAT(text, StartsWith("flowchart LR\n"));
    EXPECT_THAT(text, HasSubstr("  subgraph n_vpc[\"main 10.0.0.0/16\"]\n    subgraph n_net[\"app\"]\n"));
    EXPECT_THAT(text, HasSubstr("n_end[\"메인 서버<br/>EC2 instance\"]"));
    EXPECT_THAT(text, HasSubstr("n_db[(\"db<br/>RDS DB instance\")]"));
    EXPECT_THAT(text, HasSubstr("n_users([\"Users\"])"));
    EXPECT_THAT(text, Not(HasSubstr("lonely"))) << "without connections it is no part of the flow";
}

TEST(Mermaid, SoftwareIsItsHostAndEdgesAreMerged)
{
    const std::string text = chart(shop());
    EXPECT_THAT(text, HasSubstr("n_users -->|\"https 443\"| n_end\n"));
    EXPECT_THAT(text, HasSubstr("n_end -->|\"mysql 3306\"| n_db\n"));
    EXPECT_THAT(text, Not(HasSubstr("n_app")));
}

TEST(Mermaid, NothingToDrawGivesNothing)
{
    EXPECT_EQ(chart(Document{}), "");
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("site"), KindId("s3-bucket"), "site", BlockId(), {}});
    EXPECT_EQ(chart(draft.document()), "");
}

TEST(Mermaid, PastItsLimitsThereIsNoChart)
{
    edit::Transaction draft{Document{}};
    for (int i = 0; i < 600; ++i) {
        const std::string number = std::to_string(i);
        draft.put(Block{BlockId("s" + number), KindId("s3-bucket"), "", BlockId(), {}});
        if (i > 0)
            draft.put(Connection{ConnectionId("c" + number), BlockId("s0"), BlockId("s" + number), "", "", "", "", {}});
    }
    EXPECT_EQ(chart(draft.document()), "");
}

TEST(Mermaid, SpeaksTheReadersLanguage)
{
    EXPECT_THAT(chart(shop(), text::Language::Korean), HasSubstr("메인 서버<br/>EC2 인스턴스"));
}

TEST(Mermaid, IdsThatLookAlikeStayApart)
{
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("a-b"), KindId("s3-bucket"), "one", BlockId(), {}});
    draft.put(Block{BlockId("a_b"), KindId("s3-bucket"), "two", BlockId(), {}});
    draft.put(Connection{ConnectionId("c"), BlockId("a-b"), BlockId("a_b"), "", "", "", "", {}});
    EXPECT_THAT(chart(draft.document()), HasSubstr("n_a_b --> n_a_b_2\n"));
}

TEST(Mermaid, LabelsCannotBreakOut)
{
    EXPECT_EQ(labelText("say \"hi\" #1 <b>"), "say #34;hi#34; #35;1 #60;b#62;");
    EXPECT_EQ(labelText("`code` | [x] {y}"), "#96;code#96; #124; #91;x#93; #123;y#125;");
    EXPECT_EQ(labelText("line\n\nbreak\t"), "line break");
    EXPECT_EQ(labelText("a\u202Eb"), "ab");
    EXPECT_EQ(labelText("댕댕살롱 10.0.0.0/16"), "댕댕살롱 10.0.0.0/16");
    const std::string text = chart(shop("\"]\nend\nclick n_db \"javascript:alert(1)\""));
    EXPECT_THAT(text, Not(HasSubstr("\nclick")));
    EXPECT_THAT(text, Not(HasSubstr("\nend\nclick")));
}

TEST(Mermaid, LabelsAreNoMarkdownLists)
{
    EXPECT_EQ(labelText("1. login"), "1#46; login");
    EXPECT_EQ(labelText("- item"), "#45; item");
    EXPECT_EQ(labelText("3.5"), "3.5");
    EXPECT_EQ(labelText("-"), "-");
}

}  // namespace
}  // namespace lintel::exporters::mermaid
