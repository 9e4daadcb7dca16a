#pragma once

#include "rendering/canvas/canvas_widget.h"

#include <QWidget>

namespace lintel::app::compare {

/// Two canvases on one place: the old design to the left of a line, the new one to its right. The line is dragged with
/// the mouse or moved with the arrow keys.
class WipeView : public QWidget {
    Q_OBJECT

public:
    explicit WipeView(QWidget* parent = nullptr);

    rendering::canvas::CanvasWidget& before() { return *m_before; }
    rendering::canvas::CanvasWidget& after() { return *m_after; }
    /// How much of the width shows the old design, from 0 to 1.
    double share() const { return m_share; }
    void setShare(double share);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();

    rendering::canvas::CanvasWidget* m_after;
    QWidget* m_window;  ///< cuts the old design off at the line
    rendering::canvas::CanvasWidget* m_before;
    QWidget* m_line;
    double m_share = 0.5;
};

}  // namespace lintel::app::compare
