#include "exporters/json/geometry_exporter.h"

#include <nlohmann/json.hpp>

#include <map>

namespace lintel::exporters::json {

namespace {

using nlohmann::ordered_json;

ordered_json nodeOf(const model::BlockId& id, const model::Rect& rect, const model::Document& document)
{
    const model::Block* block = document.blocks.find(id);
    return {{"id", id.text()},
            {"kind", block ? block->kind.text() : std::string()},
            {"parent", block ? block->parent.text() : std::string()},
            {"x", rect.x},
            {"y", rect.y},
            {"w", rect.width},
            {"h", rect.height}};
}

std::vector<ordered_json> nodesOf(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::vector<ordered_json> nodes;
    for (const model::layout::BlockGeometry& block : geometry.blocks) {
        // A gateway's symbol straddles the border; its name beside it does not.
        const bool hasSymbol = block.onBorder && !block.icon.isEmpty();
        nodes.push_back(nodeOf(block.id, hasSymbol ? block.icon : block.rect, document));
        if (block.onBorder) nodes.back()["border"] = true;
    }
    // The group itself is a node as well, and may have several frames.
    std::map<model::BlockId, int> frames;
    for (const model::layout::Frame& frame : geometry.frames) {
        nodes.push_back(nodeOf(frame.group, frame.rect, document));
        nodes.back()["id"] = frame.group.text() + "/frame-" + std::to_string(++frames[frame.group]);
        nodes.back()["frame"] = true;
    }
    return nodes;
}

std::vector<ordered_json> edgesOf(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::vector<ordered_json> edges;
    for (const model::layout::Route& route : geometry.routes) {
        const model::Connection* connection = document.connections.find(route.id);
        ordered_json points = ordered_json::array();
        for (const model::Point& point : route.polyline()) points.push_back({point.x, point.y});
        edges.push_back({{"id", route.id.text()},
                         {"from", connection ? connection->from.text() : std::string()},
                         {"to", connection ? connection->to.text() : std::string()},
                         {"points", std::move(points)}});
        if (!route.curve.empty()) edges.back()["curve"] = true;
    }
    return edges;
}

void appendArray(std::string& text, const char* key, const std::vector<ordered_json>& records)
{
    text += "  \"";
    text += key;
    text += "\": [";
    for (std::size_t i = 0; i < records.size(); ++i) {
        text += i == 0 ? "\n    " : ",\n    ";
        // Bytes that are not UTF-8 must not end the program.
        text += records[i].dump(-1, ' ', false, ordered_json::error_handler_t::replace);
    }
    text += records.empty() ? "]" : "\n  ]";
}

}  // namespace

std::string exportGeometry(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::string text = "{\n";
    appendArray(text, "nodes", nodesOf(geometry, document));
    text += ",\n";
    appendArray(text, "edges", edgesOf(geometry, document));
    text += "\n}\n";
    return text;
}

}  // namespace lintel::exporters::json
