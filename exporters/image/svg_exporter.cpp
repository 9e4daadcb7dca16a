#include "exporters/image/svg_exporter.h"

#include "exporters/image/svg_text.h"
#include "rendering/display_list/line_shape.h"
#include "rendering/icons/icon_set.h"
#include "rendering/typography/typography.h"

#include <array>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lintel::exporters::image {

namespace {

using namespace rendering;

constexpr std::size_t kBytesPerItem = 128;  // room asked for in one go
constexpr double kStepSeconds = 1.5;
constexpr double kRestSeconds = 3;  // the whole is looked at before it begins again
constexpr double kIconUnits = 48;   // the grid every icon is drawn on

// Not this machine's families: the reader's machine draws the text. Hangul on Linux, macOS and Windows.
constexpr std::string_view kFontFamilies =
    "&#39;Noto Sans CJK KR&#39;, &#39;Noto Sans KR&#39;, &#39;Apple SD Gothic Neo&#39;, &#39;Malgun Gothic&#39;, "
    "&#39;NanumGothic&#39;, sans-serif";

std::string attribute(std::string_view name, const std::string& value)
{
    return " " + std::string(name) + "=\"" + value + "\"";
}

/// A colour of an element in the file's own theme, and in the dark one where the file has both.
struct Paint {
    std::string_view name;  ///< `fill` or `stroke`
    QRgb colour = 0;
    QRgb dark = 0;
};

/// Colours as attributes, and what changes in the dark as classes of one style sheet: programs that read no style
/// sheets show the light picture.
class Paints {
public:
    explicit Paints(bool hasDark) : m_hasDark(hasDark) {}

    std::string attributes(std::initializer_list<Paint> paints)
    {
        std::string text;
        std::string classes;
        for (const Paint& paint : paints) {
            text += colourAttribute(paint.name, paint.colour);
            if (m_hasDark && paint.dark != paint.colour) classes += (classes.empty() ? "" : " ") + classOf(paint);
        }
        return classes.empty() ? text : text + attribute("class", classes);
    }

    std::string styleSheet() const
    {
        if (m_rules.empty()) return {};
        std::string text = "<style>@media (prefers-color-scheme: dark) {\n";
        for (const std::string& rule : m_rules) text += rule;
        return text + "}</style>\n";
    }

private:
    std::string classOf(const Paint& paint)
    {
        const auto [at, isNew] = m_classes.emplace(std::pair(std::string(paint.name), paint.dark), m_rules.size());
        const std::string name = "d" + std::to_string(at->second);
        if (isNew) m_rules.push_back("." + name + " {" + colourDeclaration(paint.name, paint.dark) + "}\n");
        return name;
    }

    bool m_hasDark;
    std::map<std::pair<std::string, QRgb>, std::size_t> m_classes;
    std::vector<std::string> m_rules;
};

class SvgWriter {
public:
    /// `dark` is the same picture in dark colours, item by item, or the picture itself.
    SvgWriter(const DisplayList& picture, const DisplayList& dark, const ImageOptions& options)
        : m_picture(picture), m_dark(dark), m_options(options), m_paints(&picture != &dark)
    {
        for (std::size_t step = 0; step < options.steps.size(); ++step)
            for (const std::string& id : options.steps[step]) m_steps.emplace(id, step);
    }

    std::string write() &&
    {
        const QRectF area = pictureArea(m_picture);
        m_out.reserve(m_picture.items().size() * kBytesPerItem);
        writeDefinitions();
        if (!m_options.transparent)
            m_out += "<rect" + rectAttributes(area) +
                     m_paints.attributes({{"fill", m_picture.background(), m_dark.background()}}) + "/>\n";
        for (std::size_t i = 0; i < m_picture.items().size(); ++i) {
            if (m_options.hasElements || !m_steps.empty()) enter(m_picture.items()[i].element);
            write(m_picture.items()[i], m_dark.items()[i]);
        }
        if (m_element) m_out += "</g>\n";
        return opening(area) + m_paints.styleSheet() + motion() + m_out + "</svg>\n";
    }

private:
    std::string opening(const QRectF& area) const
    {
        const std::string title = escaped(QString::fromStdString(m_options.title));
        const std::string description = escaped(QString::fromStdString(m_options.description));
        std::string text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:xlink=\"http://www.w3.org/1999/xlink\"" +
            attribute("width", number(area.width())) + attribute("height", number(area.height())) +
            attribute("viewBox", number(area.left()) + " " + number(area.top()) + " " + number(area.width()) + " " +
                                     number(area.height())) +
            attribute("font-family", std::string(kFontFamilies)) + " role=\"img\"";
        // What a screen reader says instead of reading every label in painting order.
        if (!title.empty()) text += attribute("aria-labelledby", description.empty() ? "title" : "title desc");
        if (!m_options.language.empty())
            text += attribute("xml:lang", escaped(QString::fromStdString(m_options.language)));
        text += ">\n";
        if (!title.empty()) text += "<title id=\"title\">" + title + "</title>\n";
        if (!description.empty()) text += "<desc id=\"desc\">" + description + "</desc>\n";
        return text;
    }

