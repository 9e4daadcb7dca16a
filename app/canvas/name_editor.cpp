#include "app/canvas/name_editor.h"

#include "app/qt_text.h"

#include <QKeyEvent>

#include <algorithm>

namespace lintel::app::canvas {

namespace {

constexpr int kLeastWidth = 120;
constexpr int kMostWidth = 420;
constexpr int kRoom = 28;  // frame, margins and the cursor

}  // namespace

NameEditor::NameEditor(rendering::canvas::CanvasWidget& canvas) : QLineEdit(&canvas), m_canvas(canvas)
{
    setObjectName("nameEditor");
    hide();
    connect(this, &QLineEdit::textChanged, this, &NameEditor::fit);
    connect(&canvas, &rendering::canvas::CanvasWidget::viewportChanged, this, &NameEditor::fit);
}

void NameEditor::open(const std::string& id, const QString& text, const QRectF& sceneRect, Qt::Alignment alignment)
{
    m_id = toQString(id);
    m_place = sceneRect;
    setPlaceholderText({});
    setAlignment(alignment | Qt::AlignVCenter);
    setText(text);
    selectAll();
    fit();
    show();
    raise();
}

void NameEditor::fit()
{
    const QRect view = m_canvas.toView(m_place).toRect();
    const int width =
        std::clamp(std::max(view.width(), fontMetrics().horizontalAdvance(text())) + kRoom, kLeastWidth, kMostWidth);
    const int height = sizeHint().height();
    const bool isLeft = alignment() & Qt::AlignLeft;
    int x = isLeft ? view.left() - 6 : view.center().x() - width / 2;
    x = std::clamp(x, 0, std::max(0, m_canvas.width() - width));
    setGeometry(x, view.center().y() - height / 2, width, height);
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
