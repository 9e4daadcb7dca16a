// Whatever people call things, the code stays code and says the same.
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/accounting.h"
#include "tests/exporters/terraform/formatting.h"
#include "tests/support/design_builder.h"
#include "tests/support/random_document.h"

#include <gmock/gmock.h>

#include <regex>

namespace lintel::exporters::terraform {
namespace {

using support::ids;
using support::row;
using support::rows;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::vector<std::string>& hostileNames()
{
    static const std::vector<std::string> kNames{"a\"b",
                                                 "\"}\nresource \"aws_iam_user\" \"evil\" {}\n#",
                                                 "${file(\"/etc/passwd\")}",
                                                 "%{ for x in y }",
                                                 "$${x}",
                                                 "$$${x}",
                                                 "%%%{x}",
                                                 "back\\",
                                                 "back\\\"",
                                                 "EOF\n<<EOT\nEOT",
                                                 "`touch /tmp/x`",
                                                 "$(touch /tmp/x)",
                                                 "a\rb\tc",
                                                 std::string("nul\0byte", 8),
                                                 "<script>alert(1)</script>",
                                                 "| a | b |",
                                                 "](javascript:x)",
                                                 "*/ # // /*",
                                                 "\u202Egnp.exe",
                                                 "\u05d0\u05d1\u05d2",
                                                 "메인 서버",
                                                 "데이터베이스 (쓰기)",
                                                 "🔥",
                                                 "",
                                                 " ",
                                                 "-",
                                                 "1st",
                                                 "for",
                                                 "null",
                                                 "true",
                                                 "each",
                                                 "self",
                                                 "count",
                                                 "aws_vpc.main.id",
                                                 "\xff\xfe\xc3",
                                                 "../../etc/passwd",
                                                 std::string(10000, 'n'),
                                                 std::string(3000, '"'),
                                                 "\u2028line",
                                                 "internal-",
                                                 "sg-x",
                                                 "a'b",
                                                 "a;b&&c"};
    return kNames;
}

/// One of each sort of place a name goes to: tags, descriptions, comments, files, outputs, tables.
model::Document designNamed(const std::string& name)
{
    model::edit::Transaction draw{
        support::DesignBuilder()
            .block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}, {"flow-logs", true}})
            .block("igw", "internet-gateway", "vpc")
            .block("rt", "route-table", "vpc",
                   {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "igw"}}),
                                     row({{"destination", name}, {"target", "igw"}})})}})
            .block("az", "availability-zone", "vpc", {{"zone", name}})
            .block("az-c", "availability-zone", "vpc", {{"zone", "c"}})
            .block("a", "subnet", "az", {{"cidr", "10.0.0.0/24"}, {"route-table", "rt"}})
            .block("c", "subnet", "az-c", {{"cidr", "10.0.1.0/24"}})
            .block("sg", "security-group", "vpc",
                   {{"description", name},
                    {"inbound",
                     rows({row({{"protocol", name}, {"ports", name}, {"source", "10.0.0.0/16"}, {"description", name}}),
                           row({{"protocol", "tcp"}, {"ports", "80"}, {"source", name}})})}})
            .block("server", "ec2-instance", "a",
                   {{"type", name}, {"ami", name}, {"private-ip", name}, {"security-groups", ids({"sg"})}})
            .block("app", "spring", "server", {{"ports", name}})
            .block("db", "rds-instance", "a",
                   {{"engine", name},
                    {"engine-version", name},
                    {"type", name},
                    {"subnets", ids({"a", "c"})},
                    {"security-groups", ids({"sg"})}})
            .block("cache", "elasticache", "a", {{"engine", name}, {"type", name}, {"subnets", ids({"a", "c"})}})
            .block("bucket", "s3-bucket", "", {{"public-access", name}, {"purpose", name}})
            .block("zone", "route53-zone", "", {{"domain", "good.example"}})
            .block("record", "route53-record", "zone", {{"record", "x.good.example"}, {"type", "TXT"}, {"value", name}})
            .block("cert", "acm-certificate", "",
                   {{"domains", model::Value::List{model::Value(name), model::Value("x.good.example")}}})
            .block("tg", "target-group", "vpc", {{"health-check", name}, {"protocol", name}, {"target-type", name}})
            .block("alb", "alb", "vpc",
                   {{"subnets", ids({"a", "c"})},
                    {"listeners",
                     rows({row({{"protocol", "HTTPS"}, {"host", name}, {"certificate", "cert"}, {"target", "tg"}}),
                           row({{"protocol", name}, {"port", 81}, {"action", name}, {"target", "tg"}})})}})
            .block("role", "iam-role", "", {{"policies", model::Value::List{model::Value(name)}}})
            .block("waf", "waf-web-acl", "", {{"scope", name}, {"allow-list", model::Value::List{model::Value(name)}}})
            .block("outside", "generic-external", "", {{"service", name}})
            .connect("server", "db", name)
            .build()};
    for (const model::Block& block : model::Document(draw.document()).blocks) {
        model::Block named = block;
        named.name = name;
        draw.put(std::move(named));
    }
    model::Settings settings;
    settings.title = name;
    settings.region = name;
    settings.environment = name;
    draw.put(settings);
    return draw.document();
}

