#include "rendering/display_list/damage.h"

#include "rendering/display_list/fingerprint.h"

#include <functional>
#include <unordered_map>

namespace lintel::rendering {

namespace {

constexpr qreal kArrowReach = 10;

/// Which elements of one list are not, or not like this, in the other. Empty when what both have comes in another
/// order: then anything may lie above anything.
struct Changes {
    std::vector<bool> before;
    std::vector<bool> after;
    bool isReordered = false;
};

Changes changesBetween(const DisplayList& before, const DisplayList& after)
{
    Changes changes{std::vector<bool>(before.elements().size(), true),
                    std::vector<bool>(after.elements().size(), true)};
    std::size_t next = 0;  // elements keep their order: the counterpart is nearly always the next one
    for (std::size_t i = 0; i < after.elements().size(); ++i) {
        const Element& element = after.elements()[i];
        std::size_t at = next;
        if (at >= before.elements().size() || before.elements()[at].id != element.id) {
            const Element* found = before.find(element.id);
            if (!found) continue;
            at = static_cast<std::size_t>(found - before.elements().data());
        }
        if (at < next) {
            changes.isReordered = true;
            return changes;
        }
        next = at + 1;
        if (before.elements()[at].fingerprint != element.fingerprint) continue;
        changes.before[at] = false;
        changes.after[i] = false;
    }
    return changes;
}

void addLine(const Polyline& line, std::vector<QRectF>& areas)
{
    const qreal reach = line.stroke.width / 2 + (line.arrowAtEnd ? kArrowReach : 1);
    for (std::size_t i = 1; i < line.points.size(); ++i)
        areas.push_back(QRectF(line.points[i - 1], line.points[i]).normalized().adjusted(-reach, -reach, reach, reach));
}

std::uint64_t fingerprintOf(const DisplayList& list, const Item& item)
{
    switch (item.type) {
        case PrimitiveType::Box: return fingerprintOf(list.box(item));
        case PrimitiveType::Icon: return fingerprintOf(list.icon(item));
        case PrimitiveType::Text: return fingerprintOf(list.text(item));
        case PrimitiveType::Polyline: return fingerprintOf(list.polyline(item));
        case PrimitiveType::Badge: return fingerprintOf(list.badge(item));
        case PrimitiveType::HitArea: break;
    }
    return 0;
}

/// How often each primitive of the changed elements is drawn.
using Prints = std::unordered_map<std::uint64_t, int>;

template <class Use>
void forEachPrint(const DisplayList& list, const std::vector<bool>& changed, Use&& use)
{
    for (const Item& item : list.items()) {
        if (!changed[item.element] || item.type == PrimitiveType::HitArea) continue;
        const std::uint64_t owner = std::hash<std::string>()(list.elements()[item.element].id);
        use(item, mixed(owner, fingerprintOf(list, item)));
    }
}

/// What `list` draws and `other` does not: a container with a new mark keeps all but that mark.
void addAreas(const DisplayList& list, const std::vector<bool>& changed, Prints other, std::vector<QRectF>& areas)
{
    forEachPrint(list, changed, [&](const Item& item, std::uint64_t print) {
        const auto same = other.find(print);
        if (same != other.end() && same->second > 0) {
            --same->second;
            return;
        }
        if (item.type == PrimitiveType::Polyline)
            addLine(list.polyline(item), areas);
        else
            areas.push_back(item.bounds);
    });
}

Prints printsOf(const DisplayList& list, const std::vector<bool>& changed)
{
    Prints prints;
    forEachPrint(list, changed, [&](const Item&, std::uint64_t print) { ++prints[print]; });
    return prints;
}

}  // namespace

Damage damageBetween(const DisplayList& before, const DisplayList& after)
{
    if (before.background() != after.background() || before.isEmpty()) return {true, {}};
    const Changes changes = changesBetween(before, after);
    if (changes.isReordered) return {true, {}};
    Damage damage;
    addAreas(before, changes.before, printsOf(after, changes.after), damage.areas);
    addAreas(after, changes.after, printsOf(before, changes.before), damage.areas);
    return damage;
}

}  // namespace lintel::rendering
