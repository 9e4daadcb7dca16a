#include "app/canvas/analysis_banner.h"

#include <algorithm>

namespace lintel::app::canvas {

using rendering::Mark;

namespace {

constexpr std::pair<Mark::Tone, const char*> kTones[] = {{Mark::Tone::Open, "analysis.tone.open"},
                                                         {Mark::Tone::Broken, "analysis.tone.broken"},
                                                         {Mark::Tone::Weak, "analysis.tone.weak"},
                                                         {Mark::Tone::Single, "analysis.tone.single"}};

}  // namespace

AnalysisBanner::AnalysisBanner(const session::DocumentSession& session) : m_session(session)
{
    setObjectName("analysisBanner");
    setTextFormat(Qt::RichText);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    hide();
}

void AnalysisBanner::show(const AnalysisView& view, bool dark)
{
    setVisible(!view.title.isEmpty());
    if (view.title.isEmpty()) return;
    QString html = QStringLiteral("<b>%1</b>").arg(view.title.toHtmlEscaped());
    for (const auto& [tone, word] : kTones) {
        const bool isUsed = std::any_of(view.marks.marks.begin(), view.marks.marks.end(),
                                        [tone = tone](const auto& mark) { return mark.second.tone == tone; });
        if (!isUsed) continue;
        const bool isLost = view.isFailure && tone == Mark::Tone::Broken;
        html += QStringLiteral("&nbsp;&nbsp; <span style='color:%1'>●</span> %2")
                    .arg(rendering::colourOf(tone, dark).name(),
                         m_session.textOf(model::Message(isLost ? "analysis.tone.lost" : word)).toHtmlEscaped());
    }
    html += QStringLiteral("&nbsp;&nbsp; <span style='color:%1'>%2</span>")
                .arg(dark ? "#9aa4b2" : "#5b6472", m_session.textOf(model::Message("analysis.leave")).toHtmlEscaped());
    setText(html);
    setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; border-top: 1px solid %3; padding: 5px 12px; }")
                      .arg(dark ? "#262b33" : "#ffffff", dark ? "#e6e9ee" : "#1f2937", dark ? "#4a5361" : "#c4cad3"));
}

}  // namespace lintel::app::canvas
