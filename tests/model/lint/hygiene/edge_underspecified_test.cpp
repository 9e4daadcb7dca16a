#include "tests/support/lint_probe.h"
#include "tests/support/service_design.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;
using support::ids;
using support::row;
using support::rows;
using support::twoZones;

DesignBuilder call(const char* ports)
{
    auto design = twoZones().block(
        "sg", "security-group", "vpc",
        {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "10.0.0.0/16"}})})}});
    design.block("web", "ec2-instance", "public-a")
        .block("api", "ec2-instance", "app-a", {{"security-groups", ids({"sg"})}});
    return design.connect("web", "api", ports);
}

TEST(EdgeUnderspecified, AsksForThePort)
{
    const auto found = findingsOf(call("").build(), "edge-underspecified");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].severity, Severity::Info);
    EXPECT_EQ(found[0].subjects, std::vector<std::string>{"api"});
    EXPECT_EQ(found[0].witness, std::vector<std::string>{"web-api"});
}

TEST(EdgeUnderspecified, AsksOncePerTarget)
{
    EXPECT_EQ(findingsOf(call("").block("other", "ec2-instance", "public-c").connect("other", "api").build(),
                         "edge-underspecified")
                  .size(),
              1u);
}

TEST(EdgeUnderspecified, IsSilentWherePortsAreSaidOrNothingDependsOnThem)
{
    EXPECT_TRUE(findingsOf(call("8080").build(), "edge-underspecified").empty());
    EXPECT_TRUE(findingsOf(call("").set("api", "ports", "8080").build(), "edge-underspecified").empty());
    EXPECT_TRUE(findingsOf(call("").set("api", "security-groups", {}).build(), "edge-underspecified").empty());
    EXPECT_TRUE(findingsOf(call("").set("sg", "inbound", {}).build(), "edge-underspecified").empty())
        << "the group is still to be filled";
    EXPECT_TRUE(findingsOf(call("8080")
                               .block("rds", "rds-instance", "vpc", {{"security-groups", ids({"sg"})}})
                               .connect("api", "rds")
                               .build(),
                           "edge-underspecified")
                    .empty());
}

}  // namespace
}  // namespace lintel
