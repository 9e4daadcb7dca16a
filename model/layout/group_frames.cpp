#include "model/layout/group_frames.h"

#include "model/layout/block_text.h"
#include "model/layout/dimensions.h"

#include <map>

namespace lintel::model::layout {

namespace {

constexpr int kMargin = 8;
constexpr int kNameInset = 4;
constexpr int kNameOverIcon = 4;  ///< a block without contents has room above its icon

using Members = std::vector<const BlockGeometry*>;

std::map<BlockId, Members> membersOf(const LayoutTree& tree, const std::vector<BlockGeometry>& blocks)
{
    std::map<BlockId, Members> members;
    for (const BlockGeometry& shape : blocks) {
        const Block& block = *tree.document().blocks.find(shape.id);
        for (const auto& [key, value] : block.properties) {
            const Block* group = tree.document().blocks.find(BlockId(value.toString()));
            if (!group || group->kind.text() != key) continue;
            const catalogue::Kind* kind = tree.catalogue().kindOf(*group);
            if (kind && kind->shape == catalogue::Shape::Group) members[group->id].push_back(&shape);
        }
    }
    return members;
}

class Framing {
public:
    Framing(const LayoutTree& tree, const std::vector<BlockGeometry>& blocks) : m_tree(tree), m_blocks(blocks) {}

    void frame(const BlockId& group, const Members& members)
    {
        if (add(group, members)) return;
        std::map<BlockId, Members> byParent;
        for (const BlockGeometry* member : members) byParent[member->parent].push_back(member);
        for (const auto& [parent, together] : byParent) {
            if (add(group, together)) continue;
            for (const BlockGeometry* member : together) add(group, {member});
        }
    }

    std::vector<Frame> take() { return std::move(m_frames); }

private:
    /// False when the frame would hold or cut what is no member.
    bool add(const BlockId& group, const Members& members)
    {
        const Block& block = *m_tree.document().blocks.find(group);
        const std::string name = nameText(block, m_tree.document(), m_tree.catalogue());
        const TextMetrics& metrics = m_tree.metrics();
        Frame frame;
        frame.group = group;
        bool holdsBoxes = false;
        for (const BlockGeometry* member : members) {
            frame.rect = frame.rect.united(member->rect);
            holdsBoxes = holdsBoxes || member->isContainer;
        }
        frame.rect = frame.rect.adjusted(-kMargin, 0, kMargin, kMargin);
        const int wanted = metrics.sizeOf(name, TextStyle::ContainerDetail).width + 2 * kNameInset;
        frame.rect = widened(frame.rect, wanted, members);
        frame.name.lines = metrics.wrapped(name, TextStyle::ContainerDetail, frame.rect.width - 2 * kNameInset, 1);
        if (frame.name.lines.empty()) return true;
        const Size size = metrics.sizeOf(frame.name.lines.front(), TextStyle::ContainerDetail);
        const int above = size.height + kNameInset - (holdsBoxes ? 0 : kNameOverIcon);
        frame.rect = frame.rect.adjusted(0, -above, 0, 0);
        frame.name.rect = {frame.rect.x + kNameInset, frame.rect.y + kNameInset / 2, size.width, size.height};
        if (members.size() > 1 && !isClear(frame.rect, members)) return false;
        m_frames.push_back(std::move(frame));
        return true;
    }

    /// Wide enough for the name, where that touches nothing else and stays inside the members' container.
    Rect widened(const Rect& rect, int wanted, const Members& members) const
    {
        const int more = onGrid(std::max(0, wanted - rect.width) / 2);
        const Rect wide = rect.adjusted(-more, 0, more, 0);
        const auto holder = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const BlockGeometry& shape) {
            return shape.id == members.front()->parent;
        });
        const bool isInside = holder == m_blocks.end() || holder->rect.adjusted(kGrid, 0, -kGrid, 0).contains(wide);
        return isInside && isClear(wide.adjusted(-kGrid, 0, kGrid, 0), members) ? wide : rect;
    }

    bool isClear(const Rect& rect, const Members& members) const
    {
        for (const BlockGeometry& shape : m_blocks) {
            const bool belongs = std::any_of(members.begin(), members.end(),
                                             [&](const BlockGeometry* member) { return isRelated(*member, shape); });
            if (belongs) {
                const bool isAround = shape.isContainer && !rect.contains(shape.rect);
                if (isAround && (shape.name.rect.intersects(rect) || shape.detail.rect.intersects(rect))) return false;
            } else if (shape.rect.intersects(rect)) {
                return false;
            }
        }
        return true;
    }

    /// The member itself, what holds it and what it holds.
    bool isRelated(const BlockGeometry& member, const BlockGeometry& shape) const
    {
        const int a = m_tree.find(member.id);
        const int b = m_tree.find(shape.id);
        return m_tree.isWithin(a, b) || m_tree.isWithin(b, a);
    }

    const LayoutTree& m_tree;
    const std::vector<BlockGeometry>& m_blocks;
    std::vector<Frame> m_frames;
};

}  // namespace

std::vector<Frame> frameGroups(const LayoutTree& tree, const std::vector<BlockGeometry>& blocks)
{
    Framing framing(tree, blocks);
    for (const auto& [group, members] : membersOf(tree, blocks)) framing.frame(group, members);
    return framing.take();
}

}  // namespace lintel::model::layout
