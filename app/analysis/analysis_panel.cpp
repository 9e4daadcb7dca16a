#include "app/analysis/analysis_panel.h"

#include <QHBoxLayout>

namespace lintel::app::analysis {

namespace {
constexpr int kQuestionWidth = 280;
}  // namespace

AnalysisPanel::AnalysisPanel(const PanelContext& context, const char* objectName)
    : m_session(context.session), m_controller(context.controller), m_words(context.words)
{
    setObjectName(objectName);
}

void AnalysisPanel::setDark(bool dark)
{
    m_isDark = dark;
    showAnswer();
}

void AnalysisPanel::layOut(QLayout& question, QLayout& answer)
{
    auto* left = new QWidget;
    left->setLayout(&question);
    question.setContentsMargins(0, 0, 12, 0);
    left->setFixedWidth(kQuestionWidth);
    answer.setSpacing(4);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(left);
    layout->addLayout(&answer, 1);
}

}  // namespace lintel::app::analysis
