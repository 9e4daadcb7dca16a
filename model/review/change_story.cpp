#include "model/review/change_story.h"

#include <algorithm>
#include <array>
#include <map>

namespace lintel::model::review {

namespace {

// Roles of which a design has few, so that the new one does the job of the old one.
constexpr std::array<std::string_view, 10> kRoles{"load-balancer", "database", "cache",   "broker", "queue",
                                                  "stream",        "search",   "storage", "nat",    "cdn"};

void count(Count& into, ChangeType change)
{
    switch (change) {
        case ChangeType::Added: ++into.added; break;
        case ChangeType::Removed: ++into.removed; break;
        case ChangeType::Changed: ++into.changed; break;
    }
}

std::vector<Replacement> replacementsIn(const DesignDifference& difference, const Document& before,
                                        const Document& after, const catalogue::Catalogue& catalogue)
{
    std::map<std::string_view, Replacement> byRole;
    for (const ElementChange& change : difference.elements) {
        if (change.element != ElementType::Block || change.change == ChangeType::Changed) continue;
        const bool isGone = change.change == ChangeType::Removed;
        const Block* block = (isGone ? before : after).blocks.find(BlockId(change.id));
        const std::string role = block ? catalogue.fact(*block, "role") : std::string();
        const auto known = std::find(kRoles.begin(), kRoles.end(), role);
        if (known == kRoles.end()) continue;
        Replacement& replacement = byRole[*known];
        (isGone ? replacement.gone : replacement.come).push_back(block->id);
    }
    std::vector<Replacement> replacements;
    for (const std::string_view role : kRoles)
        if (const auto found = byRole.find(role);
            found != byRole.end() && !found->second.gone.empty() && !found->second.come.empty())
            replacements.push_back(found->second);
    return replacements;
}

}  // namespace

ChangeStory storyOf(const DesignDifference& difference, const Document& before, const Document& after,
                    const catalogue::Catalogue& catalogue)
{
    ChangeStory story;
    for (const ElementChange& change : difference.elements) {
        if (change.element == ElementType::Block) count(story.blocks, change.change);
        if (change.element == ElementType::Connection) count(story.connections, change.change);
        if (!change.isMove()) continue;
        const BlockId id(change.id);
        story.moves.push_back({id, before.blocks.find(id)->parent, after.blocks.find(id)->parent});
    }
    story.replacements = replacementsIn(difference, before, after, catalogue);
    return story;
}

}  // namespace lintel::model::review
