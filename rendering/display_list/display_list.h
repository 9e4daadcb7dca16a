#pragma once

#include "model/layout/text_metrics.h"
#include "model/lint/finding.h"
#include "rendering/display_list/primitives.h"
#include "rendering/display_list/spatial_grid.h"

#include <QPolygonF>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::rendering {

enum class ElementKind { Block, Connection, Group, Note };

/// One thing of the document as it is drawn: what hit tests answer.
struct Element {
    ElementKind kind = ElementKind::Block;
    std::string id;
    QRectF bounds;             ///< of the whole element, labels included
    bool isContainer = false;  ///< a box that holds others
    /// Of all that is painted of it, in order: elements of one id with the same print look the same.
    std::uint64_t fingerprint = 0;

    bool operator==(const Element&) const = default;
};

/// A finished picture as flat arrays, in painting order. Made by buildScene(); canvas, PNG and SVG draw the
/// same list. A value: immutable once built, may be painted from any thread.
class DisplayList {
public:
    const std::vector<Item>& items() const { return m_items; }
    const std::vector<Element>& elements() const { return m_elements; }
    const QRectF& bounds() const { return m_bounds; }  ///< everything, margins not included
    QRgb background() const { return m_background; }
    const std::vector<std::string>& iconNames() const { return m_iconNames; }  ///< each once
    bool isEmpty() const { return m_items.empty(); }

    const Box& box(const Item& item) const { return m_boxes[item.index]; }
    const IconMark& icon(const Item& item) const { return m_icons[item.index]; }
    const TextLine& text(const Item& item) const { return m_texts[item.index]; }
    const Polyline& polyline(const Item& item) const { return m_polylines[item.index]; }
    const Badge& badge(const Item& item) const { return m_badges[item.index]; }

    /// Indices of the items that may touch `area`, in painting order.
    std::vector<std::uint32_t> itemsIn(const QRectF& area) const;

    /// The topmost element at a point. Frames of groups and lines are hit within `tolerance` scene units.
    const Element* elementAt(QPointF point, qreal tolerance = 4) const;
    /// Elements wholly inside `area` (rubber band), in painting order.
    std::vector<const Element*> elementsInside(const QRectF& area) const;
    /// Null when nothing of that id is drawn.
    const Element* find(std::string_view id) const;
    /// The corner points of a connection; empty when there is none of that id.
    std::vector<QPointF> pathOf(std::string_view connectionId) const;
    /// Of all those that are connections.
    std::map<std::string, QPolygonF> pathsOf(const std::set<std::string>& ids) const;

private:
    friend class DisplayListBuilder;
    bool isHit(const Item& item, QPointF point, qreal tolerance) const;

    std::vector<Item> m_items;
    std::vector<Box> m_boxes;
    std::vector<IconMark> m_icons;
    std::vector<TextLine> m_texts;
    std::vector<Polyline> m_polylines;
    std::vector<Badge> m_badges;
    std::vector<Element> m_elements;
    std::vector<std::string> m_iconNames;
    std::map<std::string, std::uint32_t, std::less<>> m_elementById;
    SpatialGrid m_grid;
    QRectF m_bounds;
    QRgb m_background = 0;
};

/// Collects primitives in painting order.
class DisplayListBuilder {
public:
    explicit DisplayListBuilder(QRgb background) { m_list.m_background = background; }

    /// The element that following primitives belong to; its bounds grow with them.
    std::uint32_t beginElement(ElementKind kind, std::string id, bool isContainer = false);
    /// Continues an element that was begun before (its label comes above other elements, say).
    void resumeElement(std::uint32_t element) { m_current = element; }
    /// By its id; false, and nothing happens, when it was not begun.
    bool resumeElement(const std::string& id);

    void add(Box box);
    void add(IconMark icon);
    void add(TextLine text);
    void add(Polyline line);
    void add(Badge badge);
    /// Not painted: makes an area answer hit tests.
    void addHitArea(const QRectF& area);

    DisplayList finish() &&;

private:
    void addItem(PrimitiveType type, std::size_t index, const QRectF& bounds, std::uint64_t fingerprint);

    DisplayList m_list;
    std::map<std::string, std::uint32_t, std::less<>> m_iconNumbers;
    std::uint32_t m_current = 0;
};

}  // namespace lintel::rendering
