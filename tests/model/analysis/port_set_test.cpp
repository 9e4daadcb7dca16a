#include "model/analysis/port_set.h"

#include <gtest/gtest.h>

#include <random>

namespace lintel::model::analysis {
namespace {

TEST(PortSet, ReadsPortsRangesAndEverything)
{
    EXPECT_EQ(PortSet::parse("8080"), PortSet::one(8080));
    EXPECT_EQ(PortSet::parse("443,80, 8000 - 8100").text(), "80,443,8000-8100");
    for (const char* text : {"", "all", "*", "0-65535", "0-100,101-65535"})
        EXPECT_TRUE(PortSet::parse(text).isAll()) << text;
    EXPECT_EQ(PortSet::all().text(), "all");
}

TEST(PortSet, LeavesOutWhatCannotBeRead)
{
    EXPECT_EQ(PortSet::parse("http,443").text(), "443");
    EXPECT_TRUE(PortSet::parse("70000").isEmpty());
    EXPECT_TRUE(PortSet::parse("90-80").isEmpty());
    EXPECT_TRUE(PortSet::parse("-1").isEmpty());
}

TEST(PortSet, JoinsNeighboursAndOverlaps) { EXPECT_EQ(PortSet::parse("1-5,6-9,8-12,20").text(), "1-12,20"); }

TEST(PortSet, CutsHoles)
{
    EXPECT_EQ(PortSet::parse("1-100").without(PortSet::parse("10-20,50")).text(), "1-9,21-49,51-100");
    EXPECT_TRUE(PortSet::one(22).without(PortSet::all()).isEmpty());
    EXPECT_EQ(PortSet::one(22).without({}), PortSet::one(22));
}

/// Against the plain meaning: a set of numbers.
TEST(PortSet, ObeysTheLawsOfSets)
{
    std::mt19937 random(11);
    const auto any = [&] {
        std::vector<PortSet::Interval> intervals;
        for (std::size_t i = random() % 4; i > 0; --i) {
            const int first = static_cast<int>(random() % 60);
            intervals.push_back({first, first + static_cast<int>(random() % 12)});
        }
        return PortSet(intervals);
    };
    for (int round = 0; round < 500; ++round) {
        const PortSet a = any();
        const PortSet b = any();
        bool overlap = false;
        bool subset = true;
        for (int port = 0; port < 80; ++port) {
            EXPECT_EQ(a.with(b).contains(port), a.contains(port) || b.contains(port));
            EXPECT_EQ(a.without(b).contains(port), a.contains(port) && !b.contains(port));
            overlap = overlap || (a.contains(port) && b.contains(port));
            subset = subset && (!b.contains(port) || a.contains(port));
        }
        EXPECT_EQ(a.overlaps(b), overlap) << a.text() << " and " << b.text();
        EXPECT_EQ(a.containsAll(b), subset) << a.text() << " and " << b.text();
        if (!a.isEmpty()) {
            EXPECT_EQ(PortSet::parse(a.text()), a);
        }
    }
}

}  // namespace
}  // namespace lintel::model::analysis
