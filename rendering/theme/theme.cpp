#include "rendering/theme/theme.h"

#include "model/catalogue/kind.h"

#include <map>

namespace lintel::rendering {

namespace {

struct Frame {
    QRgb light;
    QRgb dark;
    Dash dash;
    qreal width;
    qreal radius;
    qreal tint;  ///< share of the border's colour in the fill
};

constexpr Frame kNeutral{0xFF7D8998, 0xFF7F8C9D, Dash::Solid, 1.25, 6, 0.04};
constexpr Frame kPublicSubnet{0xFF6B8F12, 0xFF9CC53B, Dash::Solid, 1.25, 4, 0.10};
constexpr Frame kPrivateSubnet{0xFF00908F, 0xFF2BC4C6, Dash::Solid, 1.25, 4, 0.09};
constexpr Frame kIsolatedSubnet{0xFF4A6FA5, 0xFF83A8E0, Dash::Solid, 1.25, 4, 0.09};
constexpr Frame kUnknownSubnet{0xFF7D8998, 0xFF8895A6, Dash::Solid, 1.25, 4, 0.07};

const std::map<std::string, Frame, std::less<>>& frames()
{
    static const std::map<std::string, Frame, std::less<>> kFrames{
        {"account", {0xFF5A6B86, 0xFF8B9BB4, Dash::Solid, 1.5, 8, 0.02}},
        {"region", {0xFF00A4A6, 0xFF2BC4C6, Dash::Dashed, 1.5, 8, 0}},
        {"vpc", {0xFF8C4FFF, 0xFFA87BFF, Dash::Solid, 2, 8, 0.025}},
        {"availability-zone", {0xFF147EBA, 0xFF4FB0E8, Dash::Dashed, 1.25, 6, 0}},
        {"auto-scaling-group", {0xFFED7100, 0xFFFF9A3D, Dash::Dashed, 1.5, 8, 0}},
        {"security-group", {0xFFDD344C, 0xFFFF6B7F, Dash::Dashed, 1.25, 6, 0}},
        {"group", {0xFF7D8998, 0xFF8895A6, Dash::Dashed, 1.25, 8, 0.03}},
        {"external-network", {0xFF5A6B86, 0xFF8B9BB4, Dash::Solid, 1.5, 8, 0.05}},
        {"external-cloud", {0xFF5A6B86, 0xFF8B9BB4, Dash::Dashed, 1.5, 8, 0.05}},
    };
    return kFrames;
}

const std::map<std::string, Frame, std::less<>>& categoryFrames()
{
    static const std::map<std::string, Frame, std::less<>> kFrames{
        {"compute", {0xFFE56A00, 0xFFFF9A3D, Dash::Solid, 1.25, 6, 0.03}},
        {"containers", {0xFFE56A00, 0xFFFF9A3D, Dash::Solid, 1.25, 6, 0.03}},
        {"storage", {0xFF73980F, 0xFF9CC53B, Dash::Solid, 1.25, 6, 0.03}},
        {"database", {0xFFC925D1, 0xFFE574EB, Dash::Solid, 1.25, 6, 0.03}},
        {"network", {0xFF8C4FFF, 0xFFA87BFF, Dash::Solid, 1.25, 6, 0.03}},
        {"edge", {0xFF8C4FFF, 0xFFA87BFF, Dash::Solid, 1.25, 6, 0.03}},
        {"security", {0xFFDD344C, 0xFFFF6B7F, Dash::Solid, 1.25, 6, 0.03}},
        {"integration", {0xFFE7157B, 0xFFFF6FAF, Dash::Solid, 1.25, 6, 0.03}},
    };
    return kFrames;
}

const Frame& frameOf(const model::catalogue::Kind* kind, SubnetTone tone)
{
    if (!kind) return kNeutral;
    if (kind->id.text() == "subnet") {
        switch (tone) {
            case SubnetTone::Public: return kPublicSubnet;
            case SubnetTone::Private: return kPrivateSubnet;
            case SubnetTone::Isolated: return kIsolatedSubnet;
            case SubnetTone::Unknown: return kUnknownSubnet;
        }
    }
    if (const auto at = frames().find(kind->id.text()); at != frames().end()) return at->second;
    if (const auto at = categoryFrames().find(kind->category); at != categoryFrames().end()) return at->second;
    return kNeutral;
}

QColor mixed(const QColor& over, const QColor& under, qreal share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share) + 0.5); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()));
}

}  // namespace

