#include "rendering/canvas/tools/new_block.h"

#include "model/edit/operations/add_block.h"
#include "model/edit/operations/border_blocks.h"
#include "model/edit/operations/container_margins.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/insert_block.h"
#include "model/layout/free_place.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/grid.h"
#include "rendering/canvas/tools/scene_query.h"

namespace lintel::rendering::canvas {

using namespace model;

namespace {

constexpr qreal kOntoReach = 8;  // pixels

Rect toRect(const QRectF& rect)
{
    return {static_cast<int>(rect.x()), static_cast<int>(rect.y()), static_cast<int>(rect.width()),
            static_cast<int>(rect.height())};
}

std::vector<Rect> siblings(const Editing& editing, const BlockId& parent, Point origin)
{
    std::vector<Rect> rects;
    for (const layout::BlockGeometry& block : editing.geometry().blocks)
        if (block.parent == parent && !block.onBorder) rects.push_back(block.rect.translated(Point() - origin));
    return rects;
}

bool isFree(const Rect& rect, const std::vector<Rect>& taken)
{
    return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.intersects(rect); });
}

/// Relative to the parent. Border kinds go to its edge, all others never on top of what is there; in a small box (a
/// host, a hosted zone) things queue up from the corner.
Rect landing(const Editing& editing, const catalogue::Kind& kind, const BlockId& parent, Size size, QPointF wish,
             bool queues)
{
    const Rect holder = toRect(rectOf(editing.geometry(), parent.text()));
    const Point corner = snapped(wish.x() - holder.x - size.width / 2.0, wish.y() - holder.y - size.height / 2.0);
    const Rect rect{corner.x, corner.y, size.width, size.height};
    const auto taken = siblings(editing, parent, holder.topLeft());
    if (holder.isEmpty()) return isFree(rect, taken) ? rect : layout::freePlace(rect, rect, taken, true);
    if (kind.shape == catalogue::Shape::Border) return edit::onBorder(holder.size(), rect);
    const layout::BlockGeometry* drawn = editing.geometry().find(parent);
    const bool isRoomy = !queues && drawn && drawn->isContainer;
    const Rect inside{std::max(rect.x, edit::kMargin), std::max(rect.y, edit::kHeaderMargin), size.width, size.height};
    if (isRoomy && isFree(inside, taken)) return inside;
    if (taken.empty()) return {edit::kMargin, edit::kHeaderMargin, size.width, size.height};
    const Rect room = Rect{0, 0, holder.width, holder.height}.adjusted(edit::kMargin, edit::kHeaderMargin,
                                                                       -edit::kMargin, -edit::kMargin);
    return layout::freePlace(inside, room, taken, false);
}

/// A host that only holds software is no place to aim at: things queue up in it.
bool isHost(const catalogue::Catalogue& catalogue, const Block* parent)
{
    const catalogue::Kind* kind = parent ? catalogue.kindOf(*parent) : nullptr;
    return kind && (kind->fact("role") == "compute" || kind->fact("role") == "dns");
}

void place(NewBlock& block, const Editing& editing, const DraggedKind& dragged, QPointF wish, bool queues)
{
    const Document& document = editing.document();
    const catalogue::Kind* kind = editing.catalogue().find(dragged.kind);
    const Block* parent = document.blocks.find(block.target.parent);
    const Size size = editing.sizeOfNew(dragged.kind, block.target.parent);
    const Rect rect =
        landing(editing, *kind, block.target.parent, size, wish, queues || isHost(editing.catalogue(), parent));
    block.rect = toQRectF(rect).translated(rectOf(editing.geometry(), block.target.parent.text()).topLeft());
    const auto change =
        edit::addBlock(document, editing.catalogue(), {kind->id, dragged.preset, {}, block.target.parent, rect});
    if (!change) {
        block.target.refusal = change.error();
        return;
    }
    block.id = edit::addedBlock(*change, kind->id);
    block.change = edit::growContainers(document, editing.catalogue(), *change);
}

void insertInto(NewBlock& block, const Editing& editing, const std::string& connection)
{
    const Result<Document> draft = edit::apply(editing.document(), block.change);
    if (!draft) return;
    const edit::ChangeSet insertion =
        edit::insertBlock(*draft, editing.catalogue(), block.id, ConnectionId(connection));
    if (insertion.isEmpty()) return;
    block.onto = connection;
    block.change = edit::compose(block.change, insertion);
}

}  // namespace

NewBlock newBlockAt(const CanvasWidget& canvas, const Editing& editing, const DraggedKind& dragged, QPointF scene)
{
    NewBlock block;
    const catalogue::Kind* kind = editing.catalogue().find(dragged.kind);
    if (!kind) return block;
    block.target =
        dropTargetAt(editing.geometry(), editing.document(), editing.catalogue(), toPoint(scene), {kind->id});
    const Size size = editing.sizeOfNew(dragged.kind, block.target.parent);
    block.rect = QRectF(scene.x() - size.width / 2.0, scene.y() - size.height / 2.0, size.width, size.height);
    if (!block.target.isAccepted()) return block;
    place(block, editing, dragged, scene, false);
    const std::string onto = kind->isContainer() && kind->fact("role") != "compute"
                                 ? std::string()
                                 : connectionAt(canvas, editing, scene, kOntoReach);
    if (!onto.empty() && !block.change.isEmpty()) insertInto(block, editing, onto);
    return block;
}

NewBlock newBlockIn(const Editing& editing, const DraggedKind& dragged, const BlockId& parent, QPointF wish)
{
    NewBlock block;
    block.target.parent = parent;
    if (editing.catalogue().find(dragged.kind)) place(block, editing, dragged, wish, true);
    return block;
}

}  // namespace lintel::rendering::canvas
