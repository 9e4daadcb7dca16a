#include "exporters/markdown/markdown_exporter.h"

#include "model/document/thread.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"

#include <gmock/gmock.h>

namespace lintel::exporters::markdown {
namespace {

using namespace model;
using testing::HasSubstr;
using testing::Not;

Block block(const char* id, const char* kind, const char* parent, const char* name, Properties properties = {})
{
    return {BlockId(id), KindId(kind), name, BlockId(parent), std::move(properties)};
}

Document shop(const std::string& serverName = "Server")
{
    edit::Transaction draft{Document{}};
    Settings settings;
    settings.title = "Shop";
    settings.region = "ap-northeast-2";
    draft.put(settings);
    draft.put(block("users", "users", "", "Customers"));
    draft.put(block("vpc", "vpc", "", "main", {{"cidr", "10.0.0.0/16"}}));
    draft.put(block("igw", "internet-gateway", "vpc", "gateway"));
    draft.put(block("rt", "route-table", "vpc", "public routes",
                    {{"routes", Value::List{Value::Map{{"destination", "0.0.0.0/0"}, {"target", "igw"}}}}}));
    draft.put(block("az", "availability-zone", "vpc", "", {{"zone", "a"}}));
    draft.put(block("web", "subnet", "az", "web", {{"cidr", "10.0.1.0/24"}, {"route-table", "rt"}}));
    draft.put(
        block("sg", "security-group", "vpc", "web-sg",
              {{"inbound", Value::List{Value::Map{{"protocol", "tcp"}, {"ports", "443"}, {"source", "0.0.0.0/0"}}}}}));
    draft.put(block("server", "ec2-instance", "web", serverName.c_str(), {{"type", "t3.micro"}}));
    Connection visit;
    visit.id = ConnectionId("visit");
    visit.from = BlockId("users");
    visit.to = BlockId("server");
    visit.protocol = "https";
    visit.ports = "443";
    draft.put(visit);
    return draft.document();
}

std::string exported(const Document& document, MarkdownOptions options = {},
                     const std::vector<lint::Finding>& findings = {})
{
    return exportMarkdown(document, embedded::catalogue(), findings, embedded::messages(), options);
}

TEST(MarkdownExporter, TellsTheDesign)
{
    const std::string text = exported(shop(), {text::Language::English, "shop.svg", ""});
    EXPECT_THAT(text,
                HasSubstr("# Shop\n\n<img alt=\"Architecture diagram of Shop. The system runs in ap-northeast-2"));
    EXPECT_THAT(text, HasSubstr("The VPC main (10.0.0.0/16) holds 1 public subnet."));
    EXPECT_THAT(text, HasSubstr("1. Customers: requests go to Server (https 443)."));
    EXPECT_THAT(text, HasSubstr("| web | a | 10.0.1.0/24 | 251 | public | 0.0.0.0/0 → gateway |"));
    EXPECT_THAT(text, HasSubstr("Of 65536 addresses, 65280 are not given to any subnet. The first 6 free ranges: "
                                "10.0.0.0/24, 10.0.2.0/23,"));
    EXPECT_THAT(text, HasSubstr("| web-sg | inbound | tcp | 443 | 0.0.0.0/0 |"));
    EXPECT_THAT(text, HasSubstr("| Customers | Server | https | 443 |"));
    EXPECT_THAT(text, HasSubstr("| a | Server | nothing | nothing |"));
    EXPECT_THAT(text, HasSubstr("n_users -->|\"https 443\"| n_server"));
}

TEST(MarkdownExporter, WhoTalksToWhichSecurityGroupIsAMatrix)
{
    edit::Transaction draft{shop()};
    draft.put(block("sg-db", "security-group", "vpc", "db-sg",
                    {{"inbound", Value::List{Value::Map{{"protocol", "tcp"}, {"ports", "3306"}, {"source", "sg"}},
                                             Value::Map{{"protocol", "udp"}, {"ports", "53"}, {"source", "sg"}}}}}));
    const std::string text = exported(draft.document());
    EXPECT_THAT(text, HasSubstr("| from \\ to | web-sg | db-sg |"));
    EXPECT_THAT(text, HasSubstr("| 0.0.0.0/0 | 443 |  |\n| web-sg |  | 3306, udp 53 |"));
    EXPECT_THAT(exported(shop()), Not(HasSubstr("from \\ to"))) << "one group is no matrix";
}

TEST(MarkdownExporter, ListenersOfOtherHostsAreNotOnTheWay)
{
    edit::Transaction draft{shop()};
    draft.put(block("shop-servers", "target-group", "vpc", "shop servers",
                    {{"targets", Value::List{"server"}}, {"protocol", "HTTP"}, {"port", 8080}}));
    draft.put(block("test-server", "ec2-instance", "web", "Test server"));
    draft.put(block("test-servers", "target-group", "vpc", "test servers",
                    {{"targets", Value::List{"test-server"}}, {"protocol", "HTTP"}, {"port", 8080}}));
    const auto listener = [](const char* host, const char* target) {
        return Value::Map{{"protocol", "HTTPS"}, {"port", 443}, {"host", host}, {"target", target}};
    };
    draft.put(block("front", "alb", "vpc", "front",
                    {{"listeners", Value::List{listener("*.shop.example", "shop-servers"),
                                               listener("test.example", "test-servers")}}}));
    draft.put(block("record", "route53-record", "", "", {{"record", "www.shop.example"}, {"target", "front"}}));
    draft.put(Connection{ConnectionId("visit"), BlockId("users"), BlockId("front"), "", "", "https", "443", {}});
    const std::string text = exported(draft.document());
    EXPECT_THAT(text, HasSubstr("1. Customers: requests to www.shop.example arrive at front (https 443).\n"
                                "2. front passes them on to Server (http 8080).\n"));
    EXPECT_THAT(text, HasSubstr("HTTPS ends at front; behind, traffic is plain HTTP."));
}

TEST(MarkdownExporter, BlocksOfTheSameNameAreToldApart)
{
    edit::Transaction draft{shop()};
    draft.put(block("a", "account", "", "production"));
    draft.put(block("b", "account", "", "trial"));
    draft.put(block("role-a", "iam-role", "a", "admin"));
    draft.put(block("role-b", "iam-role", "b", "admin"));
    draft.put(Connection{ConnectionId("m"), BlockId("users"), BlockId("role-b"), "manage", "", "", "", {}});
    EXPECT_THAT(exported(draft.document()), HasSubstr("Customers: works in AWS with the IAM role admin in trial."));
}

TEST(MarkdownExporter, TellsDeliveryAndCost)
{
    edit::Transaction draft{shop()};
    draft.put(block("ci", "github-actions", "", "CI", {{"trigger", "merge"}, {"rollback", "none"}}));
    draft.put(block("images", "ecr", "", "images"));
    draft.put(Connection{ConnectionId("d1"), BlockId("ci"), BlockId("images"), "deploy", "", "", "", {}});
    draft.put(Connection{ConnectionId("d2"), BlockId("images"), BlockId("server"), "deploy", "", "", "", {}});
    const std::string text = exported(draft.document());
    EXPECT_THAT(text, HasSubstr("- A delivery runs CI → images → Server.\n  Started by: Merge. There is no automatic"));
    EXPECT_THAT(text, HasSubstr("## Cost\n\n"));
    EXPECT_THAT(text, HasSubstr("| Server | 9.49 | ec2/t3.micro |"));
}

TEST(MarkdownExporter, ThePictureFollowsThePagesColours)
{
    const std::string text = exported(shop(), {text::Language::English, "a b.svg", "a b-dark.svg"});
    EXPECT_THAT(text, HasSubstr("<source media=\"(prefers-color-scheme: dark)\" srcset=\"a%20b-dark.svg\">"));
    EXPECT_THAT(text, HasSubstr("src=\"a%20b.svg\">"));
}

TEST(MarkdownExporter, TellsDecisionsWaiversAndQuestions)
{
    edit::Transaction draft{shop()};
    Note decision{NoteId("n1"), "decision", "One zone | for now", {"server", "visit"}, {}};
    Note question{NoteId("n2"), "comment", "Who pays?", {}, {}};
    Note settled{NoteId("n3"), "comment", "Done", {}, {{"resolved", true}}};
    draft.put(decision);
    draft.put(question);
    draft.put(settled);
    draft.put(Waiver{WaiverId("w"), "admin-port-internet", {"server"}, "office is moving", "kim", "2027-01-31", {}});
    const std::string text = exported(draft.document());
    EXPECT_THAT(text, HasSubstr("| One zone \\| for now | Server, Customers → Server |"));
    EXPECT_THAT(text, HasSubstr("| admin-port-internet | Server | office is moving | kim | 2027-01-31 |"));
    EXPECT_THAT(text, HasSubstr("Who pays?"));
    EXPECT_THAT(text, Not(HasSubstr("Done")));
}

TEST(MarkdownExporter, TellsWhoSaidWhatAndLinksTheRecord)
{
    edit::Transaction draft{shop()};
    const Value::List replies{valueOf(Remark{"lee", "2026-11-21", "We <do>"}), valueOf(Remark{"", "", "- no"}),
                              valueOf(Remark{"", "", "2. x"})};
    draft.put(Note{NoteId("q"),
                   "comment",
                   "Who pays?",
                   {"server"},
                   {{"by", "kim"}, {"date", "2026-11-20"}, {"replies", Value(replies)}}});
    draft.put(Note{NoteId("d"), "decision", "One zone", {"server"}, {{"by", "kim"}, {"record", "adr/0001 a).md"}}});
    const std::string text = exported(draft.document());
    EXPECT_THAT(text, HasSubstr("- Who pays? (Server; kim, 2026-11-20)\n  - lee, 2026-11-21: We &lt;do&gt;\n"));
    EXPECT_THAT(text, HasSubstr("\n  - \\- no\n  - 2\\. x\n"));
    EXPECT_THAT(text, HasSubstr("| One zone | Server | kim | ["));
    EXPECT_THAT(text, HasSubstr("](adr/0001%20a%29.md) |"));
}

TEST(MarkdownExporter, PicturesAreToldPlainly)
{
    edit::Transaction draft{shop()};
    Settings settings = shop().settings();
    settings.title = "R&D \"x\" <b>_y_";
    draft.put(settings);
    const std::string text = exported(draft.document(), {text::Language::English, "x.svg", ""});
    EXPECT_THAT(text, HasSubstr("alt=\"Architecture diagram of R&amp;D &quot;x&quot; &lt;b&gt;_y_. "));
    EXPECT_THAT(pictureText(draft.document(), embedded::catalogue(), embedded::messages(), text::Language::English),
                HasSubstr("R&D \"x\" <b>_y_"));
}

TEST(MarkdownExporter, SpeaksKorean)
{
    const std::string text = exported(shop(), {text::Language::Korean, {}, {}});
    EXPECT_THAT(text, HasSubstr("## 네트워크"));
    EXPECT_THAT(text, Not(HasSubstr("Network")));
    EXPECT_THAT(text, Not(HasSubstr("![")));
}

TEST(MarkdownExporter, AllItsTextsExist)
{
    for (const auto& design : {shop(), Document{}})
        for (const auto language : {text::Language::English, text::Language::Korean})
            EXPECT_THAT(exported(design, {language, {}, {}}), Not(HasSubstr("markdown.")));
}

TEST(MarkdownExporter, ListsFindingsWithTheirProof)
{
    lint::Finding finding;
    finding.rule = "some-rule";
    finding.severity = lint::Severity::Error;
    finding.subjects = {"server"};
    finding.witness = {"igw", "rt", "web"};
    finding.message = Message("edit.no-such-block", {{"id", "x|y"}});
    EXPECT_THAT(exported(shop(), {}, {finding}),
                HasSubstr("| error | There is no block \"x\\|y\". | gateway, public routes, web | some-rule |"));
    EXPECT_THAT(exported(shop()), HasSubstr("No rule has anything to say."));
}

TEST(MarkdownExporter, HostileNamesBreakNothing)
{
    const std::string text = exported(shop("x | y\n## Owned\n<script>alert(1)</script> ${HOME} `rm` \u202Eevil"));
    EXPECT_THAT(text, Not(HasSubstr("\n## Owned")));
    EXPECT_THAT(text, Not(HasSubstr("<script>")));
    EXPECT_THAT(text, HasSubstr("x \\| y \\#\\# Owned &lt;script&gt;alert(1)&lt;/script&gt; \\${HOME} \\`rm\\` evil"));
}

TEST(MarkdownExporter, IsDeterministic) { EXPECT_EQ(exported(shop()), exported(shop())); }

}  // namespace
}  // namespace lintel::exporters::markdown
