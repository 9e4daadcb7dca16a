#include "app/inspector/finding_row.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>

namespace lintel::app::inspector {

FindingRow::FindingRow(const QIcon& icon, const QString& text, std::function<void()> run) : m_run(std::move(run))
{
    setObjectName("finding");
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(text);
    auto* sign = new QLabel;
    sign->setPixmap(icon.pixmap(16));
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 5, 6, 5);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
}

void FindingRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) m_run();
}

void FindingRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        m_run();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace lintel::app::inspector
