#include "model/analysis/address_range.h"

#include "model/analysis/address_set.h"

#include <gtest/gtest.h>

namespace lintel::model::analysis {
namespace {

AddressRange ipv6(const char* text) { return parseIpv6Range(text).value(); }

TEST(AddressRange, WritesIpv6AsRfc5952Does)
{
    const std::pair<const char*, const char*> cases[] = {
        {"::/0", "::/0"},
        {"0:0:0:0:0:0:0:0/0", "::/0"},
        {"2001:DB8:0:0100::/56", "2001:db8:0:100::/56"},
        {"2001:db8:0:0:1:0:0:1/128", "2001:db8::1:0:0:1/128"},
        {"2001:0:0:1:0:0:0:1/128", "2001:0:0:1::1/128"},
        {"2001:db8:1:1:1:1:0:1/128", "2001:db8:1:1:1:1:0:1/128"},
        {"1:2:3:4:5:6:7::/112", "1:2:3:4:5:6:7:0/112"},
        {"fe80::1/64", "fe80::1/64"},
    };
    for (const auto& [text, canonical] : cases) EXPECT_EQ(ipv6(text).text(), canonical) << text;
}

TEST(AddressRange, RefusesWhatIsNoIpv6Range)
{
    for (const char* text : {"",
                             "::",
                             "/64",
                             "2001:db8::",
                             "2001:db8::/129",
                             "2001:db8::/-1",
                             "2001:db8::/064",
                             "2001:db8::/",
                             "2001:db8:::/64",
                             "2001::db8::1/64",
                             "1:2:3:4:5:6:7/64",
                             "1:2:3:4:5:6:7:8:9/64",
                             "1:2:3:4:5:6:7:8::/64",
                             "20012:db8::/32",
                             "2001:dg8::/32",
                             ":1:2::/32",
                             "1:2:/32",
                             " ::/0",
                             "::/0 ",
                             "::ffff:10.0.0.0/104",
                             "fe80::1%eth0/64",
                             "10.0.0.0/16"})
        EXPECT_FALSE(parseIpv6Range(text)) << text;
}

TEST(AddressRange, ReadsEitherFamilyAndLoneAddresses)
{
    EXPECT_EQ(parseAddressRange("10.0.0.5/24")->family, Family::Ipv4);
    EXPECT_EQ(parseAddressRange("10.0.0.5/24")->text(), "10.0.0.5/24");
    EXPECT_TRUE(parseAddressRange("10.0.0.5/24")->hasHostBits());
    EXPECT_EQ(parseAddressRange("10.0.0.5")->text(), "10.0.0.5/32");
    EXPECT_EQ(parseAddressRange("2001:db8::7")->text(), "2001:db8::7/128");
    EXPECT_EQ(parseAddressRange("0.0.0.0/0"), everywhere(Family::Ipv4));
    EXPECT_EQ(parseAddressRange("::/0"), everywhere(Family::Ipv6));
    EXPECT_FALSE(parseAddressRange("pl-6ba54002"));
}

TEST(AddressRange, ContainsAtEveryPrefix)
{
    for (int prefix = 0; prefix <= 128; ++prefix) {
        const AddressRange wide(Family::Ipv6, ipv6("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/128").address, prefix);
        EXPECT_TRUE(wide.contains(ipv6("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/128"))) << prefix;
        EXPECT_EQ(wide.last() - wide.first(), prefix == 0 ? ~Address{0} : (Address{1} << (128 - prefix)) - 1);
        EXPECT_EQ(wide.hasHostBits(), prefix < 128);
    }
    EXPECT_FALSE(ipv6("2001:db8::/64").contains(ipv6("2001:db8::/63")));
    EXPECT_FALSE(ipv6("2001:db8::/64").overlaps(ipv6("2001:db8:0:1::/64")));
}

TEST(AddressSet, NeverMixesTheFamilies)
{
    const AddressSet fourth = *parseAddressRange("0.0.0.0/0");
    const AddressSet sixth = *parseAddressRange("::/0");
    EXPECT_TRUE(fourth.intersection(sixth).isEmpty()) << "0.0.0.0/0 does not include IPv6, nor the other way round";
    EXPECT_EQ(fourth.with(sixth).without(fourth), sixth);
    EXPECT_EQ(fourth.with(sixth).without(sixth), fourth);
    EXPECT_TRUE(sixth.without(sixth).isEmpty());
    EXPECT_EQ(fourth.size(), Address{1} << 32);
}

TEST(AddressSet, TellsWhatIsLeftInRanges)
{
    const AddressSet rest = AddressSet(ipv6("2001:db8::/62")).without(ipv6("2001:db8:0:1::/64"));
    std::string text;
    for (const AddressRange& range : rest.ranges()) text += range.text() + " ";
    EXPECT_EQ(text, "2001:db8::/64 2001:db8:0:2::/63 ");
    EXPECT_TRUE(rest.cidrs().empty());
}

TEST(AddressSet, IsWideWhenNoCompanyOwnsThatMuch)
{
    EXPECT_TRUE(AddressSet(ipv6("::/0")).isInternetWide());
    EXPECT_TRUE(AddressSet(ipv6("2000::/3")).isInternetWide());
    EXPECT_FALSE(AddressSet(ipv6("2001:db8::/32")).isInternetWide()) << "a company's";
    EXPECT_FALSE(AddressSet(ipv6("fd00::/8")).isInternetWide()) << "unique local addresses";
}

}  // namespace
}  // namespace lintel::model::analysis
