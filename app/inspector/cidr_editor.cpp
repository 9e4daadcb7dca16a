#include "app/inspector/cidr_editor.h"

#include <QAction>
#include <QIcon>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace lintel::app::inspector {

namespace {

/// A plus, in the colour of the text.
QIcon plusIcon(const QColor& colour)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setPen(QPen(colour, 3.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(16, 7, 16, 25);
    painter.drawLine(7, 16, 25, 16);
    return pixmap;
}

}  // namespace

CidrEditor::CidrEditor(const QString& text, const QString& offer, const QString& offerText, QWidget* parent)
    : QLineEdit(text, parent), m_last(text), m_offer(offer)
{
    setCursorPosition(0);
    connect(this, &QLineEdit::editingFinished, this, &CidrEditor::finish);
    if (offer.isEmpty()) return;
    QAction* action = addAction(plusIcon(palette().color(QPalette::Text)), QLineEdit::TrailingPosition);
    action->setObjectName("takeFreeRange");
    action->setText(offerText);
    action->setToolTip(offerText);
    connect(action, &QAction::triggered, this, &CidrEditor::takeOffer);
    for (auto* button : findChildren<QToolButton*>())
        if (button->defaultAction() == action) button->setAccessibleName(offerText);
}

void CidrEditor::keyPressEvent(QKeyEvent* event)
{
    const bool asks = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (asks && !m_offer.isEmpty())
        takeOffer();
    else
        QLineEdit::keyPressEvent(event);
}

void CidrEditor::takeOffer()
{
    setText(m_offer);
    finish();
}

void CidrEditor::finish()
{
    if (text() == m_last) return;
    m_last = text();
    Q_EMIT chosen(m_last);
}

}  // namespace lintel::app::inspector
