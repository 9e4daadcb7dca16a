#include "app/problems/problems_panel.h"

#include "app/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "rendering/icons/icon_set.h"

namespace lintel::app::problems {

using namespace model;
using lint::Finding;
using lint::Severity;

namespace {

QIcon iconOf(Severity severity)
{
    const char* name = severity == Severity::Error ? "ui/error" : severity == Severity::Warning ? "ui/warning" : "ui/info";
    return QIcon(QPixmap::fromImage(rendering::IconSet().image(name, 16)));
}

QString subjectsOf(const Document& document, const Finding& finding)
{
    QStringList names;
    for (const std::string& id : finding.subjects) {
        const Block* block = document.blocks.find(BlockId(id));
        names << toQString(block ? block->label() : id);
    }
    return names.join(", ");
}

}  // namespace

ProblemsPanel::ProblemsPanel(session::DocumentSession& session, LintService& lint, QWidget* parent)
    : QWidget(parent), m_session(session), m_lint(lint), m_filter(new QComboBox), m_counts(new QLabel),
      m_list(new QTreeWidget), m_explanation(new QTextBrowser), m_fix(new QPushButton)
{
    m_list->setObjectName("problemsList");
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(2);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_explanation->setOpenExternalLinks(true);
    m_explanation->setFrameShape(QFrame::NoFrame);
    m_fix->setObjectName("fixButton");

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_filter);
    bar->addWidget(m_counts);
    bar->addStretch();
    bar->addWidget(m_fix);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_explanation);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addLayout(bar);
    layout->addWidget(splitter);

    connect(&lint, &LintService::findingsChanged, this, &ProblemsPanel::refresh);
    connect(m_filter, &QComboBox::activated, this, &ProblemsPanel::refresh);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ProblemsPanel::showCurrent);
    retranslate();
}

void ProblemsPanel::retranslate()
{
    const int chosen = qMax(0, m_filter->currentIndex());
    m_filter->clear();
    m_filter->addItems({tr("All"), tr("Errors"), tr("Errors and warnings")});
    m_filter->setCurrentIndex(chosen);
    m_list->setHeaderLabels({tr("Problem"), tr("Where")});
    m_fix->setText(tr("Fix"));
}

void ProblemsPanel::refresh()
{
    const Finding* before = current();
    const std::string wanted = before ? before->fingerprint : std::string();
    const QSignalBlocker blocker(m_list);
    retranslate();
    m_list->clear();
    int errors = 0;
    int warnings = 0;
    QTreeWidgetItem* again = nullptr;
    for (std::size_t i = 0; i < m_lint.findings().size(); ++i) {
        const Finding& finding = m_lint.findings()[i];
        if (finding.waived) continue;
        errors += finding.severity == Severity::Error ? 1 : 0;
        warnings += finding.severity == Severity::Warning ? 1 : 0;
        if (m_filter->currentIndex() == 1 && finding.severity != Severity::Error) continue;
        if (m_filter->currentIndex() == 2 && finding.severity == Severity::Info) continue;
        auto* item = new QTreeWidgetItem(m_list, {m_session.textOf(finding.message), subjectsOf(m_session.document(), finding)});
        item->setIcon(0, iconOf(finding.severity));
        item->setToolTip(0, item->text(0));
        item->setData(0, Qt::UserRole, static_cast<int>(i));
        if (!wanted.empty() && finding.fingerprint == wanted) again = item;
    }
    m_counts->setText(m_list->topLevelItemCount() == 0 && errors + warnings == 0
                          ? tr("No problems found")
                          : tr("%1 errors, %2 warnings").arg(errors).arg(warnings));
    if (again) m_list->setCurrentItem(again);
    showCurrent();
}

const Finding* ProblemsPanel::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    if (!item) return nullptr;
    const auto index = static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt());
    return index < m_lint.findings().size() ? &m_lint.findings()[index] : nullptr;
}

void ProblemsPanel::showCurrent()
{
    const Finding* finding = current();
    fillFixes(finding);
    if (!finding) {
        m_explanation->clear();
        Q_EMIT shown({});
        return;
    }
    const auto part = [&](const char* which) {
        const std::string id = "rule." + finding->rule + "." + which;
        return m_session.messages().contains(id) ? m_session.textOf(Message(id, finding->message.arguments)).toHtmlEscaped() : QString();
    };
    m_explanation->setHtml(QStringLiteral("<h4>%1</h4><p>%2</p><p>%3</p><p>%4</p><p><small>%5</small></p>")
                               .arg(part("title"), m_session.textOf(finding->message).toHtmlEscaped(), part("why"), part("advice"),
                                    toQString(finding->rule)));
    std::vector<std::string> ids = finding->subjects;
    ids.insert(ids.end(), finding->witness.begin(), finding->witness.end());
    Q_EMIT shown(ids);
}

void ProblemsPanel::fillFixes(const Finding* finding)
{
    delete m_fix->menu();
    m_fix->setMenu(nullptr);
    m_fix->disconnect(this);
    m_fix->setEnabled(finding && !finding->fixes.empty());
    m_fix->setText(tr("Fix"));
    if (!m_fix->isEnabled()) return;
    if (finding->fixes.size() == 1) {
        m_fix->setText(tr("Fix: %1").arg(m_session.textOf(finding->fixes.front().caption())));
        connect(m_fix, &QPushButton::clicked, this, [this, fix = finding->fixes.front()] { applyFix(fix); });
        return;
    }
    auto* menu = new QMenu(m_fix);
    for (const lint::Fix& fix : finding->fixes)
        menu->addAction(m_session.textOf(fix.caption()), this, [this, fix] { applyFix(fix); });
    m_fix->setMenu(menu);
}

void ProblemsPanel::applyFix(const lint::Fix& fix)
{
    const auto applied = m_session.apply(fix.change);
    if (!applied) m_counts->setText(m_session.textOf(applied.error()));
}

}  // namespace lintel::app::problems
