#include "app/terraform/hcl_highlighter.h"

#include <QRegularExpression>

namespace lintel::app::terraform {

namespace {

struct Colours {
    const char* comment;
    const char* type;
    const char* attribute;
    const char* string;
    const char* inserted;
    const char* literal;
};

// At least 4.5:1 on the ground of either theme, the comments included.
constexpr Colours kOnLight{"#5c6773", "#7b2fbf", "#0b5394", "#1e6b2e", "#a33a00", "#a33a00"};
constexpr Colours kOnDark{"#9aa5b1", "#d6a8ff", "#8fc1ff", "#9fdca9", "#ffb38a", "#ffb38a"};

bool isWord(QChar c) { return c.isLetterOrNumber() || c == '_' || c == '-' || c == '.'; }

}  // namespace

HclHighlighter::HclHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) { setDark(false); }

void HclHighlighter::setDark(bool dark)
{
    const Colours& colours = dark ? kOnDark : kOnLight;
    m_comment.setForeground(QColor(colours.comment));
    m_type.setForeground(QColor(colours.type));
    m_attribute.setForeground(QColor(colours.attribute));
    m_string.setForeground(QColor(colours.string));
    m_inserted.setForeground(QColor(colours.inserted));
    m_literal.setForeground(QColor(colours.literal));
    rehighlight();
}

qsizetype HclHighlighter::colourString(const QString& line, qsizetype from)
{
    qsizetype at = from + 1;
    for (; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '$' && line.mid(at, 3) == QLatin1String("$${")) {
            at += 2;
        } else if (line[at] == '$' && line.mid(at + 1, 1) == QLatin1String("{")) {
            const qsizetype end = line.indexOf('}', at);
            const qsizetype past = end < 0 ? line.size() : end + 1;
            setFormat(static_cast<int>(from), static_cast<int>(at - from), m_string);
            setFormat(static_cast<int>(at), static_cast<int>(past - at), m_inserted);
            from = past;
            at = past - 1;
        }
    }
    const qsizetype past = std::min(at + 1, line.size());
    setFormat(static_cast<int>(from), static_cast<int>(past - from), m_string);
    return past;
}

void HclHighlighter::highlightBlock(const QString& line)
{
    static const QRegularExpression kHead(QStringLiteral("^\\s*([a-z_0-9]+)( \"[^\"]*\")* \\{"));
    static const QRegularExpression kAttribute(QStringLiteral("^\\s*(\"[^\"]*\"|[A-Za-z_][A-Za-z0-9_.-]*) += "));
    static const QRegularExpression kLiteral(QStringLiteral("^(true|false|null|[0-9][0-9.]*)$"));
    if (line.trimmed().startsWith('#')) return setFormat(0, static_cast<int>(line.size()), m_comment);
    for (qsizetype at = 0; at < line.size();) {
        if (line[at] == '"') {
            at = colourString(line, at);
        } else if (isWord(line[at])) {
            const qsizetype from = at;
            while (at < line.size() && isWord(line[at])) ++at;
            if (kLiteral.match(line.mid(from, at - from)).hasMatch())
                setFormat(static_cast<int>(from), static_cast<int>(at - from), m_literal);
        } else {
            ++at;
        }
    }
    const auto colour = [this](const QRegularExpressionMatch& match, const QTextCharFormat& format) {
        if (match.hasMatch())
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), format);
    };
    colour(kHead.match(line), m_type);
    colour(kAttribute.match(line), m_attribute);
}

}  // namespace lintel::app::terraform
