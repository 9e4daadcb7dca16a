#pragma once

#include "rendering/canvas/canvas_widget.h"

#include <QLineEdit>

#include <string>

namespace lintel::app::canvas {

/// A line over the canvas in which a block's name or a note is edited: Enter and a click elsewhere keep it, Escape does
/// not. Grows with what is typed; follows the canvas when it is panned or zoomed.
class NameEditor : public QLineEdit {
    Q_OBJECT

public:
    explicit NameEditor(rendering::canvas::CanvasWidget& canvas);

    /// Shows the line without giving it the focus.
    void open(const std::string& id, const QString& text, const QRectF& sceneRect, Qt::Alignment alignment);
    /// Keeps what has been typed so far.
    void accept() { finish(true); }
    bool isEditing() const { return isVisible(); }

Q_SIGNALS:
    void finished(const QString& id, const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool keep);
    void fit();

    rendering::canvas::CanvasWidget& m_canvas;
    QString m_id;
    QRectF m_place;  ///< in the scene
};

}  // namespace lintel::app::canvas
