#include "exporters/image/svg_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace lintel::exporters::image {

std::string number(double value, int decimals)
{
    const double unit = decimals == 2 ? 100 : std::pow(10, decimals);
    const double rounded = std::round(value * unit) / unit;
    std::array<char, 32> buffer{};
    // Adding 0 turns a negative zero into a plain one.
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded + 0.0, std::chars_format::fixed, decimals)
            .ptr;
    std::string text(buffer.data(), end);
    if (text.find('.') == std::string::npos) return text;
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string point(QPointF p) { return number(p.x()) + "," + number(p.y()); }

std::string colourAttribute(std::string_view name, QRgb colour)
{
    std::string text = " " + std::string(name) + "=\"";
    if (qAlpha(colour) == 0) return text + "none\"";
    text += QColor::fromRgb(colour).name(QColor::HexRgb).toStdString() + "\"";
    if (qAlpha(colour) < 255) text += " " + std::string(name) + "-opacity=\"" + number(qAlpha(colour) / 255.0) + "\"";
    return text;
}

std::string colourDeclaration(std::string_view name, QRgb colour)
{
    const std::string property(name);
    if (qAlpha(colour) == 0) return property + ":none";
    return property + ":" + QColor::fromRgb(colour).name(QColor::HexRgb).toStdString() + ";" + property +
           "-opacity:" + number(qAlpha(colour) / 255.0);
}

namespace {

/// Neither markup nor anything that XML forbids, as nearly all names are.
bool isPlain(const QString& text)
{
    return std::none_of(text.begin(), text.end(), [](QChar letter) {
        const char16_t c = letter.unicode();
        return c < 0x20 || c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || (c >= 0x7F && c < 0xA0) ||
               c >= 0xD800;
    });
}

}  // namespace

std::string escaped(const QString& text)
{
    if (isPlain(text)) return text.toStdString();
    QString safe;
    for (const char32_t c : text.toUcs4()) {
        const bool isForbidden = (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c <= 0xDFFF) ||
                                 (c & 0xFFFE) == 0xFFFE;
        if (isForbidden) continue;
        if (c == '&')
            safe += QLatin1StringView("&amp;");
        else if (c == '<')
            safe += QLatin1StringView("&lt;");
        else if (c == '>')
            safe += QLatin1StringView("&gt;");
        else if (c == '"')
            safe += QLatin1StringView("&quot;");
        else if (c == '\'')
            safe += QLatin1StringView("&#39;");
        else
            safe += QString::fromUcs4(&c, 1);
    }
    return safe.toStdString();
}

}  // namespace lintel::exporters::image
