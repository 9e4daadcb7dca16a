#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/layout/text_metrics.h"
#include "model/layout/tier.h"

#include <map>
#include <vector>

namespace lintel::model::layout {

/// One block while it is being placed. Rectangles are relative to the parent's top left corner.
struct LayoutNode {
    const Block* block = nullptr;           ///< null for the drawing itself (node 0)
    const catalogue::Kind* kind = nullptr;  ///< null when the catalogue does not know it
    int parent = -1;
    std::vector<int> children;    ///< in id order
    std::vector<int> neighbours;  ///< nodes at the other end of its connections
    Rect rect;
    Tier tier = Tier::Regional;
    bool isContainer = false;  ///< drawn as a box with a header
    bool isBorder = false;
    bool isCompact = false;       ///< drawn as a chip: small icon, name beside it
    bool isSatellite = false;     ///< stands below the one block it belongs to
    std::vector<int> satellites;  ///< what stands below this one
    bool isPlaced = false;        ///< the document says where
    bool isPinned = false;        ///< stays where it is: pinned, or around something pinned
    int group = 0;                ///< siblings of the same group may exchange places; 0 = none may
    int overhangRight = 0;        ///< how far things on its border reach out
    int overhangTop = 0;
    double wishX = 0;  ///< where its neighbours are, absolute; orders siblings
    double wishY = 0;
    double alignX = 0;  ///< the middle one of its neighbours, absolute: straight below or above it

    std::string_view kindName() const { return block ? std::string_view(block->kind.text()) : std::string_view(); }
};

/// The containment tree of a document, ready to be placed. Node 0 is the drawing.
class LayoutTree {
public:
    LayoutTree(const Document& document, const catalogue::Catalogue& catalogue, const TextMetrics& metrics);

    const Document& document() const { return m_document; }
    const catalogue::Catalogue& catalogue() const { return m_catalogue; }
    const TextMetrics& metrics() const { return m_metrics; }

    LayoutNode& operator[](int index) { return m_nodes[static_cast<std::size_t>(index)]; }
    const LayoutNode& operator[](int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    int size() const { return static_cast<int>(m_nodes.size()); }
    /// -1 when there is no such block.
    int find(const BlockId& id) const;
    int find(const std::string& id) const { return find(BlockId(id)); }

    /// The top left corner of the node, from the drawing's origin.
    Point originOf(int index) const;
    /// True when `ancestor` holds `node` or is it.
    bool isWithin(int node, int ancestor) const;

private:
    void connect();
    void findSatellites();

    Document m_document;
    const catalogue::Catalogue& m_catalogue;
    const TextMetrics& m_metrics;
    std::vector<LayoutNode> m_nodes;
    std::map<BlockId, int> m_index;
};

}  // namespace lintel::model::layout
