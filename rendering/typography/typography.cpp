#include "rendering/typography/typography.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace lintel::rendering {

using model::layout::TextStyle;

namespace {

struct Face {
    int pixels;
    QFont::Weight weight;
};

Face faceOf(TextStyle style)
{
    switch (style) {
        case TextStyle::BlockName: return {13, QFont::Medium};
        case TextStyle::BlockDetail: return {11, QFont::Normal};
        case TextStyle::ContainerName: return {13, QFont::DemiBold};
        case TextStyle::ContainerDetail: return {11, QFont::Normal};
        case TextStyle::ConnectionLabel: return {11, QFont::Normal};
        case TextStyle::NoteText: return {12, QFont::Normal};
    }
    return {12, QFont::Normal};
}

/// Vertical room of a line. Fallback fonts are taller than the first one, and a line must not grow when a
/// Hangul name is typed: so it is made for Latin, Hangul and accents alike.
struct LineBox {
    qreal ascent = 0;
    qreal descent = 0;
};

LineBox lineBoxOf(const QFontMetricsF& metrics)
{
    const QRectF ink = metrics.boundingRect(QStringLiteral("ÅÉgjpqy|뷁한글"));
    return {std::ceil(std::max(metrics.ascent(), -ink.top())), std::ceil(std::max(metrics.descent(), ink.bottom()))};
}

/// The ink may reach beyond the advance (italics, wide glyphs); both must fit.
qreal widthOf(const QFontMetricsF& metrics, const QString& line)
{
    if (line.isEmpty()) return 0;
    const QRectF ink = metrics.boundingRect(line);
    return std::max({metrics.horizontalAdvance(line), ink.right(), ink.width()}) + std::max(0.0, -ink.left());
}

std::string utf8(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

/// How many characters of `text` fit into `width`; at least one, and never half a surrogate pair.
qsizetype fittingLength(const QFontMetricsF& metrics, const QString& text, qreal width)
{
    qsizetype low = 1;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (widthOf(metrics, text.left(middle)) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    if (low < text.size() && text[low].isLowSurrogate()) low = low > 1 ? low - 1 : 2;
    return low;
}

QString elided(const QFontMetricsF& metrics, const QString& text, qreal width)
{
    static const QString kEllipsis(QChar(0x2026));
    if (widthOf(metrics, text) <= width) return text;
    QString kept = text;
    while (!kept.isEmpty() && widthOf(metrics, kept + kEllipsis) > width) {
        kept.chop(kept.size() > 1 && kept.back().isLowSurrogate() ? 2 : 1);
    }
    return kept.trimmed() + kEllipsis;
}

/// Breaks at blanks where that leaves no very short line, else after the separators of host names and addresses:
/// `Aurora MySQL db.t3.medium` breaks before `db`, not within it.
qsizetype breakBefore(const QString& text, qsizetype limit)
{
    for (qsizetype i = limit; i > limit / 4; --i)
        if (i < text.size() && text[i].isSpace()) return i;
    for (qsizetype i = limit; i > 0; --i) {
        if (i < text.size() && text[i].isSpace()) return i;
        const QChar last = text[i - 1];
        if (i < text.size() && (last == u'-' || last == u'/' || last == u'.' || last == u'_' || last.isSpace()))
            return i;
    }
    return limit;
}

}  // namespace

QStringList fontFamilies()
{
    static const QStringList kFamilies = [] {
        QStringList families{QStringLiteral("Noto Sans CJK KR"),
                             QStringLiteral("Noto Sans KR"),
                             QFontDatabase::systemFont(QFontDatabase::GeneralFont).family(),
                             QStringLiteral("NanumGothic"),
                             QStringLiteral("Nanum Gothic"),
                             QStringLiteral("Malgun Gothic"),
                             QStringLiteral("Apple SD Gothic Neo"),
                             QStringLiteral("sans-serif")};
        families.removeAll(QString());
        families.removeDuplicates();
        return families;
    }();
    return kFamilies;
}

int fontPixels(TextStyle style) { return faceOf(style).pixels; }

QFont fontOf(TextStyle style)
{
    const Face face = faceOf(style);
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(face.pixels);
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting);  // the same widths at every zoom
    font.setStyleStrategy(QFont::PreferAntialias);
    font.setKerning(true);
    return font;
}

qreal ascentOf(TextStyle style)
{
    static const auto kAscents = [] {
        std::array<qreal, 6> ascents{};
        for (std::size_t i = 0; i < ascents.size(); ++i)
            ascents[i] = lineBoxOf(QFontMetricsF(fontOf(static_cast<TextStyle>(i)))).ascent;
        return ascents;
    }();
    return kAscents[static_cast<std::size_t>(style)];
}

qreal overhangOf(const QString& line, TextStyle style)
{
    // Asked for every line that is painted, so only of the letters that may reach out: Latin ones.
    constexpr std::size_t kLetters = 0x250;
    static const auto kOverhangs = [] {
        std::array<std::array<float, kLetters>, 6> overhangs{};
        for (std::size_t i = 0; i < overhangs.size(); ++i) {
            const QFontMetricsF metrics(fontOf(static_cast<TextStyle>(i)));
            for (std::size_t letter = 0x21; letter < kLetters; ++letter)
                overhangs[i][letter] =
                    static_cast<float>(std::max(0.0, -metrics.leftBearing(QChar(static_cast<char16_t>(letter)))));
        }
        return overhangs;
    }();
    const std::size_t first = line.isEmpty() ? 0 : line.front().unicode();
    return first < kLetters ? static_cast<qreal>(kOverhangs[static_cast<std::size_t>(style)][first]) : 0.0;
}

int lineHeightOf(TextStyle style)
{
    static const auto kHeights = [] {
        std::array<int, 6> heights{};
        for (std::size_t i = 0; i < heights.size(); ++i) {
            const LineBox box = lineBoxOf(QFontMetricsF(fontOf(static_cast<TextStyle>(i))));
            heights[i] = static_cast<int>(box.ascent + box.descent);
        }
        return heights;
    }();
    return kHeights[static_cast<std::size_t>(style)];
}

QString displayText(std::string_view text)
{
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : shown) {
        const bool isNoncharacter = c.unicode() >= 0xFFFE || (c.unicode() >= 0xFDD0 && c.unicode() <= 0xFDEF);
        if (c.category() == QChar::Other_Control || isNoncharacter) c = u' ';
    }
    return shown;
}

