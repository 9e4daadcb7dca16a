#pragma once

#include "model/layout/text_metrics.h"
#include "model/lint/finding.h"

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a picture is made of. Coordinates are diagram units, colours are final (opacity included).
namespace lintel::rendering {

enum class Dash : std::uint8_t { Solid, LongDashed, Dashed, ShortDashed, DashDotted, DashDotDotted, Dotted };

struct Stroke {
    QRgb colour = 0;
    qreal width = 0;  ///< 0 = no line
    Dash dash = Dash::Solid;

    bool operator==(const Stroke&) const = default;
};

/// A rectangle, rounded when `radius` is above 0. A transparent fill is not painted.
struct Box {
    QRectF rect;
    qreal radius = 0;
    QRgb fill = 0;
    Stroke stroke;
    bool isFrame = false;  ///< hit on its border only
    /// Set when it only keeps lines from striking through a text of this style: it is shown and hidden with that text.
    std::optional<model::layout::TextStyle> plateOf;
};

struct IconMark {
    QRectF rect;
    std::string name;  ///< of IconSet: a kind's id
    qreal opacity = 1;
    std::uint32_t number = 0;  ///< of the name in DisplayList::iconNames; set by the builder
};

enum class Align : std::uint8_t { Left, Centre };

/// One line of text in the box that layout measured for it.
struct TextLine {
    QString text;
    QRectF rect;
    model::layout::TextStyle style = model::layout::TextStyle::BlockName;
    QRgb colour = 0;
    Align align = Align::Left;
};

/// Corner points joined by straight lines with rounded corners.
struct Polyline {
    std::vector<QPointF> points;
    qreal radius = 0;
    Stroke stroke;
    bool arrowAtEnd = false;
    std::vector<QPointF> gaps;  ///< where it passes below another line: it is broken there
};

/// The mark of findings on an element.
struct Badge {
    QPointF centre;
    qreal radius = 9;
    model::lint::Severity severity = model::lint::Severity::Warning;
    QRgb fill = 0;
    QRgb ring = 0;  ///< separates it from what lies below
    QRgb glyph = 0;
};

enum class PrimitiveType : std::uint8_t { Box, Icon, Text, Polyline, Badge, HitArea };

struct Item {
    PrimitiveType type = PrimitiveType::Box;
    std::uint32_t index = 0;    ///< into the array of its type
    std::uint32_t element = 0;  ///< into DisplayList::elements
    QRectF bounds;              ///< of the ink
};

}  // namespace lintel::rendering
