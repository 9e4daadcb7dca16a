#include "app/history/history_panel.h"

namespace lintel::app {

HistoryPanel::HistoryPanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent)
    : QListWidget(parent), m_session(session), m_words(words)
{
    setObjectName("historyList");
    setFrameShape(QFrame::NoFrame);
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &HistoryPanel::refresh);
    const auto go = [this](const QListWidgetItem* item) { m_session.undoStack().setIndex(row(item)); };
    connect(this, &QListWidget::itemClicked, this, go);
    connect(this, &QListWidget::itemActivated, this, go);
    refresh();
}

void HistoryPanel::refresh()
{
    const QSignalBlocker blocker(this);
    setAccessibleName(m_words("panel.history"));
    QStringList steps = m_session.history();
    steps.prepend(m_words("history.opened"));
    // Rows are kept where they are: one of them is handling the click that led here.
    while (count() > steps.size()) delete takeItem(count() - 1);
    while (count() < steps.size()) addItem(QString());
    const int index = m_session.undoStack().index();
    for (int i = 0; i < count(); ++i) {
        item(i)->setText(steps[i]);
        // What was undone is still there, but muted.
        item(i)->setForeground(palette().color(i <= index ? QPalette::Text : QPalette::PlaceholderText));
    }
    setCurrentRow(index);
    scrollToItem(item(index));
}

}  // namespace lintel::app
