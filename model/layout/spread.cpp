#include "model/layout/spread.h"

#include "model/layout/dimensions.h"

#include <cmath>

namespace lintel::model::layout {

namespace {

/// Things that touch and share their average wish.
struct Pool {
    double sum = 0;
    int count = 0;
    double mean() const { return sum / count; }
};

}  // namespace

std::vector<int> spread(const std::vector<Wish>& wishes, int gap, int room)
{
    // Without lengths and gaps the order alone must hold: isotonic regression, by pooling adjacent violators.
    std::vector<Pool> pools;
    std::vector<int> offsets;
    int used = 0;
    for (const Wish& wish : wishes) {
        offsets.push_back(used);
        pools.push_back({wish.center - wish.length / 2.0 - used, 1});
        used += onGrid(wish.length) + gap;
        while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    const double most = std::max(0, room - (used - gap)) / kGrid * kGrid;
    std::vector<int> places;
    for (const Pool& pool : pools) {
        const int start = nearestOnGrid(static_cast<int>(std::lround(std::clamp(pool.mean(), 0.0, most))));
        for (int i = 0; i < pool.count; ++i) places.push_back(start + offsets[places.size()]);
    }
    return places;
}

}  // namespace lintel::model::layout
