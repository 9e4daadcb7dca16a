#include "model/layout/free_place.h"

#include "model/layout/dimensions.h"

#include <cstdlib>
#include <limits>

namespace lintel::model::layout {

namespace {

constexpr int kSteps = 80;
constexpr std::size_t kMostFlush = 60;  ///< more neighbours leave too many places to try

bool isFree(const Rect& rect, const std::vector<Rect>& taken, int gap)
{
    const Rect wide = rect.adjusted(-gap, -gap, gap, gap);
    return std::none_of(taken.begin(), taken.end(), [&](const Rect& other) { return wide.intersects(other); });
}

int clamped(int value, int low, int high) { return high < low ? low : std::clamp(value, low, high); }

/// Where something of the length may begin so that it touches (at the gap) what is there, or the room's edge.
std::vector<int> flushPlaces(int low, int high, int length, int wish, const std::vector<std::pair<int, int>>& taken,
                             int gap)
{
    std::vector<int> places{low, high, clamped(wish, low, high)};
    for (const auto& [begin, end] : taken) {
        places.push_back(onGrid(end + gap));
        places.push_back((begin - gap - length) / kGrid * kGrid);
    }
    std::erase_if(places, [&](int place) { return place < low || place > high; });
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// The candidate that is free and nearest to the wish; empty when none is free.
Rect nearestFree(const Rect& wish, const std::vector<int>& columns, const std::vector<int>& rows,
                 const std::vector<Rect>& taken, int gap)
{
    Rect best;
    long bestDistance = std::numeric_limits<long>::max();
    for (const int y : rows) {
        for (const int x : columns) {
            const long distance = std::labs(x - wish.x) + std::labs(y - wish.y);
            const Rect candidate{x, y, wish.width, wish.height};
            if (distance >= bestDistance || !isFree(candidate, taken, gap)) continue;
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

}  // namespace

Rect freePlace(const Rect& wish, const Rect& room, const std::vector<Rect>& taken, bool isOpen)
{
    const int right = room.right() - wish.width;
    const int bottom = room.bottom() - wish.height;
    std::vector<std::pair<int, int>> across, down;
    if (taken.size() <= kMostFlush) {
        for (const Rect& rect : taken) across.emplace_back(rect.left(), rect.right());
        for (const Rect& rect : taken) down.emplace_back(rect.top(), rect.bottom());
    }
    for (const int gap : {kGap, kGrid}) {
        if (right < room.x || bottom < room.y) break;
        const Rect inside{clamped(wish.x, room.x, right), clamped(wish.y, room.y, bottom), wish.width, wish.height};
        if (isFree(inside, taken, gap)) return inside;
        std::vector<int> columns = flushPlaces(room.x, right, wish.width, wish.x, across, gap);
        std::vector<int> rows = flushPlaces(room.y, bottom, wish.height, wish.y, down, gap);
        for (int x = room.x; x <= right; x += onGrid(std::max(1, room.width / kSteps))) columns.push_back(x);
        for (int y = room.y; y <= bottom; y += onGrid(std::max(1, room.height / kSteps))) rows.push_back(y);
        const Rect best = nearestFree(wish, columns, rows, taken, gap);
        if (!best.isEmpty()) return best;
    }
    // Nothing free inside: the container grows where that costs least.
    Rect all = room;
    for (const Rect& rect : taken) all = all.united(rect);
    const int gap = taken.empty() ? 0 : kGap;
    const Rect beside{onGrid(all.right() + gap), clamped(nearestOnGrid(wish.y), room.y, bottom), wish.width,
                      wish.height};
    const Rect below{clamped(nearestOnGrid(wish.x), room.x, right), onGrid(all.bottom() + gap), wish.width,
                     wish.height};
    const bool wide = all.width > all.height * 3 / 2 || isOpen;
    return wide && !isOpen ? below : (all.height > all.width ? beside : below);
}

}  // namespace lintel::model::layout