Theme Theme::light()
{
    Theme theme;
    theme.background = QColor(0xFFFFFF);
    theme.grid = QColor(0xDFE4EA);
    theme.text = QColor(0x16202E);
    theme.mutedText = QColor(0x566375);
    theme.labelFill = QColor(255, 255, 255, 235);
    theme.labelBorder = QColor(0xD5DBE3);
    theme.noteFill = QColor(0xFFF7D6);
    theme.noteBorder = QColor(0xE3C65B);
    theme.selection = QColor(0x0B6BFF);
    theme.highlight = QColor(0xFF9F0A);
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.background = QColor(0x12181F);
    theme.grid = QColor(0x2A333E);
    theme.text = QColor(0xE8EDF3);
    theme.mutedText = QColor(0xA3B0BF);
    theme.labelFill = QColor(0x1D, 0x25, 0x2F, 235);
    theme.labelBorder = QColor(0x364250);
    theme.noteFill = QColor(0x3A3418);
    theme.noteBorder = QColor(0x8A7A35);
    theme.selection = QColor(0x5B9DFF);
    theme.highlight = QColor(0xFFB340);
    theme.isDark = true;
    return theme;
}

Theme Theme::print()
{
    Theme theme = light();
    theme.text = QColor(Qt::black);
    theme.mutedText = QColor(0x3A4350);
    theme.labelFill = QColor(Qt::white);
    theme.noteFill = QColor(Qt::white);
    theme.isPaper = true;
    return theme;
}

std::optional<Theme> Theme::named(std::string_view name)
{
    if (name == "light") return light();
    if (name == "dark") return dark();
    if (name == "print") return print();
    return std::nullopt;
}

BoxStyle Theme::box(const model::catalogue::Kind* kind, SubnetTone tone) const
{
    const Frame& frame = frameOf(kind, tone);
    BoxStyle style;
    style.border = QColor::fromRgb(isDark ? frame.dark : frame.light);
    style.width = frame.width;
    style.dash = frame.dash;
    style.radius = frame.radius;
    style.title = mixed(style.border, text, isDark ? 0.55 : 0.62);
    const bool isFilled = frame.tint > 0 && !isPaper;
    style.fill = isFilled ? mixed(style.border, background, frame.tint * (isDark ? 1.25 : 1)) : QColor(Qt::transparent);
    // A host with software inside is a card: it stands out from its subnet's tint.
    if (kind && kind->category == "compute") style.fill = isDark ? QColor(0x1B222B) : QColor(Qt::white);
    return style;
}

LineStyle Theme::line(std::string_view relation) const
{
    const auto colour = [this](QRgb onLight, QRgb onDark) { return QColor::fromRgb(isDark ? onDark : onLight); };
    if (relation == "replication") return {colour(0xFFA32BA9, 0xFFE08BE5), 1.5, Dash::LongDashed};
    if (relation == "deploy") return {colour(0xFF6C7A8C, 0xFF8E9CAE), 1.25, Dash::Dashed};
    if (relation == "dns") return {colour(0xFF7A55C7, 0xFFB596FF), 1.25, Dash::ShortDashed};
    if (relation == "event") return {colour(0xFFC21E6B, 0xFFFF86BC), 1.25, Dash::DashDotted};
    if (relation == "observe") return {colour(0xFF728093, 0xFF7D8B9D), 1.25, Dash::Dotted};
    if (relation == "manage") return {colour(0xFF6C7A8C, 0xFF8E9CAE), 1.25, Dash::DashDotDotted};
    if (relation == "attach") return {colour(0xFF7C8897, 0xFF6E7D90), 1.25, Dash::Dotted};
    return {colour(0xFF34414F, 0xFFC3CDD8), 1.6, Dash::Solid};
}

QColor Theme::severity(model::lint::Severity severity) const
{
    switch (severity) {
        case model::lint::Severity::Error: return isDark ? QColor(0xF2495C) : QColor(0xD3263D);
        case model::lint::Severity::Warning: return isDark ? QColor(0xFFB020) : QColor(0xF59E0B);
        case model::lint::Severity::Info: return isDark ? QColor(0x3D86E8) : QColor(0x2274E0);
    }
    return text;
}

}  // namespace lintel::rendering
