#include "exporters/drawio/drawio_exporter.h"

#include "exporters/drawio/aws_shapes.h"
#include "model/document/thread.h"
#include "model/text/markup.h"

#include <map>
#include <set>

namespace lintel::exporters::drawio {

namespace {

using model::Block;
using model::BlockId;
using model::Point;
using model::Rect;
using model::layout::BlockGeometry;

constexpr const char* kTextStyle =
    "text;html=1;whiteSpace=wrap;align=left;verticalAlign=top;strokeColor=none;fillColor=none;";

// XML 1.0 knows no other control characters, not even escaped.
bool isForbidden(unsigned char byte) { return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; }

std::string escapedXml(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\n': result += "&#10;"; break;
            case '\t': result += "&#9;"; break;
            case '\r': break;
            default:
                if (!isForbidden(static_cast<unsigned char>(c))) result += c;
        }
    }
    return result;
}

/// Labels are HTML inside of XML: escaped twice.
std::string label(std::string_view text) { return escapedXml(model::text::escapedHtml(text)); }

std::string attribute(std::string_view name, const std::string& escapedValue)
{
    return " " + std::string(name) + "=\"" + escapedValue + "\"";
}

// An XML name that no attribute of the editor's own has.
std::string propertyName(std::string_view key)
{
    std::string name = "lintel_";
    for (const char c : key) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        if (isPlain) name += c;
    }
    return name;
}

class Writer {
public:
    Writer(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
           const model::layout::Geometry& geometry)
        : m_graph(graph), m_routes(routes), m_geometry(geometry)
    {
        for (const BlockGeometry& block : geometry.blocks)
            if (block.isContainer) m_containers.insert(block.id);
    }

    std::string text()
    {
        const std::string& title = m_graph.document().settings().title;
        m_text = "<mxfile host=\"lintel\" compressed=\"false\">\n  <diagram id=\"lintel\"" +
                 attribute("name", escapedXml(title.empty() ? "Architecture" : title)) +
                 ">\n    <mxGraphModel grid=\"1\" gridSize=\"8\" page=\"0\" math=\"0\" shadow=\"0\">\n      <root>\n"
                 "        <mxCell id=\"0\"/>\n        <mxCell id=\"1\" parent=\"0\"/>\n";
        for (const BlockGeometry& block : m_geometry.blocks) writeBlock(block);
        writeFrames();
        for (const auto& note : m_geometry.notes) writeNote(note);
        for (const auto& route : m_geometry.routes) writeConnection(route);
        return m_text + "      </root>\n    </mxGraphModel>\n  </diagram>\n</mxfile>\n";
    }

private:
    static std::string cellId(const std::string& id) { return "lintel-" + escapedXml(id); }

    /// The nearest container that is drawn as one, and where its corner is.
    std::pair<std::string, Point> holderOf(const BlockId& parent) const
    {
        for (BlockId at = parent; !at.isEmpty();) {
            if (m_containers.contains(at)) {
                const Rect& rect = m_geometry.find(at)->rect;
                return {cellId(at.text()), {rect.x, rect.y}};
            }
            const Block* block = m_graph.block(at);
            at = block ? block->parent : BlockId();
        }
        return {"1", {0, 0}};
    }

    void writeVertex(const std::string& object, const std::string& style, const Rect& rect,
                     const std::pair<std::string, Point>& holder)
    {
        m_text += "        " + object + "\n          <mxCell" + attribute("style", escapedXml(style)) +
                  attribute("vertex", "1") + attribute("parent", holder.first) + ">\n            <mxGeometry" +
                  attribute("x", std::to_string(rect.x - holder.second.x)) +
                  attribute("y", std::to_string(rect.y - holder.second.y)) +
                  attribute("width", std::to_string(rect.width)) + attribute("height", std::to_string(rect.height)) +
                  attribute("as", "geometry") + "/>\n          </mxCell>\n        </UserObject>\n";
    }

    std::string objectOf(const Block& block) const
    {
        std::string object = "<UserObject" + attribute("label", label(block.label())) +
                             attribute("id", cellId(block.id.text())) +
                             attribute("lintel_id", escapedXml(block.id.text())) +
                             attribute("lintel_kind", escapedXml(block.kind.text()));
        std::set<std::string> known{"lintel_id", "lintel_kind"};
        for (const auto& [key, value] : block.properties) {
            const std::string name = propertyName(key);
            if (!value.scalarText().empty() && known.insert(name).second)
                object += attribute(name, escapedXml(value.scalarText()));
        }
        return object + ">";
    }

