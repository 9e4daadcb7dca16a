#include "app/canvas/layers.h"

namespace lintel::app::canvas {

using namespace model;

namespace {

bool isNetwork(const catalogue::Kind& kind) { return kind.category == "network" || kind.category == "edge"; }

bool isSecurity(const Block& block, const catalogue::Kind& kind)
{
    // Whatever a group of rules protects belongs to the question who may talk to whom.
    return kind.category == "security" || kind.id.text() == "security-group" || kind.id.text() == "network-acl" ||
           kind.id.text() == "waf-web-acl" || !block.property("security-groups").isNull();
}

bool isLookedAt(const Layers& layers, const Block& block, const catalogue::Kind& kind)
{
    if (kind.isContainer() && (kind.category == "network" || kind.category == "general")) return true;
    return layers.focus == Layers::Focus::Network ? isNetwork(kind) : isSecurity(block, kind);
}

}  // namespace

std::set<std::string, std::less<>> hiddenBy(const Layers& layers, const Document& document)
{
    std::set<std::string, std::less<>> hidden;
    if (layers.hiddenKinds.empty()) return hidden;
    const auto isHidden = [&](const Block& block) {
        for (const Block* at = &block; at; at = document.blocks.find(at->parent))
            if (layers.hiddenKinds.contains(at->kind)) return true;
        return false;
    };
    for (const Block& block : document.blocks)
        if (isHidden(block)) hidden.insert(block.id.text());
    for (const Connection& connection : document.connections)
        if (hidden.contains(connection.from.text()) || hidden.contains(connection.to.text()))
            hidden.insert(connection.id.text());
    return hidden;
}

layout::Geometry without(const std::set<std::string, std::less<>>& hidden, layout::Geometry geometry)
{
    std::erase_if(geometry.blocks, [&](const auto& block) { return hidden.contains(block.id.text()); });
    std::erase_if(geometry.routes, [&](const auto& route) { return hidden.contains(route.id.text()); });
    std::erase_if(geometry.frames, [&](const auto& frame) { return hidden.contains(frame.group.text()); });
    return geometry;
}

std::set<std::string, std::less<>> fadedBy(const Layers& layers, const Document& document,
                                           const catalogue::Catalogue& catalogue)
{
    std::set<std::string, std::less<>> faded;
    if (layers.focus == Layers::Focus::Everything) return faded;
    std::set<BlockId> around;
    for (const Block& block : document.blocks) {
        const catalogue::Kind* kind = catalogue.kindOf(block);
        if (kind && !isLookedAt(layers, block, *kind))
            faded.insert(block.id.text());
        else
            for (const Block* at = document.blocks.find(block.parent); at && around.insert(at->id).second;)
                at = document.blocks.find(at->parent);
    }
    for (const BlockId& id : around) faded.erase(id.text());
    for (const Connection& connection : document.connections)
        if (faded.contains(connection.from.text()) || faded.contains(connection.to.text()))
            faded.insert(connection.id.text());
    return faded;
}

}  // namespace lintel::app::canvas
