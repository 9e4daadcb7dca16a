#pragma once

#include "rendering/canvas/canvas_widget.h"

#include <QLineEdit>

#include <functional>
#include <string>

namespace lintel::app::canvas {

/// A line over the canvas in which a block's name is edited: Enter and a click elsewhere keep it, Escape does
/// not. Takes over typing from the canvas, an input method's first syllable included.
class NameEditor : public QLineEdit {
    Q_OBJECT

public:
    explicit NameEditor(rendering::canvas::CanvasWidget& canvas);

    void edit(const std::string& id, const QString& text, const QRectF& sceneRect);
    bool isEditing() const { return isVisible(); }

Q_SIGNALS:
    void finished(const QString& id, const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool keep);

    rendering::canvas::CanvasWidget& m_canvas;
    QString m_id;
};

}  // namespace lintel::app::canvas
