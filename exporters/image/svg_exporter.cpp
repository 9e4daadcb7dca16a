#include "exporters/image/svg_exporter.h"

#include "exporters/image/svg_text.h"
#include "rendering/display_list/line_shape.h"
#include "rendering/icons/icon_set.h"
#include "rendering/typography/typography.h"

#include <map>

namespace lintel::exporters::image {

namespace {

using namespace rendering;

constexpr double kIconUnits = 48;  // the grid every icon is drawn on

std::string attribute(std::string_view name, const std::string& value)
{
    return " " + std::string(name) + "=\"" + value + "\"";
}

class SvgWriter {
public:
    SvgWriter(const DisplayList& picture, const ImageOptions& options) : m_picture(picture), m_options(options) {}

    std::string write() &&
    {
        const QRectF area = m_picture.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin);
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                "xmlns:xlink=\"http://www.w3.org/1999/xlink\"" +
                attribute("width", number(area.width())) + attribute("height", number(area.height())) +
                attribute("viewBox", number(area.left()) + " " + number(area.top()) + " " + number(area.width()) + " " +
                                         number(area.height())) +
                attribute("font-family", fontFamily()) + ">\n";
        writeDefinitions();
        if (!m_options.transparent) {
            m_out += "<rect" + rectAttributes(area) + colourAttribute("fill", m_options.theme.background.rgba()) + "/>\n";
        }
        for (const Item& item : m_picture.items()) write(item);
        m_out += "</svg>\n";
        return std::move(m_out);
    }

private:
    static std::string fontFamily()
    {
        std::string families;
        for (const QString& family : fontFamilies()) {
            if (!families.empty()) families += ", ";
            const bool isGeneric = family == QLatin1StringView("sans-serif");
            families += isGeneric ? escaped(family) : "&#39;" + escaped(family) + "&#39;";
        }
        return families;
    }

    static std::string rectAttributes(const QRectF& rect)
    {
        return attribute("x", number(rect.left())) + attribute("y", number(rect.top())) +
               attribute("width", number(rect.width())) + attribute("height", number(rect.height()));
    }

    /// On each text: some programs that open SVG files read no style sheets.
    static std::string fontAttributes(model::layout::TextStyle style)
    {
        const QFont font = fontOf(style);
        return attribute("font-size", std::to_string(font.pixelSize())) +
               attribute("font-weight", std::to_string(font.weight()));
    }

    /// Icons once each, as groups by number: ids of our own, whatever the kinds are called.
    void writeDefinitions()
    {
        m_out += "<defs>\n";
        for (const Item& item : m_picture.items()) {
            if (item.type != PrimitiveType::Icon) continue;
            const auto [at, isNew] = m_symbols.emplace(m_picture.icon(item).name, m_symbols.size());
            if (isNew) writeSymbol(at->first, at->second);
        }
        m_out += "</defs>\n";
    }

    void writeSymbol(const std::string& name, std::size_t symbol)
    {
        const std::string source = IconSet::source(name).toStdString();
        const auto open = source.find("<svg");
        const auto begin = source.find('>', open);
        const auto end = source.rfind("</svg>");
        if (open == std::string::npos || begin == std::string::npos || end == std::string::npos) return;
        m_out += "<g id=\"i" + std::to_string(symbol) + "\">" +
                 source.substr(begin + 1, end - begin - 1) + "</g>\n";
    }

    void write(const Item& item)
    {
        switch (item.type) {
        case PrimitiveType::Box: write(m_picture.box(item)); break;
        case PrimitiveType::Icon: write(m_picture.icon(item)); break;
        case PrimitiveType::Text: write(m_picture.text(item)); break;
        case PrimitiveType::Polyline: write(m_picture.polyline(item)); break;
        case PrimitiveType::Badge: write(m_picture.badge(item)); break;
        case PrimitiveType::HitArea: break;
        }
    }

