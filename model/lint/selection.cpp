#include "model/lint/selection.h"

#include <algorithm>

namespace lintel::model::lint {

namespace {

bool hasTag(const Block& block, std::string_view wish)
{
    const std::size_t equals = wish.find('=');
    const Value& value = block.property("tags")[wish.substr(0, equals)];
    return !value.isNull() && (equals == std::string_view::npos || value.scalarText() == wish.substr(equals + 1));
}

bool isNamedBy(const graph::ArchitectureGraph& graph, const Block& block, std::string_view word)
{
    const auto rest = [&](std::string_view prefix) { return word.substr(prefix.size()); };
    if (word.starts_with("kind:")) return block.kind.text() == rest("kind:");
    if (word.starts_with("role:"))
        return graph.fact(block.id, "role") == rest("role:") ||
               graph.value(block.id, "role").toString() == rest("role:");
    if (word.starts_with("tag:")) return hasTag(block, rest("tag:"));
    if (word.starts_with("name:")) return matchesWildcard(rest("name:"), block.name);
    return matchesWildcard(word, block.id.text());
}

}  // namespace

bool matchesWildcard(std::string_view pattern, std::string_view text)
{
    std::size_t star = std::string_view::npos;
    std::size_t retry = 0;
    std::size_t p = 0;
    std::size_t t = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

bool selectsInternet(const Selector& selector)
{
    return std::find(selector.words.begin(), selector.words.end(), "internet") != selector.words.end();
}

bool isSelected(const graph::ArchitectureGraph& graph, const Selector& selector, const BlockId& id)
{
    const Block* at = graph.block(id);
    // The bound keeps a broken draft, in which blocks hold each other, from hanging us.
    for (int depth = 0; at && depth < 64; ++depth) {
        for (const std::string& word : selector.words)
            if (isNamedBy(graph, *at, word)) return true;
        at = graph.block(at->parent);
    }
    return false;
}

std::vector<BlockId> selectedBlocks(const graph::ArchitectureGraph& graph, const Selector& selector)
{
    std::vector<BlockId> all;
    for (const Block& block : graph.document().blocks)
        if (isSelected(graph, selector, block.id)) all.push_back(block.id);
    return all;
}

}  // namespace lintel::model::lint
