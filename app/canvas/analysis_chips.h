#pragma once

#include "rendering/canvas/canvas_widget.h"
#include "rendering/scene/analysis_marks.h"

#include <QWidget>

#include <optional>

namespace lintel::app::canvas {

/// The words on the marks of an analysis, over the canvas: as large from far away as from near.
class AnalysisChips : public QWidget {
    Q_OBJECT

public:
    explicit AnalysisChips(rendering::canvas::CanvasWidget& canvas);

    void show(const rendering::AnalysisMarks& marks, bool dark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// In pixels; nothing when the element is not drawn.
    std::optional<QPointF> placeOf(const std::string& id) const;

    rendering::canvas::CanvasWidget& m_canvas;
    rendering::AnalysisMarks m_marks;
    bool m_isDark = false;
};

}  // namespace lintel::app::canvas
