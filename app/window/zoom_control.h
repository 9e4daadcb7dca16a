#pragma once

#include "app/window/window_context.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace lintel::app {

/// How large the drawing is shown, in the status bar: smaller, a choice of sizes, larger.
class ZoomControl : public QWidget {
    Q_OBJECT

public:
    explicit ZoomControl(WindowContext context);

    void showZoom(qreal zoom);
    void retranslate();

private:
    WindowContext m_context;
    QToolButton* m_size;
    QMenu* m_sizes;
};

}  // namespace lintel::app
