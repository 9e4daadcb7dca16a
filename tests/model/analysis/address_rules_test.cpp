#include "model/analysis/address_rules.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

Cidr cidr(const char* text) { return parseCidr(text).value(); }

TEST(AddressRules, FaultsComeInOrder)
{
    EXPECT_EQ(faultOf(cidr("10.0.0.0/16")), RangeFault::None);
    EXPECT_EQ(faultOf(cidr("10.0.0.1/15")), RangeFault::TooLarge) << "the size before the host bits";
    EXPECT_EQ(faultOf(cidr("10.0.0.0/29")), RangeFault::TooSmall);
    EXPECT_EQ(faultOf(cidr("169.254.7.0/24")), RangeFault::LinkLocal);
    EXPECT_EQ(faultOf(cidr("10.0.1.0/16")), RangeFault::HostBits);
    EXPECT_EQ(faultOf(cidr("172.17.3.0/24")), RangeFault::ServiceRange);
    EXPECT_EQ(faultOf(cidr("172.16.0.0/16")), RangeFault::None);
}

struct Pair {
    const char* primary;
    const char* secondary;
    bool mayJoin;
};

// A row of AWS's table "IPv4 CIDR block association restrictions" each.
constexpr Pair kPairs[] = {
    {"10.2.0.0/16", "10.3.0.0/16", true},       {"10.2.0.0/16", "10.0.0.0/16", true},
    {"10.0.0.0/16", "10.1.0.0/16", true},       {"10.1.0.0/16", "10.0.0.0/16", false},
    {"10.2.0.0/16", "172.16.0.0/16", false},    {"10.2.0.0/16", "192.168.0.0/16", false},
    {"10.2.0.0/16", "198.19.0.0/16", false},    {"10.2.0.0/16", "100.64.0.0/16", true},
    {"10.2.0.0/16", "203.0.113.0/24", true},    {"172.16.0.0/16", "172.18.0.0/16", true},
    {"172.16.0.0/16", "172.31.0.0/16", false},  {"172.16.0.0/16", "10.0.0.0/16", false},
    {"192.168.0.0/24", "192.168.1.0/24", true}, {"192.168.0.0/24", "10.0.0.0/16", false},
    {"198.19.0.0/20", "198.19.16.0/20", true},  {"198.19.0.0/20", "10.0.0.0/16", false},
    {"203.0.113.0/24", "10.0.0.0/16", false},   {"100.64.0.0/16", "10.0.0.0/16", false},
    {"100.64.0.0/16", "100.65.0.0/16", true},   {"203.0.113.0/24", "198.19.0.0/16", false},
};

TEST(AddressRules, KnowsWhatMayStandBesideTheFirstRange)
{
    for (const Pair& pair : kPairs)
        EXPECT_EQ(mayJoin(cidr(pair.primary), cidr(pair.secondary)), pair.mayJoin)
            << pair.primary << " " << pair.secondary;
}

TEST(AddressRules, KeepsFiveAddresses)
{
    const Cidr subnet = cidr("10.0.1.0/24");
    const auto reserved = [&](const char* text) { return isReserved(subnet, parseAddress(text).value()); };
    for (const char* text : {"10.0.1.0", "10.0.1.3", "10.0.1.255"}) EXPECT_TRUE(reserved(text)) << text;
    for (const char* text : {"10.0.1.4", "10.0.1.254", "10.0.2.0"}) EXPECT_FALSE(reserved(text)) << text;
}

TEST(AddressRules, GivesTheNextFreeAddress)
{
    const auto next = [](const char* subnet, std::vector<std::uint32_t> taken) {
        const auto free = nextFreeAddress(cidr(subnet), taken);
        return free ? addressText(*free) : std::string();
    };
    EXPECT_EQ(next("10.0.1.0/28", {}), "10.0.1.4");
    EXPECT_EQ(next("10.0.1.0/28", {*parseAddress("10.0.1.4")}), "10.0.1.5");
    EXPECT_EQ(next("10.0.1.0/30", {}), "");
    EXPECT_EQ(next("255.255.255.255/32", {}), "");
}

}  // namespace
}  // namespace lintel::model::analysis
