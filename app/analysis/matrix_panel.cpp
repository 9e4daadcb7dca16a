#include "app/analysis/matrix_panel.h"

#include "app/analysis/panel_parts.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace lintel::app::analysis {

using model::analysis::MatrixCell;
using model::analysis::Talk;

namespace {

constexpr Talk kTalks[] = {Talk::Works, Talk::Blocked, Talk::Undrawn};  // in the order of their values
constexpr const char* kIds[] = {"works", "blocked", "undrawn"};
constexpr int kColumnWidth = 104;
constexpr int kRowHeight = 26;
constexpr int kWidestSender = 220;

}  // namespace

MatrixPanel::MatrixPanel(const PanelContext& context)
    : AnalysisPanel(context, "matrixPanel"),
      m_answer(context.session, context.cache),
      m_model(new MatrixModel(context.session, context.words, this)),
      m_state(new QLabel),
      m_table(new QTableView),
      m_details(new QLabel)
{
    build();
    connect(&m_answer, &Inquiry::changed, this, &MatrixPanel::showAnswer);
    connect(m_table, &QTableView::clicked, this, &MatrixPanel::choose);
    connect(m_table, &QTableView::activated, this, &MatrixPanel::choose);
    m_answer.askWhileSeen(*this, [](const model::analysis::Analyses& analyses) { return analyses.matrix().cells(); });
    retranslate();
}

void MatrixPanel::build()
{
    auto* bar = new QHBoxLayout;
    for (const Talk talk : {Talk::Blocked, Talk::Undrawn, Talk::Works}) {
        auto* filter = new QToolButton;
        filter->setObjectName(QStringLiteral("matrix.") + kIds[static_cast<int>(talk)]);
        filter->setCheckable(true);
        filter->setChecked(true);
        filter->setAutoRaise(true);
        filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        connect(filter, &QToolButton::toggled, this, &MatrixPanel::showAnswer);
        bar->addWidget(filter);
        m_filters[static_cast<int>(talk)] = filter;
    }
    m_state->setObjectName("matrixState");
    m_state->setForegroundRole(QPalette::PlaceholderText);
    bar->addSpacing(8);
    bar->addWidget(m_state, 1);
    m_table->setObjectName("matrixTable");
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setCornerButtonEnabled(false);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultSectionSize(kColumnWidth);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setMaximumWidth(kWidestSender);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_details->setObjectName("matrixDetails");
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
}

void MatrixPanel::retranslate()
{
    m_table->setAccessibleName(m_words("panel.matrix"));
    showAnswer();
}

void MatrixPanel::showAnswer()
{
    const MatrixModel::Cells* cells = m_answer.answer();
    std::array<int, 3> counts{};
    if (cells)
        for (const MatrixCell& cell : *cells) ++counts[static_cast<std::size_t>(cell.talk)];
    for (int i = 0; i < 3; ++i) {
        m_filters[i]->setText(m_words(std::string("matrix.") + kIds[i],
                                      {{"count", std::to_string(counts[static_cast<std::size_t>(i)])}}));
        m_filters[i]->setIcon(dotIcon(colourOf(kTalks[i], m_isDark)));
        m_filters[i]->setToolTip(m_words("problems.filter"));
    }
    const bool hasCells = cells && !cells->empty();
    m_model->show(cells ? *cells : MatrixModel::Cells(),
                  {m_filters[0]->isChecked(), m_filters[1]->isChecked(), m_filters[2]->isChecked()}, m_isDark);
    m_state->setText(!cells ? m_words("reach.working") : hasCells ? m_words("matrix.axes") : QString());
    m_table->setVisible(hasCells);
    m_details->setText(!cells ? QString() : m_words(hasCells ? "matrix.hint" : "matrix.empty"));
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_table->verticalHeader()->setFixedWidth(
        std::min(kWidestSender, m_table->verticalHeader()->sizeHint().width() + 12));
}

void MatrixPanel::choose(const QModelIndex& index)
{
    const auto cells = m_model->cellsAt(index);
    if (cells.empty()) return;
    QStringList lines;
    for (const MatrixCell* cell : cells) lines << m_model->explain(*cell);
    m_details->setForegroundRole(QPalette::WindowText);
    m_details->setText(lines.join('\n'));
    // The port that says most: one that is stopped, where there is one.
    const MatrixCell* cell = cells.front();
    for (const MatrixCell* other : cells)
        if (other->talk == Talk::Blocked) cell = other;
    ReachQuestion question{cell->from, cell->to, {}};
    if (!cell->ports.isEmpty() && cell->protocol == "tcp") question.port = cell->ports.intervals().front().first;
    Q_EMIT asked(question);
}

}  // namespace lintel::app::analysis
