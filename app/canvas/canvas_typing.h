#pragma once

#include "app/canvas/canvas_controller.h"

#include <QPointer>

class QLineEdit;

namespace lintel::app::canvas {

/// Typing on the canvas starts where the text belongs: in the name of the selected block. An input method composes its
/// first syllable while the canvas still has the focus; moving the focus then would tear the syllable apart. So the
/// canvas keeps it and hands every key and composition on to the line until the composition is at rest.
class CanvasTyping : public QObject {
    Q_OBJECT

public:
    explicit CanvasTyping(CanvasController& controller);

    /// The line that gets what is typed from now on, until it is at rest or gone.
    void take(QLineEdit* line) { m_line = line; }

Q_SIGNALS:
    /// Text was typed while nothing is selected, or a slash whatever is selected. Whoever answers shows a line for
    /// it, without the focus, and says so with take().
    void searchAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool begin(bool isSlash);
    bool handOn(QEvent* event);
    QLineEdit* letGo();

    CanvasController& m_controller;
    QPointer<QLineEdit> m_line;  ///< while the canvas hands on
    bool m_isHandingOn = false;
};

}  // namespace lintel::app::canvas
