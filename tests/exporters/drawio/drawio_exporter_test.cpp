#include "exporters/drawio/drawio_exporter.h"

#include "exporters/drawio/aws_shapes.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "tests/support/fixed_text_metrics.h"

#include <QXmlStreamReader>

#include <gmock/gmock.h>

#include <map>

namespace lintel::exporters::drawio {
namespace {

using namespace model;
using ::testing::HasSubstr;
using ::testing::Not;

struct Cell {
    std::map<std::string, std::string> data;   ///< of the UserObject
    std::map<std::string, std::string> cell;   ///< of the mxCell
    std::map<std::string, std::string> place;  ///< of its geometry
};

layout::Geometry geometryOf(const Document& document)
{
    return layout::geometryOf(document, embedded::catalogue(), test::FixedTextMetrics());
}

std::string exported(const Document& document)
{
    const graph::ArchitectureGraph graph(document, embedded::catalogue());
    return exportDrawio(graph, analysis::Routes(graph), geometryOf(document));
}

std::map<std::string, std::string> attributesOf(const QXmlStreamReader& xml)
{
    std::map<std::string, std::string> attributes;
    for (const QXmlStreamAttribute& each : xml.attributes())
        attributes[each.name().toString().toStdString()] = each.value().toString().toStdString();
    return attributes;
}

/// By our id; frames and the two cells of the form are left out.
std::map<std::string, Cell> cellsOf(const std::string& text)
{
    std::map<std::string, Cell> cells;
    QXmlStreamReader xml(QByteArray::fromStdString(text));
    Cell* open = nullptr;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto attributes = attributesOf(xml);
        if (xml.name() == QLatin1StringView("UserObject")) {
            const auto id = attributes.find("lintel_id");
            open = id == attributes.end() ? nullptr : &cells[id->second];
            if (open) open->data = attributes;
        } else if (open && xml.name() == QLatin1StringView("mxCell"))
            open->cell = attributes;
        else if (open && xml.name() == QLatin1StringView("mxGeometry"))
            open->place = attributes;
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return cells;
}

Document templateNamed(const std::string& name)
{
    for (const auto& one : embedded::templates())
        if (one.name == name) return io::read(one.text, name, embedded::catalogue()).value().document;
    ADD_FAILURE() << name;
    return {};
}

TEST(DrawioExporter, EveryTemplateKeepsItsBlocksConnectionsAndPlaces)
{
    for (const auto& one : embedded::templates()) {
        SCOPED_TRACE(one.name);
        const Document document = templateNamed(one.name);
        const layout::Geometry geometry = geometryOf(document);
        const auto cells = cellsOf(exported(document));
        for (const layout::BlockGeometry& drawn : geometry.blocks) {
            ASSERT_TRUE(cells.contains(drawn.id.text())) << drawn.id.text();
            const Cell& cell = cells.at(drawn.id.text());
            EXPECT_EQ(cell.data.at("lintel_kind"), document.blocks.find(drawn.id)->kind.text());
            // Back to the drawing's own coordinates, by the corners of all that hold it.
            int x = 0;
            int y = 0;
            for (const Cell* at = &cell;;) {
                x += std::stoi(at->place.at("x"));
                y += std::stoi(at->place.at("y"));
                const std::string parent = at->cell.at("parent");
                if (parent == "1") break;
                at = &cells.at(parent.substr(std::string("lintel-").size()));
            }
            const Rect& rect = drawn.isContainer || drawn.icon.isEmpty() ? drawn.rect : drawn.icon;
            EXPECT_EQ(x, rect.x) << drawn.id.text();
            EXPECT_EQ(y, rect.y) << drawn.id.text();
        }
        for (const layout::Route& route : geometry.routes) {
            ASSERT_TRUE(cells.contains(route.id.text()));
            const Cell& cell = cells.at(route.id.text());
            const Connection* connection = document.connections.find(route.id);
            EXPECT_EQ(cell.cell.at("source"), "lintel-" + connection->from.text());
            EXPECT_EQ(cell.cell.at("target"), "lintel-" + connection->to.text());
        }
        EXPECT_EQ(exported(document), exported(document));
    }
}

TEST(DrawioExporter, DrawsWithTheShapesOfAws)
{
    const auto cells = cellsOf(exported(templateNamed("dangdang-salon")));
    EXPECT_THAT(cells.at("vpc").cell.at("style"), HasSubstr("grIcon=mxgraph.aws4.group_vpc2"));
    EXPECT_THAT(cells.at("public-a").cell.at("style"), HasSubstr("fillColor=#F2F6E8"));
    EXPECT_THAT(cells.at("data-a").cell.at("style"), HasSubstr("fillColor=#E6F6F7"));
    EXPECT_THAT(cells.at("alb").cell.at("style"), HasSubstr("shape=mxgraph.aws4.application_load_balancer"));
    EXPECT_THAT(cells.at("cdn").cell.at("style"), HasSubstr("resIcon=mxgraph.aws4.cloudfront"));
    EXPECT_EQ(cells.at("rds").data.at("lintel_engine"), "mysql");
}

TEST(DrawioExporter, AKindWithoutAnAwsShapeIsAPlainBox)
{
    EXPECT_THAT(blockStyle("scouter", "software"), Not(HasSubstr("mxgraph.aws4")));
}

TEST(DrawioExporter, NamesAreEscapedForHtmlAndXml)
{
    for (const std::string name : {"한글 \"이름\" & <b>굵게</b>", "]]> <!-- --> \x01\x1F", "줄\n바꿈", "&amp;"}) {
        edit::Transaction draft{Document{}};
        draft.put(Block{BlockId("a"), KindId("s3-bucket"), name, BlockId(), {{"purpose", name}, {"a \"<k>", name}}});
        const std::string text = exported(draft.document());
        const auto cells = cellsOf(text);
        ASSERT_EQ(cells.size(), 1U) << name;
        EXPECT_EQ(text.find("<b>"), std::string::npos);
        // What the editor takes as HTML holds no tag of theirs.
        EXPECT_EQ(cells.at("a").data.at("label").find('<'), std::string::npos) << name;
    }
    edit::Transaction draft{Document{}};
    draft.put(Block{BlockId("a"), KindId("s3-bucket"), "A&B <한글>", BlockId(), {}});
    EXPECT_EQ(cellsOf(exported(draft.document())).at("a").data.at("label"), "A&amp;B &lt;한글&gt;");
}

TEST(DrawioExporter, AnEmptyDesignIsAFileToo) { EXPECT_TRUE(cellsOf(exported(Document{})).empty()); }

}  // namespace
}  // namespace lintel::exporters::drawio
