#include "model/analysis/joined_legs.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

bool contains(const std::vector<Blocker>& list, const Blocker& blocker)
{
    return std::find(list.begin(), list.end(), blocker) != list.end();
}

/// Blockers that say the same of one element count as one, whatever port they are about: it is the same place to mend.
bool holdsAll(const std::vector<Blocker>& list, const std::vector<Blocker>& part)
{
    return std::all_of(part.begin(), part.end(), [&](const Blocker& blocker) {
        return std::any_of(list.begin(), list.end(), [&](const Blocker& other) {
            return other.message.id == blocker.message.id && other.subject == blocker.subject;
        });
    });
}

}  // namespace

void append(std::vector<Leg>& legs, std::vector<Leg> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(legs));
}

std::vector<Leg> worthKnowing(std::vector<Leg> ways)
{
    const bool works = std::any_of(ways.begin(), ways.end(), [](const Leg& way) { return way.passes(); });
    if (works) {
        std::erase_if(ways, [](const Leg& way) { return !way.passes(); });
        std::stable_sort(ways.begin(), ways.end(),
                         [](const Leg& a, const Leg& b) { return a.sources.size() > b.sources.size(); });
        return ways;
    }
    std::vector<Leg> best;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto isBetter = [&](std::size_t other) {
            const bool isSmaller = holdsAll(ways[i].blockers, ways[other].blockers);
            const bool isSame = isSmaller && holdsAll(ways[other].blockers, ways[i].blockers);
            return isSmaller && (!isSame || other < i);
        };
        bool isBest = true;
        for (std::size_t other = 0; isBest && other < ways.size(); ++other) isBest = other == i || !isBetter(other);
        if (isBest) best.push_back(ways[i]);
    }
    return best;
}

Leg joined(const Leg& first, const std::vector<BlockId>& between, const Leg& second)
{
    Leg both = first;
    both.entry = second.entry;
    both.seen = second.seen;
    const auto step = [&](const std::string& id) {
        if (!id.empty() && std::find(both.path.begin(), both.path.end(), id) == both.path.end())
            both.path.push_back(id);
    };
    for (const BlockId& id : between) step(id.text());
    for (const std::string& id : second.path) step(id);
    for (const Blocker& blocker : second.blockers)
        if (!contains(both.blockers, blocker)) both.blockers.push_back(blocker);
    return both;
}

void keepClients(Leg& both, const Leg& first, const Leg& second, const AddressSet& own)
{
    if (!second.passes() || !second.sources.intersection(own).isEmpty()) return;
    const AddressSet left = first.sources.intersection(second.sources);
    if (!left.isEmpty()) both.sources = left;
}

}  // namespace lintel::model::analysis
