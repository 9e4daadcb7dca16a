#pragma once

#include "model/document/document.h"
#include "model/embedded/embedded.h"
#include "model/layout/geometry.h"
#include "rendering/scene/scene_builder.h"

namespace lintel::test {

/// A subnet that holds an instance, a user outside, a line between them and a security group's frame; placed by
/// hand, so that tests know where everything is.
struct SampleScene {
    model::Document document;
    model::layout::Geometry geometry;

    explicit SampleScene(std::string instanceName = "main", std::string label = "https 443")
    {
        using namespace model;
        addBlocks({{BlockId("app"), KindId("ec2-instance"), instanceName, BlockId("net"), {}},
                   {BlockId("net"), KindId("subnet"), "net", BlockId(), {}},
                   {BlockId("sg"), KindId("security-group"), "sg", BlockId(), {}},
                   {BlockId("users"), KindId("users"), "users", BlockId(), {}}});
        const Connection line{ConnectionId("link"), BlockId("users"), BlockId("app"), "", "", "https", "443", {}};
        document.connections = document.connections.with({{line.id, std::make_shared<const Connection>(line)}});

        using namespace model::layout;
        geometry.blocks = {{BlockId("net"),
                            BlockId(),
                            {200, 0, 300, 300},
                            {208, 8, 20, 20},
                            {{"net"}, {234, 9, 60, 18}},
                            {},
                            true,
                            false,
                            0},
                           {BlockId("app"),
                            BlockId("net"),
                            {300, 100, 100, 80},
                            {326, 100, 48, 48},
                            {{instanceName}, {310, 152, 80, 18}},
                            {},
                            false,
                            false,
                            1},
                           {BlockId("users"),
                            BlockId(),
                            {0, 100, 80, 80},
                            {16, 100, 48, 48},
                            {{"users"}, {10, 152, 60, 18}},
                            {},
                            false,
                            false,
                            0}};
        geometry.routes = {{ConnectionId("link"), {{80, 124}, {300, 124}}, {{label}, {100, 115, 80, 18}}}};
        geometry.frames = {{BlockId("sg"), {280, 80, 140, 120}, {{"sg"}, {290, 72, 30, 16}}}};
        geometry.bounds = {0, 0, 500, 300};
    }

    rendering::DisplayList picture(const rendering::Overlays& overlays = {},
                                   const rendering::Theme& theme = rendering::Theme::light()) const
    {
        return rendering::buildScene(geometry, document, model::embedded::catalogue(), theme, {}, overlays);
    }

private:
    void addBlocks(const std::vector<model::Block>& blocks)
    {
        std::vector<model::Table<model::Block>::Edit> edits;
        for (const model::Block& block : blocks)
            edits.push_back({block.id, std::make_shared<const model::Block>(block)});
        document.blocks = document.blocks.with(edits);
    }
};

}  // namespace lintel::test
