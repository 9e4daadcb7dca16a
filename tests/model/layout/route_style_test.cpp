#include "model/layout/route_style.h"

#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "model/layout/segment.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

const test::FixedTextMetrics kMetrics;

/// A client at the left above, a database at the right below, and a server between the two.
support::DesignBuilder staggered()
{
    return support::DesignBuilder()
        .block("client", "ec2-instance")
        .block("server", "ec2-instance")
        .block("store", "rds-instance");
}

Document placed(const Document& document, std::initializer_list<std::pair<const char*, Rect>> places)
{
    edit::Transaction transaction(document);
    for (const auto& [id, rect] : places) transaction.put(Placement{placementId(BlockId(id)), rect, {}, false});
    return transaction.document();
}

Document placedApart(const Document& document)
{
    return placed(document,
                  {{"client", {0, 0, 112, 96}}, {"server", {240, 160, 112, 96}}, {"store", {480, 320, 112, 96}}});
}

Document withStyle(const Document& document, const char* style)
{
    edit::Transaction transaction(document);
    Settings settings = document.settings();
    settings.properties.insert_or_assign(std::string(kRouteStyleKey), Value(style));
    transaction.put(settings);
    return transaction.document();
}

Document withCorners(const Document& document, const char* id, std::vector<Point> corners)
{
    edit::Transaction transaction(document);
    transaction.put(Placement{placementId(ConnectionId(id)), {}, std::move(corners), false});
    return transaction.document();
}

Geometry drawn(const Document& document) { return geometryOf(document, embedded::catalogue(), kMetrics); }

bool isOrthogonal(const std::vector<Point>& points)
{
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i - 1].x != points[i].x && points[i - 1].y != points[i].y) return false;
    return true;
}

TEST(RouteStyle, TheConnectionSaysMoreThanTheDesign)
{
    const Document document = staggered()
                                  .connect("client", "store")
                                  .connect("client", "server", {}, {}, {{"line-style", Value("curved")}})
                                  .build();
    const auto style = [](const Document& design, const char* id) {
        return routeStyleOf(design, *design.connections.find(ConnectionId(id)));
    };
    EXPECT_EQ(style(document, "client-store"), RouteStyle::Orthogonal);
    const Document straight = withStyle(document, "straight");
    EXPECT_EQ(style(straight, "client-store"), RouteStyle::Straight);
    EXPECT_EQ(style(straight, "client-server"), RouteStyle::Curved);
    EXPECT_EQ(style(withStyle(document, "zigzag"), "client-store"), RouteStyle::Orthogonal);
}

TEST(RouteStyle, AStraightLineHasTwoPointsAndEndsAtInk)
{
    const Document document = withStyle(placedApart(staggered().connect("client", "store").build()), "straight");
    const Geometry geometry = drawn(document);
    const Route& route = geometry.routes.front();
    ASSERT_EQ(route.points.size(), 2U);
    for (const auto& [id, end] : {std::pair("client", route.points.front()), std::pair("store", route.points.back())}) {
        const BlockGeometry& block = *geometry.find(BlockId(id));
        const Rect reach{end.x - 4, end.y - 4, 9, 9};
        EXPECT_TRUE(reach.intersects(block.icon) || reach.intersects(block.name.rect)) << id;
        EXPECT_FALSE(block.icon.contains(end) || block.name.rect.contains(end)) << id;
    }
}

TEST(RouteStyle, StraightLinesOfTheSameTwoRunSideBySide)
{
    const Document document =
        withStyle(placedApart(staggered().connect("client", "store").connect("store", "client").build()), "straight");
    const Geometry geometry = drawn(document);
    ASSERT_EQ(geometry.routes.size(), 2U);
    const auto& there = geometry.routes[0].points;
    const auto& back = geometry.routes[1].points;
    EXPECT_FALSE(cross(there.front(), there.back(), back.front(), back.back()));
    EXPECT_GT(std::abs(there.front().x - back.back().x) + std::abs(there.front().y - back.back().y), 7);
}

TEST(RouteStyle, ACurveEndsWhereItsCornersDoAndStaysClearOfBlocks)
{
    const Document document = placedApart(staggered().connect("client", "store").connect("client", "server").build());
    const Geometry corners = drawn(document);
    const Geometry curves = drawn(withStyle(document, "curved"));
    for (std::size_t i = 0; i < curves.routes.size(); ++i) {
        const Route& route = curves.routes[i];
        EXPECT_EQ(route.points, corners.routes[i].points);
        ASSERT_EQ(route.curve.size() % 3, 1U);
        EXPECT_EQ(route.curve.front(), route.points.front());
        EXPECT_EQ(route.curve.back(), route.points.back());
        const std::vector<Point> line = route.polyline();
        const Connection& connection = *document.connections.find(route.id);
        for (const BlockGeometry& block : curves.blocks)
            for (std::size_t at = 1; at < line.size(); ++at)
                EXPECT_TRUE(block.id == connection.from || block.id == connection.to ||
                            !passes(line[at - 1], line[at], block.rect));
    }
}

TEST(RouteStyle, LabelsOfStraightAndCurvedLinesAreClear)
{
    for (const char* style : {"straight", "curved"}) {
        const Document document = withStyle(
            placedApart(staggered().connect("client", "store", "3306").connect("client", "server", "8080").build()),
            style);
        const Geometry geometry = drawn(document);
        for (const Route& route : geometry.routes) {
            ASSERT_FALSE(route.label.lines.empty()) << style;
            for (const Route& other : geometry.routes) {
                const std::vector<Point> line = other.polyline();
                for (std::size_t at = 1; at < line.size(); ++at)
                    EXPECT_FALSE(passes(line[at - 1], line[at], route.label.rect)) << style;
            }
            for (const BlockGeometry& block : geometry.blocks)
                EXPECT_FALSE(block.rect.intersects(route.label.rect)) << style;
        }
    }
}

TEST(Waypoints, AreKeptInEveryStyle)
{
    const std::vector<Point> corners{{300, 48}, {300, 120}, {536, 120}};
    const Document document =
        withCorners(placedApart(staggered().connect("client", "store").build()), "client-store", corners);
    for (const char* style : {"orthogonal", "straight", "curved"}) {
        const Geometry geometry = drawn(withStyle(document, style));
        const Route& route = geometry.routes.front();
        EXPECT_TRUE(route.isByHand);
        EXPECT_THAT(route.points, testing::IsSupersetOf(corners)) << style;
        EXPECT_TRUE(route.style == RouteStyle::Straight || isOrthogonal(route.points)) << style;
    }
}

TEST(Waypoints, LeadIntoASideNotAlongIt)
{
    const Document document = withCorners(placedApart(staggered().connect("client", "store").build()), "client-store",
                                          {{200, 48}, {200, 300}});
    const Geometry geometry = drawn(document);
    const auto& points = geometry.routes.front().points;
    const Point last = points.back();
    const Point before = points[points.size() - 2];
    EXPECT_EQ(last.y, before.y);
    EXPECT_LT(last.x, geometry.find(BlockId("store"))->icon.left());
    EXPECT_TRUE(isOrthogonal(points));
}

TEST(Waypoints, GoneTheyLeaveNoTraceInTheNextDrawing)
{
    const Document plain = placedApart(staggered().connect("client", "store").build());
    const Geometry before = drawn(withCorners(plain, "client-store", {{300, 48}, {300, 700}, {536, 700}}));
    EXPECT_EQ(geometryOf(plain, embedded::catalogue(), kMetrics, before), drawn(plain));
}

}  // namespace
}  // namespace lintel::model::layout
