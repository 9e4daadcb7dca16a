#include "rendering/canvas/tools/resize_gesture.h"

#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/resize_block.h"
#include "rendering/canvas/tools/grid.h"
#include "rendering/canvas/tools/scene_query.h"

namespace lintel::rendering::canvas {

using namespace model;

namespace {
constexpr qreal kSmallest = 64;
}

ResizeGesture::ResizeGesture(Editing& editing, std::string id, const Grip& grip)
    : m_editing(editing),
      m_id(std::move(id)),
      m_grip(grip),
      m_before(rectOf(editing.geometry(), m_id)),
      m_least(leastRect())
{
}

/// Around the contents; of an empty container a small square at the edges that stay.
QRectF ResizeGesture::leastRect() const
{
    QRectF least;
    for (const layout::BlockGeometry& block : m_editing.geometry().blocks)
        if (block.parent.text() == m_id && !block.onBorder) least = least.united(toQRectF(block.rect));
    if (!least.isEmpty()) {
        least.adjust(-edit::kMargin, -edit::kHeaderMargin, edit::kMargin, edit::kMargin);
        return least.intersected(m_before);  // what sticks out already is no reason to jump
    }
    const QSizeF size(std::min(kSmallest, m_before.width()), std::min(kSmallest, m_before.height()));
    return QRectF(QPointF(m_grip.left ? m_before.right() - size.width() : m_before.left(),
                          m_grip.top ? m_before.bottom() - size.height() : m_before.top()),
                  size);
}

edit::ChangeSet ResizeGesture::changeAt(const PointerEvent& event) const
{
    const layout::BlockGeometry* block = m_editing.geometry().find(BlockId(m_id));
    if (!block) return {};
    const bool isFree = event.modifiers & Qt::AltModifier;
    const Point corner = isFree ? toPoint(event.scene) : snapped(event.scene.x(), event.scene.y());
    const QRectF rect = resized(m_before, m_grip, QPointF(corner.x, corner.y), m_least);
    if (rect == m_before) return {};
    const QRectF parent = rectOf(m_editing.geometry(), block->parent.text());
    const QRect relative = rect.translated(-parent.topLeft()).toRect();
    const edit::ChangeSet change = edit::resizeBlock(m_editing.document(), block->id,
                                                     {relative.x(), relative.y(), relative.width(), relative.height()});
    return edit::growContainers(m_editing.document(), m_editing.catalogue(), change);
}

void ResizeGesture::move(CanvasWidget&, const PointerEvent& event) { m_editing.preview(changeAt(event)); }

void ResizeGesture::finish(CanvasWidget&, const PointerEvent& event)
{
    const edit::ChangeSet change = changeAt(event);
    m_editing.preview({});
    m_editing.commit(change);
}

}  // namespace lintel::rendering::canvas
