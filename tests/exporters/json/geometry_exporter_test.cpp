#include "exporters/json/geometry_exporter.h"

#include "tests/rendering/sample_scene.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace lintel::exporters::json {
namespace {

TEST(GeometryExporterTest, WritesNodesFramesAndEdgesInAbsoluteCoordinates)
{
    test::SampleScene scene;
    scene.geometry.blocks[2].onBorder = true;
    const auto json = nlohmann::json::parse(exportGeometry(scene.geometry, scene.document));
    ASSERT_EQ(json["nodes"].size(), 4U);
    EXPECT_EQ(json["nodes"][1], (nlohmann::json{{"id", "app"},
                                                {"kind", "ec2-instance"},
                                                {"parent", "net"},
                                                {"x", 300},
                                                {"y", 100},
                                                {"w", 100},
                                                {"h", 80}}));
    EXPECT_EQ(json["nodes"][2]["border"], true);
    EXPECT_EQ(json["nodes"][3]["frame"], true);
    ASSERT_EQ(json["edges"].size(), 1U);
    EXPECT_EQ(json["edges"][0],
              (nlohmann::json{{"id", "link"}, {"from", "users"}, {"to", "app"}, {"points", {{80, 124}, {300, 124}}}}));
}

TEST(GeometryExporterTest, AnEmptyDesignIsEmptyArrays)
{
    const auto json = nlohmann::json::parse(exportGeometry({}, {}));
    EXPECT_TRUE(json["nodes"].is_array() && json["nodes"].empty());
    EXPECT_TRUE(json["edges"].is_array() && json["edges"].empty());
}

}  // namespace
}  // namespace lintel::exporters::json