    static std::string strokeAttributes(const Stroke& stroke)
    {
        if (stroke.width <= 0) return {};
        std::string text = colourAttribute("stroke", stroke.colour) + attribute("stroke-width", number(stroke.width));
        std::string dashes;
        for (const qreal length : dashPattern(stroke.dash)) dashes += (dashes.empty() ? "" : " ") + number(length);
        return dashes.empty() ? text : text + attribute("stroke-dasharray", dashes);
    }

    void write(const Box& box)
    {
        m_out += "<rect" + rectAttributes(box.rect);
        if (box.radius > 0) m_out += attribute("rx", number(box.radius));
        m_out += colourAttribute("fill", box.fill) + strokeAttributes(box.stroke) + "/>\n";
    }

    void write(const IconMark& icon)
    {
        m_out += "<use xlink:href=\"#i" + std::to_string(m_symbols.at(icon.name)) + "\" transform=\"translate(" +
                 point(icon.rect.topLeft()) + ") scale(" + number(icon.rect.width() / kIconUnits, 4) + ")\"";
        if (icon.opacity < 1) m_out += attribute("opacity", number(icon.opacity));
        m_out += "/>\n";
    }

    void write(const TextLine& line)
    {
        if (line.text.isEmpty()) return;
        const bool isCentred = line.align == Align::Centre;
        m_out += "<text" + fontAttributes(line.style) +
                 attribute("x", number(isCentred ? line.rect.center().x() : line.rect.left())) +
                 attribute("y", number(line.rect.top() + ascentOf(line.style)));
        if (isCentred) m_out += " text-anchor=\"middle\"";
        m_out += colourAttribute("fill", line.colour) + ">" + escaped(line.text) + "</text>\n";
    }

    static std::string pointList(const std::vector<QPointF>& points)
    {
        std::string list;
        for (const QPointF& p : points) list += (list.empty() ? "" : " ") + point(p);
        return list;
    }

    void write(const Polyline& line)
    {
        const LineShape shape = lineShapeOf(line);
        if (shape.runs.empty()) return;
        m_out += "<path d=\"";
        for (const LineRun& run : shape.runs) {
            m_out += "M" + point(run.start);
            for (const RoundedCorner& corner : run.corners)
                m_out += "L" + point(corner.enter) + "Q" + point(corner.corner) + " " + point(corner.leave);
            m_out += "L" + point(run.end);
        }
        m_out += "\" fill=\"none\"" + strokeAttributes(line.stroke) + "/>\n";
        if (shape.arrow.empty()) return;
        m_out += "<polygon" + attribute("points", pointList(shape.arrow)) + colourAttribute("fill", line.stroke.colour) + "/>\n";
    }

    void write(const Badge& badge)
    {
        const BadgeShape shape = badgeShapeOf(badge);
        const std::string outline =
            shape.triangle.empty()
                ? "<circle" + attribute("cx", number(badge.centre.x())) + attribute("cy", number(badge.centre.y())) +
                      attribute("r", number(badge.radius - 0.75))
                : "<polygon" + attribute("points", pointList(shape.triangle));
        // As on the canvas: a ring below, the shape above it.
        m_out += outline + colourAttribute("fill", badge.ring) + colourAttribute("stroke", badge.ring) +
                 " stroke-width=\"3\" stroke-linejoin=\"round\"/>\n";
        m_out += outline + colourAttribute("fill", badge.fill) + colourAttribute("stroke", badge.fill) +
                 " stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n";
        m_out += "<path d=\"M" + point(shape.stemFrom) + "L" + point(shape.stemTo) + "M" + point(shape.dot) + "h0.01\"" +
                 colourAttribute("stroke", badge.glyph) + attribute("stroke-width", number(shape.stroke)) +
                 " stroke-linecap=\"round\"/>\n";
    }

    const DisplayList& m_picture;
    const ImageOptions& m_options;
    std::map<std::string, std::size_t, std::less<>> m_symbols;
    std::string m_out;
};

}  // namespace

std::string exportSvg(const DisplayList& picture, const ImageOptions& options)
{
    return SvgWriter(picture, options).write();
}

}  // namespace lintel::exporters::image