    /// A group for every run of items of one element, so that a page can show and hide it.
    void enter(std::uint32_t element)
    {
        if (m_element == element) return;
        if (m_element) m_out += "</g>\n";
        m_element = element;
        const std::string& id = m_picture.elements()[element].id;
        m_out += "<g" + attribute("data-id", escaped(QString::fromStdString(id)));
        if (const auto step = m_steps.find(id); step != m_steps.end())
            m_out += attribute("class", "step" + std::to_string(step->second));
        m_out += ">\n";
    }

    /// One step after the other comes out of the background and stays; then it begins again.
    std::string motion() const
    {
        if (m_options.steps.empty()) return {};
        const double whole = kStepSeconds * static_cast<double>(m_options.steps.size()) + kRestSeconds;
        std::string text = "<style>@media (prefers-reduced-motion: no-preference) {\n";
        for (std::size_t step = 0; step < m_options.steps.size(); ++step) {
            const std::string name = "step" + std::to_string(step);
            const double begin = 100 * kStepSeconds * static_cast<double>(step) / whole;
            const double end = begin + 100 * kStepSeconds / 3 / whole;
            text += "." + name + " {animation: " + name + " " + number(whole) + "s infinite}\n@keyframes " + name +
                    " {0%, " + number(begin) + "% {opacity: 0.15} " + number(end) + "%, 100% {opacity: 1}}\n";
        }
        return text + "}</style>\n";
    }

    static std::string rectAttributes(const QRectF& rect)
    {
        return attribute("x", number(rect.left())) + attribute("y", number(rect.top())) +
               attribute("width", number(rect.width())) + attribute("height", number(rect.height()));
    }

