// Arithmetic against tables that AWS publishes.

#include "model/analysis/address_rules.h"
#include "model/analysis/cidr.h"
#include "model/analysis/pod_prefixes.h"
#include "model/analysis/published_data.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace lintel::model::analysis {
namespace {

Cidr cidr(const char* text)
{
    const auto range = parseCidr(text);
    EXPECT_TRUE(range) << text;
    return range.value_or(Cidr{});
}

TEST(AddressTables, EveryPrefixLength)
{
    // Prefix length, netmask, last address of the range that 10.170.85.219 lies in.
    struct Row {
        int prefix;
        const char* mask;
        const char* first;
        const char* last;
    };
    const Row rows[] = {{0, "0.0.0.0", "0.0.0.0", "255.255.255.255"},
                        {1, "128.0.0.0", "0.0.0.0", "127.255.255.255"},
                        {2, "192.0.0.0", "0.0.0.0", "63.255.255.255"},
                        {3, "224.0.0.0", "0.0.0.0", "31.255.255.255"},
                        {4, "240.0.0.0", "0.0.0.0", "15.255.255.255"},
                        {5, "248.0.0.0", "8.0.0.0", "15.255.255.255"},
                        {6, "252.0.0.0", "8.0.0.0", "11.255.255.255"},
                        {7, "254.0.0.0", "10.0.0.0", "11.255.255.255"},
                        {8, "255.0.0.0", "10.0.0.0", "10.255.255.255"},
                        {9, "255.128.0.0", "10.128.0.0", "10.255.255.255"},
                        {10, "255.192.0.0", "10.128.0.0", "10.191.255.255"},
                        {11, "255.224.0.0", "10.160.0.0", "10.191.255.255"},
                        {12, "255.240.0.0", "10.160.0.0", "10.175.255.255"},
                        {13, "255.248.0.0", "10.168.0.0", "10.175.255.255"},
                        {14, "255.252.0.0", "10.168.0.0", "10.171.255.255"},
                        {15, "255.254.0.0", "10.170.0.0", "10.171.255.255"},
                        {16, "255.255.0.0", "10.170.0.0", "10.170.255.255"},
                        {17, "255.255.128.0", "10.170.0.0", "10.170.127.255"},
                        {18, "255.255.192.0", "10.170.64.0", "10.170.127.255"},
                        {19, "255.255.224.0", "10.170.64.0", "10.170.95.255"},
                        {20, "255.255.240.0", "10.170.80.0", "10.170.95.255"},
                        {21, "255.255.248.0", "10.170.80.0", "10.170.87.255"},
                        {22, "255.255.252.0", "10.170.84.0", "10.170.87.255"},
                        {23, "255.255.254.0", "10.170.84.0", "10.170.85.255"},
                        {24, "255.255.255.0", "10.170.85.0", "10.170.85.255"},
                        {25, "255.255.255.128", "10.170.85.128", "10.170.85.255"},
                        {26, "255.255.255.192", "10.170.85.192", "10.170.85.255"},
                        {27, "255.255.255.224", "10.170.85.192", "10.170.85.223"},
                        {28, "255.255.255.240", "10.170.85.208", "10.170.85.223"},
                        {29, "255.255.255.248", "10.170.85.216", "10.170.85.223"},
                        {30, "255.255.255.252", "10.170.85.216", "10.170.85.219"},
                        {31, "255.255.255.254", "10.170.85.218", "10.170.85.219"},
                        {32, "255.255.255.255", "10.170.85.219", "10.170.85.219"}};
    int expected = 0;
    for (const Row& row : rows) {
        EXPECT_EQ(row.prefix, expected++);
        const Cidr range = cidr(("10.170.85.219/" + std::to_string(row.prefix)).c_str());
        EXPECT_EQ(addressText(range.mask()), row.mask);
        EXPECT_EQ(addressText(range.first()), row.first);
        EXPECT_EQ(addressText(range.last()), row.last);
        EXPECT_EQ(parseCidr(range.text()), range);
    }
    EXPECT_EQ(expected, 33);
}

TEST(AddressTables, UsableAddressesOfASubnet)
{
    // VPC user guide, "Subnet CIDR blocks": the size less five.
    const std::map<int, std::int64_t> usable{{16, 65531}, {17, 32763}, {18, 16379}, {19, 8187}, {20, 4091},
                                             {21, 2043},  {22, 1019},  {23, 507},   {24, 251},  {25, 123},
                                             {26, 59},    {27, 27},    {28, 11}};
    for (int prefix = 0; prefix <= 32; ++prefix) {
        const Cidr range{0x0A000000, prefix};
        const bool isAllowed = faultOf(range.canonical()) == RangeFault::None;
        EXPECT_EQ(isAllowed, usable.contains(prefix)) << prefix;
        if (!isAllowed) continue;
        EXPECT_EQ(range.usable(), usable.at(prefix));
    }
}

TEST(AddressTables, ReservedAddresses)
{
    // The guide's example: of 10.0.0.0/24 these five are not for instances.
    const Cidr subnet = cidr("10.0.0.0/24");
    const std::map<int, bool> reserved{{0, true},  {1, true},    {2, true},  {3, true},
                                       {4, false}, {254, false}, {255, true}};
    for (const auto& [last, isKept] : reserved)
        EXPECT_EQ(isReserved(subnet, subnet.first() + static_cast<std::uint32_t>(last)), isKept) << last;
    for (int prefix = 16; prefix <= 28; ++prefix) {
        const Cidr range{0x0A010000, prefix};
        std::int64_t kept = 0;
        for (std::uint64_t at = range.first(); at <= range.last(); ++at)
            kept += isReserved(range, static_cast<std::uint32_t>(at));
        EXPECT_EQ(kept, 5) << prefix;
        EXPECT_EQ(range.usable() + kept, std::int64_t{1} << (32 - prefix));
    }
}

TEST(AddressTables, LimitsOfAws)
{
    EXPECT_EQ(faultOf(cidr("10.0.0.0/15")), RangeFault::TooLarge);
    EXPECT_EQ(faultOf(cidr("10.0.0.0/16")), RangeFault::None);
    EXPECT_EQ(faultOf(cidr("10.0.0.0/28")), RangeFault::None);
    EXPECT_EQ(faultOf(cidr("10.0.0.0/29")), RangeFault::TooSmall);
    EXPECT_EQ(faultOf(cidr("169.254.0.0/20")), RangeFault::LinkLocal);
    EXPECT_EQ(faultOf(cidr("10.0.0.4/24")), RangeFault::HostBits);
}

TEST(PodLimits, ThePublishedNumbers)
{
    const std::map<std::string, int> published{
        {"t3.nano", 4},       {"t3.micro", 4},   {"t3.small", 11},   {"t3.medium", 17},   {"t3.large", 35},
        {"t3.xlarge", 58},    {"m5.large", 29},  {"m5.xlarge", 58},  {"m5.4xlarge", 234}, {"c5.large", 29},
        {"m5.16xlarge", 737}, {"m6g.medium", 8}, {"t4g.medium", 17}, {"r6g.large", 29},   {"m7i.large", 29}};
    for (const auto& [type, pods] : published) {
        const PodLimit* limit = podLimitOf(type);
        ASSERT_TRUE(limit) << type;
        EXPECT_EQ(limit->pods, pods) << type;
    }
    EXPECT_EQ(podLimitOf("m5.large")->podsWithCustomNetworking(), 20) << "the guide's formula, not its prose";
    EXPECT_EQ(podLimitOf("m99.large"), nullptr);
    EXPECT_EQ(podLimitOf(""), nullptr);
}

TEST(PodLimits, EveryLineOfTheTableFollowsTheFormulaItWasMadeWith)
{
    const auto lines = dataLines(podLimitsFile());
    ASSERT_GT(lines.size(), 1000u);
    for (const auto& line : lines) {
        ASSERT_EQ(line.size(), 4u) << line[0];
        const PodLimit* limit = podLimitOf(line[0]);
        ASSERT_TRUE(limit) << line[0];
        EXPECT_GE(limit->interfaces, 1) << line[0];
        EXPECT_EQ(limit->pods, limit->interfaces * (limit->addresses - 1) + 2) << line[0];
    }
    EXPECT_EQ(podLimitsDate().size(), std::string("2026-08-11").size());
    EXPECT_TRUE(podLimitsSource().starts_with("https://github.com/aws/amazon-vpc-cni-k8s/"));
}

TEST(PodLimits, WarmInterfacesTakeAddressesThatNoPodUses)
{
    const PodLimit& large = *podLimitOf("c5.large");
    // EKS best practices: three c5.large with two CoreDNS pods take 50 addresses.
    EXPECT_EQ(2 * large.addressesFor(1) + large.addressesFor(0), 50);
    EXPECT_EQ(large.addressesFor(9), 20);
    EXPECT_EQ(large.addressesFor(10), 30);
    EXPECT_EQ(large.addressesFor(27), 30) << "never more interfaces than the type has";
}

TEST(PodPrefixes, AmazonsCalculatorStopsAt110And250)
{
    // With --cni-prefix-delegation-enabled: what the formula gives, and never more than 110 below 32 vCPUs or 250
    // above.
    const std::map<std::string, int> published{
        {"t3.nano", 34},     {"t3.micro", 34},    {"t3.small", 110},    {"t3.medium", 110}, {"m5.large", 110},
        {"m5.4xlarge", 110}, {"m5.8xlarge", 250}, {"m5.24xlarge", 250}, {"c5.metal", 250},  {"a1.metal", 110}};
    for (const auto& [type, pods] : published) {
        const PodLimit* limit = podLimitWithPrefixes(type);
        ASSERT_TRUE(limit) << type;
        EXPECT_EQ(limit->pods, pods) << type;
    }
    EXPECT_EQ(podLimitWithPrefixes("t2.medium")->pods, podLimitOf("t2.medium")->pods) << "no prefixes before Nitro";
    EXPECT_EQ(podLimitWithPrefixes("i3.large")->pods, podLimitOf("i3.large")->pods);
    EXPECT_EQ(podLimitWithPrefixes("m99.large"), nullptr);
}

TEST(PodPrefixes, NodesTakeWholePrefixesAndOneToSpare)
{
    EXPECT_EQ(addressesWithPrefixes("m5.large", 0), 1 + 16);
    EXPECT_EQ(addressesWithPrefixes("m5.large", 16), 1 + 2 * 16);
    EXPECT_EQ(addressesWithPrefixes("m5.large", 17), 1 + 3 * 16);
    EXPECT_EQ(addressesWithPrefixes("m5.large", 16 * 9), 2 + 10 * 16) << "the tenth prefix wants a second interface";
    EXPECT_EQ(addressesWithPrefixes("t3.nano", 32), 2 + 2 * 16) << "never more than there are places";
    EXPECT_EQ(addressesWithPrefixes("t2.medium", 5), podLimitOf("t2.medium")->addressesFor(5));
    EXPECT_EQ(addressesWithPrefixes("m99.large", 5), 0);
}

}  // namespace
}  // namespace lintel::model::analysis
