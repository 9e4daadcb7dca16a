#include "rendering/canvas/tools/connect_gesture.h"

#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/insert_block.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QLineF>
#include <QPainter>

namespace lintel::rendering::canvas {

using namespace model;

namespace {
constexpr qreal kDragDistance = 4;
}

Result<edit::ChangeSet> connectionBetween(const Editing& editing, const std::string& from, const std::string& to)
{
    return connectionAfter(editing, {}, from, to);
}

Result<edit::ChangeSet> connectionAfter(const Editing& editing, const edit::ChangeSet& change, const std::string& from,
                                        const std::string& to)
{
    const Result<Document> draft = edit::apply(editing.document(), change);
    if (!draft) return draft.error();
    Connection wish;
    wish.from = BlockId(from);
    wish.to = BlockId(to);
    wish.ports = edit::usualPort(*draft, editing.catalogue(), wish.from, wish.to);
    return edit::connectBlocks(*draft, std::move(wish));
}

ConnectGesture::ConnectGesture(Editing& editing, std::string from, const PointerEvent& press)
    : m_editing(editing), m_from(std::move(from)), m_start(press.scene), m_at(press.scene), m_startView(press.view)
{
}

/// Neither itself nor what is around it: a line to one's own container says nothing.
bool ConnectGesture::isTarget(const std::string& id) const
{
    if (id == m_from || !isBlock(m_editing, id)) return false;
    for (const Block* at = m_editing.document().blocks.find(BlockId(m_from)); at;
         at = m_editing.document().blocks.find(at->parent))
        if (at->parent.text() == id) return false;
    return true;
}

void ConnectGesture::move(CanvasWidget& canvas, const PointerEvent& event)
{
    m_at = event.scene;
    m_isDragged = m_isDragged || QLineF(m_startView, event.view).length() > kDragDistance;
    const std::string id = elementAt(canvas, event.scene);
    const std::string target = isTarget(id) ? id : std::string();
    if (target == m_target) return;
    m_target = target;
    const auto change =
        m_target.empty() ? Result<edit::ChangeSet>(edit::ChangeSet()) : connectionBetween(m_editing, m_from, m_target);
    m_editing.preview(change ? *change : edit::ChangeSet());
}

void ConnectGesture::finish(CanvasWidget& canvas, const PointerEvent& event)
{
    move(canvas, event);
    m_editing.preview({});
    if (m_target.empty()) return m_editing.offerNext(m_from, m_isDragged ? event.scene : QPointF());
    const auto change = connectionBetween(m_editing, m_from, m_target);
    if (!change) return m_editing.explain(&change.error(), event.view);
    m_editing.commit(*change);
    for (const auto& connection : change->connections)
        if (connection.after) m_editing.select({connection.after->id.text()});
}

void ConnectGesture::paint(QPainter& painter, const CanvasWidget& canvas, qreal pixel) const
{
    if (!m_isDragged) return;
    QColor colour = canvas.theme().selection;
    if (!m_target.empty()) {
        // The line itself is in the preview, routed as it will be.
        const QRectF target =
            rectOf(m_editing.shownGeometry(), m_target).adjusted(-4 * pixel, -4 * pixel, 4 * pixel, 4 * pixel);
        painter.setPen(QPen(colour, 2.5 * pixel));
        colour.setAlpha(30);
        painter.setBrush(colour);
        painter.drawRoundedRect(target, 6, 6);
        return;
    }
    painter.setPen(QPen(colour, 2 * pixel, Qt::DashLine));
    painter.drawLine(m_start, m_at);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(m_at, 4 * pixel, 4 * pixel);
}

}  // namespace lintel::rendering::canvas
