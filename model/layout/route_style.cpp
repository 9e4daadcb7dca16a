#include "model/layout/route_style.h"

#include <array>
#include <optional>

namespace lintel::model::layout {

namespace {

constexpr std::array kStyles{RouteStyle::Orthogonal, RouteStyle::Straight, RouteStyle::Curved};

std::optional<RouteStyle> styleIn(const Properties& properties)
{
    const std::string name = propertyOf(properties, kRouteStyleKey).toString();
    for (const RouteStyle style : kStyles)
        if (nameOf(style) == name) return style;
    return std::nullopt;
}

}  // namespace

std::string_view nameOf(RouteStyle style)
{
    switch (style) {
        case RouteStyle::Orthogonal: return "orthogonal";
        case RouteStyle::Straight: return "straight";
        case RouteStyle::Curved: return "curved";
    }
    return {};
}

RouteStyle routeStyleOf(const Document& document, const Connection& connection)
{
    if (const auto own = styleIn(connection.properties)) return *own;
    return styleIn(document.settings().properties).value_or(RouteStyle::Orthogonal);
}

}  // namespace lintel::model::layout