    /// On each text: some programs that open SVG files read no style sheets.
    const std::string& fontAttributes(model::layout::TextStyle style)
    {
        std::string& text = m_fonts[static_cast<std::size_t>(style)];
        if (text.empty()) {
            const QFont font = fontOf(style);
            text = attribute("font-size", std::to_string(font.pixelSize())) +
                   attribute("font-weight", std::to_string(font.weight()));
        }
        return text;
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

    /// An icon of a pack is embedded whole, as a picture of its own: its ids, style sheets and scripts stay in it.
    void writeForeignSymbol(const QByteArray& source, std::size_t symbol)
    {
        const std::string size = number(kIconUnits);
        m_out += "<image id=\"i" + std::to_string(symbol) + "\"" + attribute("width", size) +
                 attribute("height", size) +
                 attribute("xlink:href", "data:image/svg+xml;base64," + source.toBase64().toStdString()) + "/>\n";
    }

    void writeSymbol(const std::string& name, std::size_t symbol)
    {
        if (IconSet::isFromPack(name)) return writeForeignSymbol(IconSet::source(name), symbol);
        const std::string source = IconSet::source(name).toStdString();
        const auto open = source.find("<svg");
        const auto begin = source.find('>', open);
        const auto end = source.rfind("</svg>");
        if (open == std::string::npos || begin == std::string::npos || end == std::string::npos) return;
        m_out += "<g id=\"i" + std::to_string(symbol) + "\">" + source.substr(begin + 1, end - begin - 1) + "</g>\n";
    }

    void write(const Item& item, const Item& dark)
    {
        switch (item.type) {
            case PrimitiveType::Box: write(m_picture.box(item), m_dark.box(dark)); break;
            case PrimitiveType::Icon: write(m_picture.icon(item)); break;
            case PrimitiveType::Text: write(m_picture.text(item), m_dark.text(dark)); break;
            case PrimitiveType::Polyline: write(m_picture.polyline(item), m_dark.polyline(dark)); break;
            case PrimitiveType::Badge: write(m_picture.badge(item), m_dark.badge(dark)); break;
            case PrimitiveType::HitArea: break;
        }
    }

    static std::string widthAttributes(const Stroke& stroke)
    {
        std::string text = attribute("stroke-width", number(stroke.width));
        std::string dashes;
        for (const qreal length : dashPattern(stroke.dash)) dashes += (dashes.empty() ? "" : " ") + number(length);
        return dashes.empty() ? text : text + attribute("stroke-dasharray", dashes);
    }

    void write(const Box& box, const Box& dark)
    {
        m_out += "<rect" + rectAttributes(box.rect);
        if (box.radius > 0) m_out += attribute("rx", number(box.radius));
        if (box.stroke.width > 0) {
            m_out += m_paints.attributes(
                         {{"fill", box.fill, dark.fill}, {"stroke", box.stroke.colour, dark.stroke.colour}}) +
                     widthAttributes(box.stroke) + "/>\n";
        } else {
            m_out += m_paints.attributes({{"fill", box.fill, dark.fill}}) + "/>\n";
        }
    }

    void write(const IconMark& icon)
    {
        m_out += "<use xlink:href=\"#i" + std::to_string(m_symbols.at(icon.name)) + "\" transform=\"translate(" +
                 point(icon.rect.topLeft()) + ") scale(" + number(icon.rect.width() / kIconUnits, 4) + ")\"";
        if (icon.opacity < 1) m_out += attribute("opacity", number(icon.opacity));
        m_out += "/>\n";
    }

    void write(const TextLine& line, const TextLine& dark)
    {
        if (line.text.isEmpty()) return;
        const bool isCentred = line.align == Align::Centre;
        const qreal overhang = overhangOf(line.text, line.style);
        m_out +=
            "<text" + fontAttributes(line.style) +
            attribute("x", number(isCentred ? line.rect.center().x() + overhang / 2 : line.rect.left() + overhang)) +
            attribute("y", number(line.rect.top() + ascentOf(line.style)));
        if (isCentred) m_out += " text-anchor=\"middle\"";
        m_out += m_paints.attributes({{"fill", line.colour, dark.colour}}) + ">" + escaped(line.text) + "</text>\n";
    }

    static std::string pointList(const std::vector<QPointF>& points)
    {
        std::string list;
        for (const QPointF& p : points) list += (list.empty() ? "" : " ") + point(p);
        return list;
    }

    void write(const Polyline& line, const Polyline& dark)
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
        m_out += "\" fill=\"none\"" + m_paints.attributes({{"stroke", line.stroke.colour, dark.stroke.colour}}) +
                 widthAttributes(line.stroke) + "/>\n";
        if (shape.arrow.empty()) return;
        m_out += "<polygon" + attribute("points", pointList(shape.arrow)) +
                 m_paints.attributes({{"fill", line.stroke.colour, dark.stroke.colour}}) + "/>\n";
    }

    void write(const Badge& badge, const Badge& dark)
    {
        const BadgeShape shape = badgeShapeOf(badge);
        const std::string outline = shape.triangle.empty()
                                        ? "<circle" + attribute("cx", number(badge.centre.x())) +
                                              attribute("cy", number(badge.centre.y())) +
                                              attribute("r", number(badge.radius - 0.75))
                                        : "<polygon" + attribute("points", pointList(shape.triangle));
        // As on the canvas: a ring below, the shape above it.
        m_out += outline + m_paints.attributes({{"fill", badge.ring, dark.ring}, {"stroke", badge.ring, dark.ring}}) +
                 " stroke-width=\"3\" stroke-linejoin=\"round\"/>\n";
        m_out += outline + m_paints.attributes({{"fill", badge.fill, dark.fill}, {"stroke", badge.fill, dark.fill}}) +
                 " stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n";
        m_out += "<path d=\"M" + point(shape.stemFrom) + "L" + point(shape.stemTo) + "M" + point(shape.dot) +
                 "h0.01\"" + m_paints.attributes({{"stroke", badge.glyph, dark.glyph}}) +
                 attribute("stroke-width", number(shape.stroke)) + " stroke-linecap=\"round\"/>\n";
    }

    const DisplayList& m_picture;
    const DisplayList& m_dark;
    const ImageOptions& m_options;
    Paints m_paints;
    std::map<std::string, std::size_t, std::less<>> m_symbols;
    std::array<std::string, 6> m_fonts;
    std::map<std::string, std::size_t, std::less<>> m_steps;  ///< by id: when it appears
    std::optional<std::uint32_t> m_element;                   ///< whose group is open
    std::string m_out;
};

}  // namespace

std::string exportSvg(const DisplayList& picture, const ImageOptions& options)
{
    return SvgWriter(picture, picture, options).write();
}

std::string exportSvg(const DisplayList& light, const DisplayList& dark, const ImageOptions& options)
{
    const bool isPair = light.items().size() == dark.items().size();
    return SvgWriter(light, isPair ? dark : light, options).write();
}

}  // namespace lintel::exporters::image
