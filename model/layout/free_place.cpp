#include "model/layout/free_place.h"

#include "model/layout/dimensions.h"

#include <cstdlib>
#include <limits>

namespace lintel::model::layout {

namespace {

constexpr int kSteps = 80;

bool isFree(const Rect& rect, const std::vector<Rect>& taken, int gap)
{
    const Rect wide = rect.adjusted(-gap, -gap, gap, gap);
    return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return wide.intersects(other); });
}

int clamped(int value, int low, int high) { return high < low ? low : std::clamp(value, low, high); }

}  // namespace

Rect freePlace(const Rect& wish, const Rect& room, const std::vector<Rect>& taken, bool isOpen)
{
    const int right = room.right() - wish.width;
    const int bottom = room.bottom() - wish.height;
    for (const int gap : {kGap, kGrid}) {
        Rect best;
        long bestDistance = std::numeric_limits<long>::max();
        const int stepX = onGrid(std::max(1, room.width / kSteps));
        const int stepY = onGrid(std::max(1, room.height / kSteps));
        const Rect inside{clamped(wish.x, room.x, right), clamped(wish.y, room.y, bottom), wish.width, wish.height};
        if (right >= room.x && bottom >= room.y && inside.topLeft() == wish.topLeft() && isFree(inside, taken, gap)) return inside;
        for (int y = room.y; y <= bottom; y += stepY) {
            for (int x = room.x; x <= right; x += stepX) {
                const long distance = std::labs(x - wish.x) + std::labs(y - wish.y);
                const Rect candidate{x, y, wish.width, wish.height};
                if (distance >= bestDistance || !isFree(candidate, taken, gap)) continue;
                best = candidate;
                bestDistance = distance;
            }
        }
        if (!best.isEmpty()) return best;
    }
    // Nothing free inside: the container grows where that costs least.
    Rect all = room;
    for (const Rect& rect : taken) all = all.united(rect);
    const int gap = taken.empty() ? 0 : kGap;
    const Rect beside{onGrid(all.right() + gap), clamped(nearestOnGrid(wish.y), room.y, bottom), wish.width, wish.height};
    const Rect below{clamped(nearestOnGrid(wish.x), room.x, right), onGrid(all.bottom() + gap), wish.width, wish.height};
    const bool wide = all.width > all.height * 3 / 2 || isOpen;
    return wide && !isOpen ? below : (all.height > all.width ? beside : below);
}

}  // namespace lintel::model::layout
