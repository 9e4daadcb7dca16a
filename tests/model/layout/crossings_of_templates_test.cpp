// How often connections cross in the drawings of the templates. What is written here was reached once and looked at;
// a change of the layout that needs more must be better in another way, and say so.

#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

#include <map>

namespace lintel::model::layout {
namespace {

const test::FixedTextMetrics kMetrics;

bool cross(Point a, Point b, Point c, Point d)
{
    if ((a.y == b.y) == (c.y == d.y)) return false;
    if (a.y != b.y) return cross(c, d, a, b);
    return std::min(a.x, b.x) < c.x && c.x < std::max(a.x, b.x) && std::min(c.y, d.y) < a.y && a.y < std::max(c.y, d.y);
}

int crossings(const Route& first, const Route& second)
{
    int count = 0;
    for (std::size_t i = 1; i < first.points.size(); ++i)
        for (std::size_t k = 1; k < second.points.size(); ++k)
            if (cross(first.points[i - 1], first.points[i], second.points[k - 1], second.points[k])) ++count;
    return count;
}

int crossings(const Geometry& geometry)
{
    int count = 0;
    for (std::size_t i = 0; i < geometry.routes.size(); ++i)
        for (std::size_t k = i + 1; k < geometry.routes.size(); ++k)
            count += crossings(geometry.routes[i], geometry.routes[k]);
    return count;
}

TEST(TemplateCrossings, AreNoMoreThanWereReached)
{
    const std::map<std::string, int> reached{{"dangdang-salon", 16},
                                             {"eks-mobile-backend", 25},
                                             {"one-server", 1},
                                             {"small-service", 5},
                                             {"startup-1-first-server", 0},
                                             {"startup-2-managed-parts", 5},
                                             {"startup-3-private-network", 12},
                                             {"startup-4-zero-downtime", 51},
                                             {"startup-5-scaled-out", 46},
                                             {"startup-6-edge", 51},
                                             {"three-tier", 2}};
    for (const embedded::Template& entry : embedded::templates()) {
        const auto source = io::read(entry.text, entry.name, embedded::catalogue());
        ASSERT_TRUE(source);
        const Geometry geometry =
            geometryOf(test::withoutPlacements(source->document), embedded::catalogue(), kMetrics);
        ASSERT_TRUE(reached.contains(entry.name)) << entry.name;
        EXPECT_LE(crossings(geometry), reached.at(entry.name)) << entry.name;
    }
}

}  // namespace
}  // namespace lintel::model::layout
