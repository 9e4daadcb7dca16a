#pragma once

#include <QColor>
#include <QPointF>
#include <QString>

#include <string>
#include <string_view>

/// How values are written in SVG. Independent of the locale.
namespace lintel::exporters::image {

/// Without trailing zeros.
std::string number(double value, int decimals = 2);
/// `x,y`
std::string point(QPointF p);
/// ` fill="#rrggbb"` with a leading blank, and ` fill-opacity` where the colour is not opaque; `none` for nothing.
std::string colourAttribute(std::string_view name, QRgb colour);
/// The same as a declaration of a style sheet, `fill:#rrggbb;fill-opacity:1`.
std::string colourDeclaration(std::string_view name, QRgb colour);
/// For element content and quoted attributes: markup escaped, characters that XML forbids left out.
std::string escaped(const QString& text);

}  // namespace lintel::exporters::image
