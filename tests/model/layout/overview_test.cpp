// What a whole drawing looks like from afar: its shape, its flow, the room it leaves empty.

#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "model/layout/routing/route_grid.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/design_builder.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

Geometry drawn(const Document& document) { return geometryOf(document, embedded::catalogue(), kMetrics); }

const Rect& rectOf(const Geometry& geometry, const char* id) { return geometry.find(BlockId(id))->rect; }

/// An order comes in, is paid, and is packed: a queue, a function and a table each.
Document serverless()
{
    support::DesignBuilder design;
    design.block("account", "account").block("seoul", "region", "account");
    std::string before;
    for (const char* step : {"order", "pay", "pack"}) {
        const std::string id = step;
        design.block(id + "-queue", "sqs", "seoul").block(id + "-work", "lambda", "seoul");
        design.block(id + "-table", "dynamodb", "seoul").connect(id + "-queue", id + "-work");
        design.connect(id + "-work", id + "-table", "443");
        if (!before.empty()) design.connect(before + "-work", id + "-queue", "443");
        before = id;
    }
    for (int i = 0; i < 12; ++i) design.block("store-" + std::to_string(i), "s3-bucket", "seoul");
    return design.build();
}

TEST(Overview, ServicesWithoutANetworkStandAlongTheFlow)
{
    const Document document = serverless();
    const Geometry geometry = drawn(document);
    EXPECT_THAT(test::drawingFaults(geometry), IsEmpty());
    EXPECT_THAT(test::routeFaults(geometry, document), IsEmpty());
    const double shape = static_cast<double>(geometry.bounds.width) / geometry.bounds.height;
    EXPECT_GT(shape, 0.5);
    EXPECT_LT(shape, 2.5);
    for (const char* step : {"order", "pay", "pack"})
        EXPECT_LE(rectOf(geometry, (std::string(step) + "-queue").c_str()).bottom(),
                  rectOf(geometry, (std::string(step) + "-work").c_str()).top());
}

TEST(Overview, WhatGoesRoundInACircleIsDrawn)
{
    support::DesignBuilder design;
    design.block("account", "account").block("seoul", "region", "account");
    for (int i = 0; i < 9; ++i) design.block("f" + std::to_string(i), "lambda", "seoul");
    for (int i = 0; i < 9; ++i) design.connect("f" + std::to_string(i), "f" + std::to_string((i + 1) % 9), "443");
    const Document document = design.build();
    EXPECT_THAT(test::drawingFaults(drawn(document)), IsEmpty());
}

TEST(Overview, GatewaysAtTheSideOfANetworkStayClearOfTheNext)
{
    support::DesignBuilder design;
    design.block("account", "account").block("seoul", "region", "account");
    for (const std::string vpc : {"one", "two", "three"}) {
        design.block(vpc, "vpc", "seoul").block(vpc + "-gate", "virtual-private-gateway", vpc);
        design.block(vpc + "-s", "subnet", vpc).block(vpc + "-e", "ec2-instance", vpc + "-s");
    }
    const Document document = design.build();
    const Geometry geometry = drawn(document);
    for (const char* network : {"one", "two", "three"})
        for (const char* other : {"one", "two", "three"})
            EXPECT_TRUE(
                network == other ||
                !geometry.find(BlockId(network + std::string("-gate")))->name.rect.intersects(rectOf(geometry, other)))
                << network << " and " << other;
}

TEST(Overview, SmallAccountsStandOnTopOfEachOtherBesideALargeOne)
{
    support::DesignBuilder design;
    for (const char* account : {"a", "b", "large"}) {
        const int networks = account == std::string("large") ? 4 : 1;
        design.block(account, "account").block(std::string(account) + "-r", "region", account);
        for (int i = 0; i < networks; ++i) {
            const std::string vpc = std::string(account) + "-vpc" + std::to_string(i);
            design.block(vpc, "vpc", std::string(account) + "-r");
            for (const char* zone : {"x", "y"}) {
                design.block(vpc + zone, "availability-zone", vpc).block(vpc + zone + "s", "subnet", vpc + zone);
                design.block(vpc + zone + "e", "ec2-instance", vpc + zone + "s");
            }
        }
    }
    const Geometry geometry = drawn(design.build());
    EXPECT_THAT(test::drawingFaults(geometry), IsEmpty());
    double filled = 0;
    for (const char* account : {"a", "b", "large"})
        filled += static_cast<double>(rectOf(geometry, account).width) * rectOf(geometry, account).height;
    EXPECT_GT(filled / (static_cast<double>(geometry.bounds.width) * geometry.bounds.height), 0.7);
}

/// As large as thousands of blocks make it: lines still find the ways between neighbours.
TEST(Overview, TheRasterOfALargeDrawingIsAsFine)
{
    Geometry geometry;
    geometry.blocks = {{BlockId("all"), {}, {0, 0, 24000, 20000}, {}, {}, {}, true, false, 0},
                       {BlockId("a"), BlockId("all"), {12000, 9000, 112, 96}, {}, {}, {}, false, false, 1}};
    const RouteGrid grid(geometry);
    EXPECT_EQ(grid.step(), 8);
    EXPECT_EQ(grid.containerAt(grid.cellAt(grid.columnOf(5000), grid.rowOf(5000))), 0);
    EXPECT_TRUE(grid.isTaken({12040, 9040}));
}

}  // namespace
}  // namespace lintel::model::layout
