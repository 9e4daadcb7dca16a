#pragma once

#include "app/window/window_context.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace lintel::app {

class ZoomControl;

/// What the status bar tells of the current design: what is selected, how many problems there are, the zoom.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(QStatusBar& bar, WindowContext context);

    void refresh();
    void retranslate();

Q_SIGNALS:
    void problemsClicked();

private:
    QString selectionText() const;
    void showProblems(const QString& text);
    /// Selects a block that the path names, and brings it into sight.
    void goTo(const QString& id);

    QStatusBar& m_bar;
    WindowContext m_context;
    QLabel* m_selection;
    QToolButton* m_problems;
    ZoomControl* m_zoom;
};

}  // namespace lintel::app
