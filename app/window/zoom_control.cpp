#include "app/window/zoom_control.h"

#include "app/window/action_set.h"
#include "app/window/workspace.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace lintel::app {

namespace {
constexpr int kPercents[] = {25, 50, 75, 100, 150, 200, 400};
}

ZoomControl::ZoomControl(WindowContext context) : m_context(context), m_size(new QToolButton), m_sizes(new QMenu(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto addButton = [&](const char* action) {
        auto* button = new QToolButton;
        button->setDefaultAction(context.actions.find(action));
        button->setAutoRaise(true);
        button->setIconSize(QSize(16, 16));
        layout->addWidget(button);
    };
    addButton("zoom-out");
    m_size->setObjectName("zoomSize");
    m_size->setAutoRaise(true);
    // A figure between two buttons that change it needs no arrow: the menu is not the button's own.
    connect(m_size, &QToolButton::clicked, this,
            [this] { m_sizes->popup(m_size->mapToGlobal(QPoint(0, -m_sizes->sizeHint().height()))); });
    m_size->setMinimumWidth(m_size->fontMetrics().horizontalAdvance("000 %") + 28);
    layout->addWidget(m_size);
    addButton("zoom-in");
    addButton("zoom-fit");
    m_sizes->addAction(context.actions.find("zoom-fit"));
    m_sizes->addAction(context.actions.find("zoom-selection"));
    m_sizes->addSeparator();
    for (const int percent : kPercents)
        m_sizes->addAction(QStringLiteral("%1 %").arg(percent), this, [this, percent] {
            rendering::canvas::CanvasWidget& canvas = m_context.workspace.current().canvas();
            const QPointF middle(canvas.width() / 2.0, canvas.height() / 2.0);
            canvas.setViewport(canvas.viewport().zoomedBy(percent / 100.0 / canvas.zoom(), middle));
        });
}

void ZoomControl::showZoom(qreal zoom) { m_size->setText(QStringLiteral("%1 %").arg(qRound(zoom * 100))); }

void ZoomControl::retranslate()
{
    m_size->setToolTip(m_context.words("zoom"));
    m_size->setAccessibleName(m_context.words("zoom"));
}

}  // namespace lintel::app
