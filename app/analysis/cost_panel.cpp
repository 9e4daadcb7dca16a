#include "app/analysis/cost_panel.h"

#include "app/analysis/panel_parts.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/analysis/quantity_text.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::CostBasis;
using model::analysis::CostEstimate;
using model::analysis::CostLine;
using model::analysis::CostPart;
using model::analysis::TradeOff;
using rendering::Mark;

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kNotesWidth = 280;
constexpr double kLarge = 1.35;

bool isWorthTelling(const CostLine& line)
{
    return !line.parts.empty() || !line.missing.empty() || line.hasUsage || line.basis == CostBasis::Unknown ||
           line.basis == CostBasis::ByUsage;
}

}  // namespace

CostPanel::CostPanel(const PanelContext& context)
    : AnalysisPanel(context, "costPanel"),
      m_answer(context.session, context.cache),
      m_total(new QLabel),
      m_notes(new QLabel),
      m_tree(new QTreeWidget)
{
    build();
    connect(&m_answer, &Inquiry::changed, this, &CostPanel::showAnswer);
    connect(m_tree, &QTreeWidget::itemClicked, this, &CostPanel::goTo);
    connect(m_tree, &QTreeWidget::itemActivated, this, &CostPanel::goTo);
    m_answer.ask([](const model::analysis::Analyses& analyses) { return analyses.cost(); });
    retranslate();
}

