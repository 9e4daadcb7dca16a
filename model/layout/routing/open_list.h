#pragma once

#include <cstddef>
#include <vector>

namespace lintel::model::layout {

/// The states a search has still to look at, cheapest first, in buckets: what differs by less than a step may come
/// in any (but always the same) order, which makes it many times faster than a heap.
class OpenList {
public:
    bool isEmpty() const { return m_count == 0; }
    void clear();
    void push(int cost, int state);
    /// Cost and state of one of the cheapest. Not when empty.
    struct Entry {
        int cost;
        int state;
    };
    Entry pop();

private:
    static constexpr int kBucket = 8;

    std::vector<std::vector<Entry>> m_buckets;
    std::size_t m_lowest = 0;
    std::size_t m_count = 0;
};

}  // namespace lintel::model::layout