    void writeBlock(const BlockGeometry& drawn)
    {
        const Block* block = m_graph.block(drawn.id);
        if (!block) return;
        const auto* kind = m_graph.catalogue().kindOf(*block);
        const std::string style = drawn.isContainer ? frameStyle(block->kind.text(), m_routes.isPublic(block->id))
                                                    : blockStyle(block->kind.text(), kind ? kind->category : "");
        const Rect& rect = drawn.isContainer || drawn.icon.isEmpty() ? drawn.rect : drawn.icon;
        writeVertex(objectOf(*block), style, rect, holderOf(block->parent));
    }

    // Frames around the members of a group lie above the containers, and hold nothing of their own.
    void writeFrames()
    {
        std::map<BlockId, int> count;
        for (const auto& frame : m_geometry.frames) {
            const Block* block = m_graph.block(frame.group);
            if (!block) continue;
            const std::string id = cellId(frame.group.text()) + "-frame-" + std::to_string(++count[frame.group]);
            writeVertex("<UserObject" + attribute("label", label(block->label())) + attribute("id", id) +
                            attribute("lintel_frame_of", escapedXml(frame.group.text())) + ">",
                        frameStyle(block->kind.text(), false), frame.rect, {"1", {0, 0}});
        }
    }

    void writeNote(const model::layout::NoteGeometry& note)
    {
        const model::Note* text = m_graph.document().notes.find(note.id);
        if (!text) return;
        // A pin shows its text when one points at it.
        const bool isPin = model::isThread(*text);
        const std::string shown = isPin && !note.text.lines.empty() ? note.text.lines.front() : text->text;
        writeVertex("<UserObject" + attribute("label", label(shown)) +
                        (isPin ? attribute("tooltip", label(text->text)) : std::string()) +
                        attribute("id", cellId(note.id.text())) + attribute("lintel_id", escapedXml(note.id.text())) +
                        attribute("lintel_kind", "note") + ">",
                    isPin ? "ellipse;html=1;" : kTextStyle, note.rect, {"1", {0, 0}});
    }

    static std::string connectionLabel(const model::Connection& connection)
    {
        std::string text = connection.name;
        for (const std::string* part : {&connection.protocol, &connection.ports})
            if (!part->empty()) text += (text.empty() ? "" : " ") + *part;
        return text;
    }

    void writeConnection(const model::layout::Route& route)
    {
        const model::Connection* connection = m_graph.connection(route.id);
        if (!connection) return;
        const bool isTraffic = connection->isNetworkTraffic();
        m_text +=
            "        <UserObject" + attribute("label", label(connectionLabel(*connection))) +
            attribute("id", cellId(route.id.text())) + attribute("lintel_id", escapedXml(route.id.text())) +
            attribute("lintel_relation", escapedXml(connection->relation.empty() ? "traffic" : connection->relation)) +
            ">\n          <mxCell" +
            attribute("style", std::string("edgeStyle=orthogonalEdgeStyle;html=1;rounded=1;endArrow=block;") +
                                   "endFill=1;strokeColor=#545B64;fontSize=11;" + (isTraffic ? "" : "dashed=1;")) +
            attribute("edge", "1") + attribute("parent", "1") + attribute("source", cellId(connection->from.text())) +
            attribute("target", cellId(connection->to.text())) +
            ">\n            <mxGeometry relative=\"1\" as=\"geometry\"" + cornersOf(route) +
            "          </mxCell>\n        </UserObject>\n";
    }

    static std::string cornersOf(const model::layout::Route& route)
    {
        if (route.points.size() < 3) return "/>\n";
        std::string text = ">\n              <Array as=\"points\">\n";
        for (std::size_t i = 1; i + 1 < route.points.size(); ++i)
            text += "                <mxPoint" + attribute("x", std::to_string(route.points[i].x)) +
                    attribute("y", std::to_string(route.points[i].y)) + "/>\n";
        return text + "              </Array>\n            </mxGeometry>\n";
    }

    const model::graph::ArchitectureGraph& m_graph;
    const model::analysis::Routes& m_routes;
    const model::layout::Geometry& m_geometry;
    std::set<BlockId> m_containers;
    std::string m_text;
};

}  // namespace

std::string exportDrawio(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
                         const model::layout::Geometry& geometry)
{
    return Writer(graph, routes, geometry).text();
}

}  // namespace lintel::exporters::drawio