void CostPanel::build()
{
    m_total->setObjectName("costTotal");
    m_total->setTextFormat(Qt::PlainText);
    m_total->setWordWrap(true);
    QFont large = m_total->font();
    large.setPointSizeF(large.pointSizeF() * kLarge);
    large.setBold(true);
    m_total->setFont(large);
    m_notes->setObjectName("costNotes");
    m_notes->setTextFormat(Qt::RichText);
    m_notes->setWordWrap(true);
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_tree->setObjectName("costTree");
    styleTree(*m_tree);
    m_tree->setColumnCount(3);
    m_tree->setRootIsDecorated(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    auto* notes = scrolled(*[this] {
        auto* page = new QWidget;
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 12, 0);
        column->addWidget(m_total);
        column->addWidget(m_notes);
        column->addStretch();
        return page;
    }());
    notes->setFixedWidth(kNotesWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(notes);
    layout->addWidget(m_tree, 1);
}

void CostPanel::retranslate()
{
    m_tree->setHeaderLabels({m_words("cost.block"), m_words("cost.monthly"), m_words("cost.for")});
    m_tree->setAccessibleName(m_words("panel.cost"));
    showAnswer();
}

void CostPanel::showAnswer()
{
    const CostEstimate* estimate = m_answer.answer();
    m_tree->clear();
    m_tree->setEnabled(estimate != nullptr);
    Q_EMIT estimated();
    if (!estimate) {
        m_total->setText(m_words("reach.working"));
        return m_notes->clear();
    }
    showTotal(*estimate);
    std::vector<CostLine> lines = estimate->lines();
    std::erase_if(lines, [](const CostLine& line) { return !isWorthTelling(line); });
    std::stable_sort(lines.begin(), lines.end(),
                     [](const CostLine& a, const CostLine& b) { return a.monthly > b.monthly; });
    for (const CostLine& line : lines) addLine(line);
    addTradeOffs(*estimate);
    m_tree->setHeaderHidden(m_tree->topLevelItemCount() == 0);
}

void CostPanel::showTotal(const CostEstimate& estimate)
{
    const bool isEmpty = std::none_of(estimate.lines().begin(), estimate.lines().end(), isWorthTelling);
    if (isEmpty) {
        m_total->setText(m_words("cost.nothing"));
        return m_notes->setText(mutedText(m_words("cost.hint"), m_isDark));
    }
    m_total->setText(
        m_words(estimate.isComplete() ? "cost.total" : "cost.at-least", {{"price", estimate.total().text()}}));
    QString html = QStringLiteral("<p>%1</p>").arg(mutedText(m_words("cost.assumptions"), m_isDark));
    if (!estimate.missing().empty()) {
        std::string items;
        for (const std::string& item : estimate.missing()) items += (items.empty() ? "" : ", ") + item;
        html += QStringLiteral("<p>%1</p>").arg(m_words("cost.missing", {{"items", items}}).toHtmlEscaped());
    }
    if (!estimate.newestPrice().empty())
        html += QStringLiteral("<p>%1</p>")
                    .arg(mutedText(
                        m_words("cost.dates", {{"oldest", estimate.oldestPrice()}, {"newest", estimate.newestPrice()}}),
                        m_isDark));
    m_notes->setText(html);
}

QString CostPanel::partsText(const CostLine& line) const
{
    QStringList texts;
    for (const CostPart& part : line.parts)
        texts << (part.quantity == 1
                      ? toQString(part.item)
                      : QStringLiteral("%1 × %2").arg(toQString(model::analysis::quantityText(part.quantity)),
                                                      toQString(part.item)));
    for (const std::string& item : line.missing) texts << m_words("cost.unknown-item", {{"item", item}});
    if (line.basis == CostBasis::Unknown) texts << m_words("cost.unknown");
    if (line.hasUsage || line.basis == CostBasis::ByUsage) texts << m_words("cost.by-usage");
    return texts.join(QStringLiteral(", "));
}

void CostPanel::addLine(const CostLine& line)
{
    const QString price = line.parts.empty() ? QString() : toQString(line.monthly.text());
    const QString shown = line.isComplete() ? price
                          : price.isEmpty() ? QStringLiteral("?")
                                            : price + QStringLiteral(" + ?");
    auto* item = new QTreeWidgetItem(m_tree, {nameOf(line.block.text(), m_session, m_words), shown, partsText(line)});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    if (!line.isComplete()) item->setForeground(1, rendering::colourOf(Mark::Tone::Weak, m_isDark));
    const Block* block = m_session.document().blocks.find(line.block);
    if (block) item->setIcon(0, settings::kindIcon(block->kind.text()));
    item->setData(0, kIdRole, toQString(line.block.text()));
    QStringList sources;
    for (const CostPart& part : line.parts)
        sources << m_words(
            "cost.source",
            {{"item", part.item}, {"price", part.monthly.text()}, {"date", part.date}, {"source", part.source}});
    item->setToolTip(1, sources.join('\n'));
    item->setToolTip(2, item->text(2));
}

void CostPanel::addTradeOffs(const CostEstimate& estimate)
{
    if (estimate.tradeOffs().empty()) return;
    auto* head = new QTreeWidgetItem(m_tree, {m_words("cost.trade-offs")});
    head->setFlags(Qt::ItemIsEnabled);
    QFont bold = m_tree->font();
    bold.setBold(true);
    head->setFont(0, bold);
    for (const TradeOff& other : estimate.tradeOffs()) {
        auto* item = new QTreeWidgetItem(m_tree, {m_words.of(other.message)});
        item->setFirstColumnSpanned(true);
        item->setToolTip(0, item->text(0));
        item->setData(0, kIdRole, toQString(other.subject.text()));
    }
}

void CostPanel::goTo(QTreeWidgetItem* item)
{
    const QString id = item ? item->data(0, kIdRole).toString() : QString();
    if (!id.isEmpty()) Q_EMIT chosen(fromQString(id));
}

QString CostPanel::lineOf(const BlockId& block) const
{
    const CostEstimate* estimate = m_answer.answer();
    const CostLine* line = estimate ? estimate->line(block) : nullptr;
    if (!line || !isWorthTelling(*line)) return {};
    if (line->parts.empty()) return partsText(*line);
    const char* id = line->isComplete() ? "cost.of-block" : "cost.of-block-at-least";
    return m_words(id, {{"price", line->monthly.text()}});
}

}  // namespace lintel::app::analysis
