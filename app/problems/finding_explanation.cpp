#include "app/problems/finding_explanation.h"

#include "app/cli/rule_story.h"
#include "app/qt_text.h"
#include "model/lint/linter.h"
#include "rendering/painter/painter.h"

#include <QImage>
#include <QPainter>
#include <QUrl>

namespace lintel::app::problems {

using namespace model;
using lint::Finding;

namespace {

constexpr qreal kMargin = 12;
constexpr int kSharpness = 2;  // for screens of twice the density
constexpr int kMostWidth = 520;

QImage paintedStory(const cli::RuleStory& story, const catalogue::Catalogue& catalogue, const rendering::Theme& theme,
                    const text::Messages& messages, text::Language language)
{
    const rendering::DisplayList picture = cli::pictureOf(story, catalogue, theme, messages, language);
    const QRectF scene = picture.bounds().adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const qreal scale = std::min<qreal>(1, kMostWidth / scene.width()) * kSharpness;
    QImage image((scene.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    painter.translate(-scene.topLeft());
    rendering::paint(painter, picture, scene, rendering::IconSet());
    return image;
}

}  // namespace

QString namesOf(const Document& document, const std::vector<std::string>& ids, const QString& separator)
{
    QStringList names;
    for (const std::string& id : ids) {
        const Block* block = document.blocks.find(BlockId(id));
        const Connection* connection = document.connections.find(ConnectionId(id));
        if (connection && !block) continue;  // a path is told by what it passes through
        names << toQString(block ? block->label() : id);
    }
    return names.join(separator);
}

FindingExplanation::FindingExplanation(const catalogue::Catalogue& catalogue, const text::Messages& messages,
                                       const settings::Words& words, QWidget* parent)
    : QTextBrowser(parent), m_catalogue(catalogue), m_messages(messages), m_words(words)
{
    setObjectName("explanation");
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
}

void FindingExplanation::setDark(bool dark) { m_isDark = dark; }

void FindingExplanation::showHint(bool isAnythingListed)
{
    setHtml(isAnythingListed ? QStringLiteral("<p>%1</p>").arg(m_words("problems.choose").toHtmlEscaped()) : QString());
}

QString FindingExplanation::textOf(const Finding& finding, const char* part) const
{
    const std::string id = "rule." + finding.rule + "." + part;
    return m_words.contains(id) ? m_words.of(Message(id, finding.message.arguments)).toHtmlEscaped() : QString();
}

QString FindingExplanation::pathText(const Document& document, const Finding& finding) const
{
    if (finding.witness.size() < 2) return {};
    const QString path = namesOf(document, finding.witness, QStringLiteral(" → ")).toHtmlEscaped();
    return QStringLiteral("<p><b>%1</b> %2</p>").arg(m_words("problems.path").toHtmlEscaped(), path);
}

QString FindingExplanation::decisionText(const Document& document, const Finding& finding) const
{
    const Waiver* decision = document.waivers.find(finding.decision);
    if (!decision)
        return finding.asksDecision
                   ? QStringLiteral("<p><i>%1</i></p>").arg(m_words("problems.asks-decision").toHtmlEscaped())
                   : QString();
    const char* state = finding.waived ? "problems.decided" : "problems.decision-stale";
    QString text = QStringLiteral("<p><b>%1</b> %2")
                       .arg(m_words(state).toHtmlEscaped(), toQString(decision->reason).toHtmlEscaped());
    QStringList signature;
    if (!decision->by.empty()) signature << toQString(decision->by).toHtmlEscaped();
    if (!decision->until.empty())
        signature << m_words("problems.decided-until", {{"date", decision->until}}).toHtmlEscaped();
    if (!signature.isEmpty()) text += QStringLiteral(" (%1)").arg(signature.join(QStringLiteral(", ")));
    return text + QStringLiteral("</p>");
}

QString FindingExplanation::pictureTag(const std::string& rule)
{
    const std::string key =
        rule + (m_words.language() == text::Language::Korean ? ".ko" : ".en") + (m_isDark ? ".dark" : ".light");
    auto known = m_pictures.find(key);
    if (known == m_pictures.end()) {
        QImage image;
        const lint::Rule* found = lint::findRule(rule);
        const auto story = found ? cli::storyOf(*found, m_catalogue) : std::nullopt;
        if (story)
            image = paintedStory(*story, m_catalogue, m_isDark ? rendering::Theme::dark() : rendering::Theme::light(),
                                 m_messages, m_words.language());
        known = m_pictures.emplace(key, std::move(image)).first;
    }
    const QImage& image = known->second;
    if (image.isNull()) return {};
    const QString name = QStringLiteral("story:") + toQString(key);
    document()->addResource(QTextDocument::ImageResource, QUrl(name), image);
    return QStringLiteral("<p><img src='%1' width='%2' height='%3'></p>")
        .arg(name)
        .arg(image.width() / kSharpness)
        .arg(image.height() / kSharpness);
}

void FindingExplanation::show(const Document& document, const Finding& finding)
{
    QString html = QStringLiteral("<h4 style='margin-bottom:4px'>%1</h4><p>%2</p>")
                       .arg(textOf(finding, "title"), m_words.of(finding.message).toHtmlEscaped());
    html += decisionText(document, finding) + pathText(document, finding);
    html += QStringLiteral("<p>%1</p>").arg(textOf(finding, "why"));
    const QString picture = pictureTag(finding.rule);
    html += QStringLiteral("<p>%1</p>").arg(textOf(finding, "advice")) + picture;
    const QString link = textOf(finding, "doc");
    html += QStringLiteral("<p><small>%1").arg(toQString(finding.rule).toHtmlEscaped());
    if (!link.isEmpty())
        html += QStringLiteral(" · <a href='%1'>%2</a>").arg(link, m_words("problems.documentation").toHtmlEscaped());
    setHtml(html + QStringLiteral("</small></p>"));
}

}  // namespace lintel::app::problems
