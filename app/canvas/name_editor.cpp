#include "app/canvas/name_editor.h"

#include "app/qt_text.h"

#include <QKeyEvent>

namespace lintel::app::canvas {

NameEditor::NameEditor(rendering::canvas::CanvasWidget& canvas) : QLineEdit(&canvas), m_canvas(canvas)
{
    setObjectName("nameEditor");
    setAlignment(Qt::AlignCenter);
    hide();
}

void NameEditor::edit(const std::string& id, const QString& text, const QRectF& sceneRect)
{
    m_id = toQString(id);
    setText(text);
    selectAll();
    const QRectF view = m_canvas.toView(sceneRect);
    constexpr int kWidth = 160;
    const int width = qMax(kWidth, static_cast<int>(view.width()));
    setGeometry(static_cast<int>(view.center().x()) - width / 2, static_cast<int>(view.center().y()) - sizeHint().height() / 2,
                width, sizeHint().height());
    show();
    setFocus();
}

void NameEditor::finish(bool keep)
{
    if (!isVisible()) return;
    const QString id = m_id;
    const QString name = text().trimmed();
    hide();
    m_canvas.setFocus();
    if (keep) Q_EMIT finished(id, name);
}

void NameEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return finish(false);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return finish(true);
    QLineEdit::keyPressEvent(event);
}

void NameEditor::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) finish(true);
}

}  // namespace lintel::app::canvas
