#include "app/window/status_line.h"

#include "app/problems/severity_look.h"
#include "app/qt_text.h"
#include "app/window/workspace.h"
#include "app/window/zoom_control.h"
#include "model/lint/finding_counts.h"

#include <QApplication>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>

namespace lintel::app {

using namespace model;
using lint::Severity;

StatusLine::StatusLine(QStatusBar& bar, WindowContext context)
    : QObject(&bar),
      m_bar(bar),
      m_context(context),
      m_selection(new QLabel),
      m_problems(new QToolButton),
      m_zoom(new ZoomControl(context))
{
    m_selection->setObjectName("selectionText");
    m_selection->setTextFormat(Qt::RichText);
    m_selection->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_selection->setFocusPolicy(Qt::TabFocus);
    m_selection->setContentsMargins(8, 0, 8, 0);
    m_problems->setObjectName("problemCounts");
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bar.addWidget(m_selection, 1);
    m_bar.addPermanentWidget(m_problems);
    m_bar.addPermanentWidget(m_zoom);
    connect(m_selection, &QLabel::linkActivated, this, &StatusLine::goTo);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
}

QString StatusLine::selectionText() const
{
    // Said in the text: a label keeps the links' colour of the theme it was written in.
    const QString colour = QApplication::palette().color(QPalette::Link).name();
    const session::DocumentSession& session = m_context.workspace.current().session();
    const auto& selection = session.selection();
    const settings::Words& words = m_context.words;
    if (selection.empty())
        return words("status.size", {{"blocks", std::to_string(session.document().blocks.size())},
                                     {"connections", std::to_string(session.document().connections.size())}});
    if (selection.size() > 1) return words("status.selected", {{"count", std::to_string(selection.size())}});
    // From the outside in, as one says where something is; each step leads there.
    QStringList path;
    const Block* block = session.document().blocks.find(BlockId(*selection.begin()));
    for (; block; block = session.document().blocks.find(block->parent)) {
        const QString label = toQString(block->label()).toHtmlEscaped();
        const QString id = toQString(block->id.text()).toHtmlEscaped();
        const auto link = QStringLiteral("<a href=\"%1\" style=\"color:%3; text-decoration:none\">%2</a>");
        path.prepend(path.isEmpty() ? label : link.arg(id, label, colour));
    }
    return path.join(QStringLiteral(" › "));
}

void StatusLine::goTo(const QString& id)
{
    DocumentTab& tab = m_context.workspace.current();
    tab.session().select({fromQString(id)});
    if (const rendering::Element* element = tab.canvas().picture().find(fromQString(id)))
        tab.canvas().ensureVisible(element->bounds);
    tab.canvas().setFocus();
}

void StatusLine::refresh()
{
    const bool isDrawing = !m_context.workspace.isOnStartPage();
    m_bar.setVisible(isDrawing);
    if (!isDrawing) return;
    DocumentTab& tab = m_context.workspace.current();
    m_selection->setText(selectionText());
    m_zoom->showZoom(tab.canvas().zoom());
    const model::lint::FindingCounts counts = model::lint::countsOf(tab.lint().findings());
    const bool dark = m_context.settings.isDark();
    if (!tab.lint().isUpToDate()) return showProblems(m_context.words("problems.checking"));
    showProblems(m_context.words(
        "problems.counts", {{"errors", std::to_string(counts.errors)}, {"warnings", std::to_string(counts.warnings)}}));
    const Severity worst = counts.errors ? Severity::Error : counts.warnings ? Severity::Warning : Severity::Info;
    m_problems->setIcon(problems::severityIcon(worst, dark));
}

/// Never narrower than it was: the line stays calm, and no count is cut off until the next layout.
void StatusLine::showProblems(const QString& text)
{
    m_problems->setText(text);
    m_problems->setMinimumWidth(std::max(m_problems->minimumWidth(), m_problems->sizeHint().width()));
}

void StatusLine::retranslate()
{
    m_problems->setMinimumWidth(0);
    m_zoom->retranslate();
    m_problems->setToolTip(m_context.words("panel.problems"));
    refresh();
}

}  // namespace lintel::app
