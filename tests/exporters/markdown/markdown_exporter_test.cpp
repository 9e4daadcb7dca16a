#include "exporters/markdown/markdown_exporter.h"

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
    draft.put(block("sg", "security-group", "vpc", "web-sg",
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
    const std::string text = exported(shop(), {text::Language::English, "shop.svg"});
    EXPECT_THAT(text, HasSubstr("# Shop\n\n![Shop](shop.svg)\n"));
    EXPECT_THAT(text, HasSubstr("1 VPC over 1 availability zone with 1 subnet, 1 of them public."));
    EXPECT_THAT(text, HasSubstr("Traffic comes in through: Server."));
    EXPECT_THAT(text, HasSubstr("| web | a | 10.0.1.0/24 | 251 | public | 0.0.0.0/0 → gateway |"));
    EXPECT_THAT(text, HasSubstr("| web-sg | inbound | tcp | 443 | 0.0.0.0/0 |"));
    EXPECT_THAT(text, HasSubstr("| Customers | Server | traffic | https | 443 |"));
}

TEST(MarkdownExporter, SpeaksKorean)
{
    const std::string text = exported(shop(), {text::Language::Korean, {}});
    EXPECT_THAT(text, HasSubstr("## 네트워크"));
    EXPECT_THAT(text, Not(HasSubstr("Network")));
    EXPECT_THAT(text, Not(HasSubstr("![")));
}

TEST(MarkdownExporter, AllItsTextsExist)
{
    for (const auto& design : {shop(), Document{}})
        for (const auto language : {text::Language::English, text::Language::Korean})
            EXPECT_THAT(exported(design, {language, {}}), Not(HasSubstr("markdown.")));
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
                HasSubstr("| error | some-rule | Server | There is no block \"x\\|y\". | gateway → public routes → web |"));
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