/// Every line of the code that opens a block at the outermost level.
std::vector<std::string> headsOf(const std::string& code)
{
    static const std::regex kHead("\n([^ #}\n][^\n]*)");
    std::vector<std::string> heads;
    for (std::sregex_iterator it(code.begin(), code.end(), kHead), end; it != end; ++it) heads.push_back((*it)[1]);
    return heads;
}

class HostileName : public testing::TestWithParam<std::size_t> {
protected:
    const std::string& name() const { return hostileNames()[GetParam()]; }
};

TEST_P(HostileName, LeavesTheCodeWellFormed)
{
    const auto files = test::exported(designNamed(name()));
    const std::string code = test::codeOf(files);
    for (const auto& [path, bytes] : files) {
        if (path.ends_with(".tf")) {
            EXPECT_THAT(test::formattingProblems(bytes), IsEmpty()) << path;
        }
    }
    EXPECT_THAT(test::undeclaredNames(code), IsEmpty());
    EXPECT_THAT(test::declaredTwice(code), IsEmpty());
}

TEST_P(HostileName, AddsNoBlockOfItsOwn)
{
    const std::string code =
        std::regex_replace(test::codeOf(test::exported(designNamed(name()))), std::regex("(^|\n) *#[^\n]*"), "");
    EXPECT_THAT(headsOf(code), Each(testing::ContainsRegex("^(resource|data|variable|output|provider|terraform|locals|"
                                                           "moved)( \"[A-Za-z][A-Za-z0-9_]*\")* \\{(\\})?$")));
    EXPECT_THAT(code, Not(HasSubstr("\"evil\"")));
    EXPECT_FALSE(std::regex_search(code, std::regex("[^$]\\$\\{file\\(\"/etc")));
}

TEST_P(HostileName, StaysInsideTheFolder)
{
    for (const auto& [path, bytes] : test::exported(designNamed(name()))) {
        EXPECT_TRUE(std::regex_match(path, std::regex("[A-Za-z0-9_.-]+(/[A-Za-z0-9_]+\\.sh)?"))) << path;
    }
}

TEST_P(HostileName, IsOnlyACommentInScripts)
{
    for (const auto& [path, bytes] : test::exported(designNamed(name()))) {
        if (!path.ends_with(".sh")) continue;
        EXPECT_FALSE(std::regex_search(bytes, std::regex("\n[^#\n][^\n]*touch"))) << bytes;
        EXPECT_EQ(bytes.find('\r'), std::string::npos);
    }
}

TEST_P(HostileName, IsNoMarkupInDocuments)
{
    const auto files = test::exported(designNamed(name()));
    EXPECT_THAT(files.at("NOT-EXPORTED.md"), Not(HasSubstr("<script")));
    EXPECT_THAT(files.at("README.md"), Not(HasSubstr("<script")));
    EXPECT_THAT(test::unaccountedBlocks(designNamed(name()), files), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, HostileName, testing::Range<std::size_t>(0, hostileNames().size()));

TEST(Names, ThatCollideStayApart)
{
    support::DesignBuilder draw;
    draw.block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("web-1", "security-group", "vpc")
        .block("web-2", "security-group", "vpc")
        .block("web", "security-group", "vpc");
    model::edit::Transaction named(draw.build());
    for (const char* id : {"web-1", "web-2"})
        named.put(model::Block{model::BlockId(id), model::KindId("security-group"), "Web!", model::BlockId("vpc"), {}});
    const std::string code = test::codeOf(test::exported(named.document()));
    EXPECT_THAT(test::declaredTwice(code), IsEmpty());
    // Both take their ids, so that a third of the name would rename neither.
    for (const char* address : {"aws_security_group.web_1", "aws_security_group.web_2", "aws_security_group.web"})
        EXPECT_THAT(test::blockOf(test::exported(named.document()), address), Not(IsEmpty())) << address;
}

TEST(Names, InHangulBecomeReadableIdentifiersAndStayInTags)
{
    model::edit::Transaction draw(
        support::DesignBuilder().block("main-vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).build());
    draw.put(
        model::Block{model::BlockId("main-vpc"), model::KindId("vpc"), "운영 네트워크", {}, {{"cidr", "10.0.0.0/16"}}});
    const std::string vpc = test::blockOf(test::exported(draw.document()), "aws_vpc.main_vpc");
    EXPECT_THAT(vpc, HasSubstr("\"운영 네트워크\""));
}

TEST(RandomDesigns, AreWellFormedAndAccountedFor)
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const model::Document design = lintel::test::randomDocument(seed, 60, model::embedded::catalogue());
        const auto files = test::exported(design);
        const std::string code = test::codeOf(files);
        ASSERT_THAT(test::formattingProblems(code), IsEmpty()) << "seed " << seed;
        ASSERT_THAT(test::undeclaredNames(code), IsEmpty()) << "seed " << seed;
        ASSERT_THAT(test::declaredTwice(code), IsEmpty()) << "seed " << seed;
        ASSERT_THAT(test::unaccountedBlocks(design, files), IsEmpty()) << "seed " << seed;
    }
}

}  // namespace
}  // namespace lintel::exporters::terraform
