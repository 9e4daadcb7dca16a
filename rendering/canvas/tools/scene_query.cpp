#include "rendering/canvas/tools/scene_query.h"

#include "model/edit/operations/place_notes.h"
#include "rendering/canvas/canvas_widget.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace lintel::rendering::canvas {

using namespace model;

namespace {

/// Of an orthogonal line's piece: the distance to the rectangle that it is.
qreal distanceTo(QPointF from, QPointF to, QPointF point)
{
    const qreal x = std::clamp(point.x(), std::min(from.x(), to.x()), std::max(from.x(), to.x()));
    const qreal y = std::clamp(point.y(), std::min(from.y(), to.y()), std::max(from.y(), to.y()));
    return QLineF(point, QPointF(x, y)).length();
}

}  // namespace

QRectF toQRectF(const Rect& rect) { return QRectF(rect.x, rect.y, rect.width, rect.height); }

Point toPoint(QPointF point)
{
    return {static_cast<int>(std::floor(point.x())), static_cast<int>(std::floor(point.y()))};
}

QRectF rectOf(const layout::Geometry& geometry, const std::string& id)
{
    const layout::BlockGeometry* block = geometry.find(BlockId(id));
    return block ? toQRectF(block->rect) : QRectF();
}

QRectF rectOf(const layout::Geometry& geometry, const NoteId& id)
{
    for (const layout::NoteGeometry& note : geometry.notes)
        if (note.id == id) return toQRectF(note.rect);
    return {};
}

bool isContainer(const Editing& editing, const std::string& id)
{
    const layout::BlockGeometry* block = editing.geometry().find(BlockId(id));
    return block && block->isContainer;
}

bool isBlock(const Editing& editing, const std::string& id) { return editing.document().blocks.contains(BlockId(id)); }

bool isLocked(const Editing& editing, const BlockId& id)
{
    const Placement* placement = editing.document().placements.find(placementId(id));
    return placement && placement->pinned;
}

std::string elementAt(const CanvasWidget& canvas, QPointF scene)
{
    const Element* element = canvas.picture().elementAt(scene, 4 / canvas.zoom());
    return element ? element->id : std::string();
}

std::string connectionAt(const CanvasWidget& canvas, const Editing& editing, QPointF scene, qreal reach)
{
    const qreal distance = reach / canvas.zoom();
    std::string nearest;
    qreal best = distance;
    for (const layout::Route& route : editing.geometry().routes)
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const Point from = route.points[i - 1];
            const Point to = route.points[i];
            const qreal away = distanceTo(QPointF(from.x, from.y), QPointF(to.x, to.y), scene);
            if (away > best) continue;
            best = away;
            nearest = route.id.text();
        }
    return nearest;
}

std::vector<BlockId> selectedBlocks(const Editing& editing)
{
    std::vector<BlockId> blocks;
    for (const std::string& id : editing.selection())
        if (isBlock(editing, id)) blocks.emplace_back(id);
    return blocks;
}

edit::ChangeSet movedNotes(const Editing& editing, Point by)
{
    std::vector<std::pair<NoteId, Rect>> places;
    for (const layout::NoteGeometry& note : editing.geometry().notes)
        if (editing.selection().contains(note.id.text())) places.emplace_back(note.id, note.rect.translated(by));
    return edit::placeNotes(editing.document(), places);
}

}  // namespace lintel::rendering::canvas