namespace {

/// What was measured before. Every drawing of a design asks for the same texts again, and shaping them takes longer
/// than all else; each thread remembers its own, so that none waits for another.
template <typename Value, typename Measure>
Value remembered(std::string key, const Measure& measure)
{
    constexpr std::size_t kMost = 40'000;
    thread_local std::unordered_map<std::string, Value> values;
    const auto found = values.find(key);
    if (found != values.end()) return found->second;
    if (values.size() >= kMost) values.clear();
    return values.emplace(std::move(key), measure()).first->second;
}

std::string keyOf(std::string_view text, TextStyle style, int width = 0, int maxLines = 0)
{
    return std::to_string(static_cast<int>(style)) + ' ' + std::to_string(width) + ' ' + std::to_string(maxLines) +
           ' ' + std::string(text);
}

std::vector<std::string> linesOf(std::string_view text, TextStyle style, int width, int maxLines)
{
    const QFontMetricsF metrics(fontOf(style));
    std::vector<std::string> lines;
    QString rest = displayText(text).trimmed();
    while (!rest.isEmpty()) {
        if (static_cast<int>(lines.size()) + 1 >= maxLines) {
            lines.push_back(utf8(elided(metrics, rest, width)));
            break;
        }
        const qsizetype fits = fittingLength(metrics, rest, width);
        const qsizetype length = fits < rest.size() ? breakBefore(rest, fits) : fits;
        lines.push_back(utf8(rest.left(length).trimmed()));
        rest = rest.mid(length).trimmed();
    }
    return lines;
}

}  // namespace

model::Size FontTextMetrics::sizeOf(std::string_view line, TextStyle style) const
{
    return remembered<model::Size>(keyOf(line, style), [&] {
        const QFontMetricsF metrics(fontOf(style));
        return model::Size{static_cast<int>(std::ceil(widthOf(metrics, displayText(line)))), lineHeightOf(style)};
    });
}

std::vector<std::string> FontTextMetrics::wrapped(std::string_view text, TextStyle style, int width, int maxLines) const
{
    return remembered<std::vector<std::string>>(keyOf(text, style, width, maxLines),
                                                [&] { return linesOf(text, style, width, maxLines); });
}

}  // namespace lintel::rendering
