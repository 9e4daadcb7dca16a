#include "tests/support/lint_probe.h"
#include "tests/support/web_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::findingsOf;
using support::row;
using support::rows;
using support::webDesign;

constexpr const char* kRule = "single-point-of-failure";

/// A proxy in place of the load balancer.
support::DesignBuilder behindProxy()
{
    auto design = webDesign();
    design.remove("alb").remove("users-alb").remove("tg");
    design.block("edge", "ec2-instance", "public-a", {{"role", "proxy"}, {"public-ip", true}})
        .connect("users", "edge", "443");
    return design.connect("edge", "app-a", "8080").connect("edge", "app-c", "8080");
}

TEST(SinglePointOfFailure, SaysWhatTheLossCutsOff)
{
    const auto found = findingsOf(behindProxy().build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Error);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"edge"});
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"edge", "app-a", "app-c"}));
    EXPECT_TRUE(found[0].fixes.empty()) << "a second server changes the software as well";
}

TEST(SinglePointOfFailure, TheProfileDecidesHowBadThatIs)
{
    EXPECT_EQ(findingsOf(behindProxy().profile("small").build(), kRule).at(0).severity, Severity::Warning);
    EXPECT_EQ(findingsOf(behindProxy().profile("learning").build(), kRule).at(0).severity, Severity::Info);
}

TEST(SinglePointOfFailure, IsSilentForSeveralCopies)
{
    EXPECT_TRUE(findingsOf(behindProxy().set("edge", "replicas", 2).build(), kRule).empty());
    auto scaled = behindProxy();
    scaled.block("asg", "auto-scaling-group", "vpc").set("edge", "auto-scaling-group", "asg");
    EXPECT_TRUE(findingsOf(scaled.build(), kRule).empty());
    EXPECT_TRUE(findingsOf(webDesign().build(), kRule).empty()) << "a load balancer is redundant by itself";
}

TEST(SinglePointOfFailure, TheOnlyServerIsTheService)
{
    auto design = support::DesignBuilder();
    design.block("users", "users")
        .block("vpc", "vpc")
        .block("subnet", "subnet", "vpc")
        .block("api", "ec2-instance", "subnet");
    const auto found = findingsOf(design.connect("users", "api", "80").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].message.id, "rule.single-point-of-failure.alone");
    EXPECT_TRUE(
        findingsOf(design.block("two", "ec2-instance", "subnet").connect("users", "two", "80").build(), kRule).empty());
}

TEST(SinglePointOfFailure, AServerBesideOthersIsNotTheService)
{
    auto design = webDesign().block("status", "ec2-instance", "public-a", {{"ports", "443"}});
    EXPECT_TRUE(findingsOf(design.connect("users", "status", "443").build(), kRule).empty());
}

TEST(SinglePointOfFailure, ABucketBehindOneServerIsNoEntrance)
{
    auto design = webDesign();
    design.block("admin", "ec2-instance", "private-a", {{"role", "application"}}).connect("alb", "admin", "8081");
    EXPECT_TRUE(findingsOf(design.block("file", "s3-bucket").connect("admin", "file", "443").build(), kRule).empty());
}

TEST(SinglePointOfFailure, LeavesDatabasesToTheirOwnRules)
{
    auto design = webDesign();
    design.block("mongo", "ec2-instance", "private-a", {{"role", "database"}})
        .connect("app-a", "mongo", "27017")
        .connect("app-c", "mongo", "27017");
    design.block("report", "ec2-instance", "private-a").connect("mongo", "report", "80");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty());
}

TEST(SinglePointOfFailure, FindsTheOnlyNatInstanceButNotOneForEachZone)
{
    auto design = webDesign();
    design.block("nat", "ec2-instance", "public-a",
                 {{"role", "nat"}, {"public-ip", true}, {"source-destination-check", false}});
    design.set("rt-private", "routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat"}})}));
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    EXPECT_EQ(found[0].witness, (std::vector<std::string>{"private-a", "private-c", "nat"}));

    design.block("nat-c", "ec2-instance", "public-c", {{"role", "nat"}, {"public-ip", true}});
    design.block("rt-c", "route-table", "vpc",
                 {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "nat-c"}})})}});
    EXPECT_TRUE(findingsOf(design.set("private-c", "route-table", "rt-c").build(), kRule).empty());
}

TEST(SinglePointOfFailure, WhoWatchesAloneIsOnlyInformation)
{
    auto design = webDesign().block("grafana", "ec2-instance", "private-a", {{"role", "monitoring"}});
    const auto found = findingsOf(design.build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].message.id, "rule.single-point-of-failure.monitoring");
    EXPECT_TRUE(findingsOf(support::DesignBuilder(design.build()).profile("small").build(), kRule).empty());
    EXPECT_TRUE(findingsOf(design.block("second", "ec2-instance", "private-c", {{"role", "monitoring"}}).build(), kRule)
                    .empty());
}

TEST(SinglePointOfFailure, FindsTheOnlyBastion)
{
    auto design = webDesign();
    design.block("bastion", "ec2-instance", "public-a", {{"role", "bastion"}})
        .connect("bastion", "app-a", "22", "manage");
    const auto found = findingsOf(design.profile("small").build(), kRule);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Warning);
    design.block("vpn", "client-vpn", "vpc").connect("vpn", "app-a", "22", "manage");
    EXPECT_TRUE(findingsOf(design.build(), kRule).empty()) << "the VPN leads there as well";
}

}  // namespace
}  // namespace lintel
