#include "model/analysis/cidr.h"

#include <gtest/gtest.h>

#include <random>

namespace lintel::model::analysis {
namespace {

Cidr cidr(const char* text) { return parseCidr(text).value(); }

TEST(Cidr, ReadsWhatItWrites)
{
    for (const char* text : {"0.0.0.0/0", "10.0.0.0/16", "10.0.0.5/24", "255.255.255.255/32"})
        EXPECT_EQ(cidr(text).text(), text);
}

TEST(Cidr, RefusesWhatIsNoRange)
{
    for (const char* text : {"", "10.0.0.0", "10.0.0/16", "10.0.0.0.0/16", "10.0.0.256/16", "10.0.0.0/33", "10.0.0.0/",
                             "/16", "10.0.0.0/-1", "010.0.0.0/16", "10.0.0.0/016", " 10.0.0.0/16", "10.0.0.0/16 ",
                             "::/0", "10.0.0.a/16", "pl-12345678"})
        EXPECT_FALSE(parseCidr(text)) << text;
    EXPECT_FALSE(parseAddress("10.0.0.0/16"));
    EXPECT_EQ(parseAddress("10.0.0.4"), std::uint32_t{10} << 24 | 4);
}

TEST(Cidr, KeepsHostBitsUntilAsked)
{
    EXPECT_TRUE(cidr("10.0.0.5/24").hasHostBits());
    EXPECT_FALSE(cidr("10.0.0.0/24").hasHostBits());
    EXPECT_EQ(cidr("10.0.0.5/24").canonical().text(), "10.0.0.0/24");
}

TEST(Cidr, ContainsAndOverlaps)
{
    EXPECT_TRUE(cidr("0.0.0.0/0").contains(cidr("255.255.255.255/32")));
    EXPECT_TRUE(cidr("10.0.0.0/16").contains(cidr("10.0.255.0/24")));
    EXPECT_TRUE(cidr("10.0.0.0/16").contains(cidr("10.0.0.0/16")));
    EXPECT_FALSE(cidr("10.0.0.0/24").contains(cidr("10.0.0.0/16")));
    EXPECT_TRUE(cidr("10.0.0.0/24").overlaps(cidr("10.0.0.0/16")));
    EXPECT_FALSE(cidr("10.0.0.0/24").overlaps(cidr("10.0.1.0/24")));
}

TEST(Cidr, CountsWhatAwsLeaves)
{
    EXPECT_EQ(cidr("10.0.0.0/24").usable(), 251);
    EXPECT_EQ(cidr("10.0.0.0/28").usable(), 11);
    EXPECT_EQ(cidr("10.0.0.0/32").usable(), 0);
}

TEST(Cidr, FindsTheLowestFreeBlock)
{
    const std::vector<Cidr> space{cidr("10.0.0.0/16")};
    EXPECT_EQ(nextFreeBlock(space, {}, 24)->text(), "10.0.0.0/24");
    EXPECT_EQ(nextFreeBlock(space, {cidr("10.0.0.0/24"), cidr("10.0.2.0/24")}, 24)->text(), "10.0.1.0/24");
    EXPECT_EQ(nextFreeBlock(space, {cidr("10.0.0.16/28")}, 23)->text(), "10.0.2.0/23") << "aligned to its own size";
    EXPECT_EQ(nextFreeBlock({cidr("10.0.0.0/24"), cidr("10.1.0.0/24")}, {cidr("10.0.0.0/24")}, 25)->text(),
              "10.1.0.0/25");
    EXPECT_FALSE(nextFreeBlock(space, {cidr("10.0.0.0/16")}, 28));
    EXPECT_FALSE(nextFreeBlock(space, {}, 15));
    EXPECT_FALSE(nextFreeBlock({cidr("255.255.255.0/24")}, {cidr("255.255.255.0/24")}, 25))
        << "nothing behind the last address";
}

TEST(Cidr, FreeBlocksAreFreeAndInside)
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const Cidr space = Cidr{static_cast<std::uint32_t>(random()), static_cast<int>(16 + random() % 6)}.canonical();
        std::vector<Cidr> taken;
        for (std::size_t i = random() % 12; i > 0; --i)
            taken.push_back(
                {space.first() + static_cast<std::uint32_t>(random() % 4096), static_cast<int>(22 + random() % 7)});
        const auto free = nextFreeBlock(space.prefix ? std::vector<Cidr>{space} : std::vector<Cidr>{}, taken,
                                        static_cast<int>(22 + random() % 7));
        if (!free) continue;
        EXPECT_FALSE(free->hasHostBits());
        EXPECT_TRUE(space.contains(*free));
        for (const Cidr& other : taken) EXPECT_FALSE(free->overlaps(other)) << free->text() << " " << other.text();
    }
}

TEST(Cidr, KnowsWhatTheInternetDoesNotRoute)
{
    for (const char* text :
         {"10.1.0.0/16", "172.31.0.0/16", "192.168.1.0/24", "100.64.0.0/10", "169.254.169.254/32", "127.0.0.1/32"})
        EXPECT_TRUE(isPrivateRange(cidr(text))) << text;
    for (const char* text : {"0.0.0.0/0", "172.32.0.0/16", "203.0.113.10/32", "100.128.0.0/16", "0.0.0.0/1"})
        EXPECT_FALSE(isPrivateRange(cidr(text))) << text;
}

}  // namespace
}  // namespace lintel::model::analysis
