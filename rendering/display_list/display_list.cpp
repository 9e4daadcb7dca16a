#include "rendering/display_list/display_list.h"

#include "rendering/display_list/fingerprint.h"

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

qreal distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const qreal squared = QPointF::dotProduct(along, along);
    const qreal t = squared > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / squared, 0.0, 1.0) : 0.0;
    const QPointF nearest = a + along * t - p;
    return std::hypot(nearest.x(), nearest.y());
}

bool isNearBorder(const QRectF& rect, QPointF p, qreal tolerance)
{
    const QRectF outer = rect.adjusted(-tolerance, -tolerance, tolerance, tolerance);
    const QRectF inner = rect.adjusted(tolerance, tolerance, -tolerance, -tolerance);
    return outer.contains(p) && !inner.contains(p);
}

constexpr qreal kArrowReach = 10;  // how far an arrowhead may stick out of its line

}  // namespace

std::vector<std::uint32_t> DisplayList::itemsIn(const QRectF& area) const { return m_grid.query(area); }

bool DisplayList::isHit(const Item& item, QPointF point, qreal tolerance) const
{
    switch (item.type) {
        case PrimitiveType::Box: {
            const Box& shape = box(item);
            return shape.isFrame ? isNearBorder(shape.rect, point, tolerance) : shape.rect.contains(point);
        }
        case PrimitiveType::Polyline: {
            const auto& points = polyline(item).points;
            for (std::size_t i = 1; i < points.size(); ++i)
                if (distanceToSegment(point, points[i - 1], points[i]) <= tolerance) return true;
            return false;
        }
        case PrimitiveType::Badge: {
            const QPointF away = point - badge(item).centre;
            return std::hypot(away.x(), away.y()) <= badge(item).radius;
        }
        case PrimitiveType::Icon:
        case PrimitiveType::Text:
        case PrimitiveType::HitArea: return item.bounds.contains(point);
    }
    return false;
}

const Element* DisplayList::elementAt(QPointF point, qreal tolerance) const
{
    const auto near = itemsIn(QRectF(point.x() - tolerance, point.y() - tolerance, 2 * tolerance, 2 * tolerance));
    for (auto at = near.rbegin(); at != near.rend(); ++at)
        if (isHit(m_items[*at], point, tolerance)) return &m_elements[m_items[*at].element];
    return nullptr;
}

std::vector<const Element*> DisplayList::elementsInside(const QRectF& area) const
{
    std::vector<const Element*> inside;
    for (const Element& element : m_elements)
        if (area.contains(element.bounds)) inside.push_back(&element);
    return inside;
}

const Element* DisplayList::find(std::string_view id) const
{
    const auto at = m_elementById.find(id);
    return at == m_elementById.end() ? nullptr : &m_elements[at->second];
}

std::vector<QPointF> DisplayList::pathOf(std::string_view connectionId) const
{
    const auto at = m_elementById.find(connectionId);
    if (at == m_elementById.end()) return {};
    // The line itself is the element's last polyline: a highlight lies below it.
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item)
        if (item->element == at->second && item->type == PrimitiveType::Polyline) return polyline(*item).points;
    return {};
}

std::map<std::string, QPolygonF> DisplayList::pathsOf(const std::set<std::string>& ids) const
{
    std::map<std::string, QPolygonF> paths;
    if (ids.empty()) return paths;
    // The line itself is the element's last polyline: a highlight lies below it.
    for (const Item& item : m_items) {
        if (item.type != PrimitiveType::Polyline || !ids.contains(m_elements[item.element].id)) continue;
        const std::vector<QPointF>& points = polyline(item).points;
        paths[m_elements[item.element].id] = QPolygonF(QList<QPointF>(points.begin(), points.end()));
    }
    return paths;
}

std::uint32_t DisplayListBuilder::beginElement(ElementKind kind, std::string id, bool isContainer)
{
    m_current = static_cast<std::uint32_t>(m_list.m_elements.size());
    m_list.m_elementById.emplace(id, m_current);
    m_list.m_elements.push_back({kind, std::move(id), {}, isContainer, 0});
    return m_current;
}

bool DisplayListBuilder::resumeElement(const std::string& id)
{
    const auto at = m_list.m_elementById.find(id);
    if (at == m_list.m_elementById.end()) return false;
    m_current = at->second;
    return true;
}

void DisplayListBuilder::addItem(PrimitiveType type, std::size_t index, const QRectF& bounds, std::uint64_t fingerprint)
{
    m_list.m_items.push_back({type, static_cast<std::uint32_t>(index), m_current, bounds});
    std::uint64_t& print = m_list.m_elements[m_current].fingerprint;
    print = mixed(print, fingerprint);
    QRectF& whole = m_list.m_elements[m_current].bounds;
    whole = whole.isNull() ? bounds : whole.united(bounds);
}

void DisplayListBuilder::add(Box box)
{
    const qreal half = box.stroke.width / 2;
    addItem(PrimitiveType::Box, m_list.m_boxes.size(), box.rect.adjusted(-half, -half, half, half), fingerprintOf(box));
    m_list.m_boxes.push_back(std::move(box));
}

void DisplayListBuilder::add(IconMark icon)
{
    const auto [at, isNew] = m_iconNumbers.emplace(icon.name, static_cast<std::uint32_t>(m_iconNumbers.size()));
    if (isNew) m_list.m_iconNames.push_back(icon.name);
    icon.number = at->second;
    addItem(PrimitiveType::Icon, m_list.m_icons.size(), icon.rect, fingerprintOf(icon));
    m_list.m_icons.push_back(std::move(icon));
}

void DisplayListBuilder::add(TextLine text)
{
    addItem(PrimitiveType::Text, m_list.m_texts.size(), text.rect, fingerprintOf(text));
    m_list.m_texts.push_back(std::move(text));
}

void DisplayListBuilder::add(Polyline line)
{
    if (line.points.size() < 2) return;
    qreal left = line.points[0].x(), right = left, top = line.points[0].y(), bottom = top;
    for (const QPointF& p : line.points) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    const qreal reach = line.stroke.width / 2 + (line.arrowAtEnd ? kArrowReach : 0);
    addItem(PrimitiveType::Polyline, m_list.m_polylines.size(),
            QRectF(QPointF(left - reach, top - reach), QPointF(right + reach, bottom + reach)), fingerprintOf(line));
    m_list.m_polylines.push_back(std::move(line));
}

void DisplayListBuilder::add(Badge badge)
{
    const qreal reach = badge.radius + 1.5;
    // A badge tells of its element; it does not make the element larger.
    const QRectF whole = m_list.m_elements[m_current].bounds;
    addItem(PrimitiveType::Badge, m_list.m_badges.size(),
            QRectF(badge.centre.x() - reach, badge.centre.y() - reach, 2 * reach, 2 * reach), fingerprintOf(badge));
    m_list.m_elements[m_current].bounds = whole;
    m_list.m_badges.push_back(std::move(badge));
}

void DisplayListBuilder::addHitArea(const QRectF& area)
{
    addItem(PrimitiveType::HitArea, 0, area, fingerprintOf(area));
}

DisplayList DisplayListBuilder::finish() &&
{
    std::vector<QRectF> rects;
    rects.reserve(m_list.m_items.size());
    QRectF bounds;
    for (const Item& item : m_list.m_items) {
        rects.push_back(item.bounds);
        bounds = bounds.isNull() ? item.bounds : bounds.united(item.bounds);
    }
    m_list.m_bounds = bounds;
    m_list.m_grid = SpatialGrid(rects, bounds);
    return std::move(m_list);
}

}  // namespace lintel::rendering
