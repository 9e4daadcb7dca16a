#pragma once

#include "rendering/canvas/canvas_widget.h"

#include <QPixmap>
#include <QTimer>

namespace lintel::app {

/// The whole drawing in a corner of the canvas while only a part of it is in sight; drag to move about.
class Minimap : public QWidget {
    Q_OBJECT

public:
    explicit Minimap(rendering::canvas::CanvasWidget& canvas);

    /// The drawing has changed.
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void place();
    void paintPicture();
    void centreOn(QPointF position);

    rendering::canvas::CanvasWidget& m_canvas;
    QPixmap m_picture;
    rendering::canvas::Viewport m_viewport;  ///< from the scene to this widget
    QTimer m_soon;
};

}  // namespace lintel::app
