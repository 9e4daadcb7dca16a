#include "model/lint/subnet_intent.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lintel::model::lint {

namespace {

constexpr std::array<std::string_view, 2> kPublicWords{"public", "pub"};
constexpr std::array<std::string_view, 5> kPrivateWords{"private", "priv", "prv", "pri", "isolated"};
constexpr std::array<std::string_view, 1> kPublicSyllables{"퍼블릭"};
constexpr std::array<std::string_view, 3> kPrivateSyllables{"프라이빗", "사설", "격리"};

/// As a whole word: `pub` is not in `republic`.
template <std::size_t N>
bool hasWord(const std::string& name, const std::array<std::string_view, N>& words)
{
    std::string word;
    const auto isWanted = [&] { return std::find(words.begin(), words.end(), word) != words.end(); };
    for (const char c : name) {
        if (std::isalpha(static_cast<unsigned char>(c))) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            continue;
        }
        if (isWanted()) return true;
        word.clear();
    }
    return isWanted();
}

template <std::size_t N>
bool hasSyllables(const std::string& name, const std::array<std::string_view, N>& words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

SubnetIntent saidBy(const std::string& name)
{
    const bool isPublic = hasWord(name, kPublicWords) || hasSyllables(name, kPublicSyllables);
    const bool isPrivate = hasWord(name, kPrivateWords) || hasSyllables(name, kPrivateSyllables);
    if (isPublic == isPrivate) return SubnetIntent::Unsaid;
    return isPublic ? SubnetIntent::Public : SubnetIntent::Private;
}

}  // namespace

SubnetIntent intentOf(const graph::ArchitectureGraph& graph, const BlockId& subnet)
{
    const Block* block = graph.block(subnet);
    if (!block) return SubnetIntent::Unsaid;
    const std::string& label = graph.value(subnet, "label").toString();
    if (!label.empty()) return label == "public" ? SubnetIntent::Public : SubnetIntent::Private;
    if (const SubnetIntent said = saidBy(block->name); said != SubnetIntent::Unsaid) return said;
    if (const Block* group = graph.block(graph.ancestorOfKind(subnet, "group")))
        if (const SubnetIntent said = saidBy(group->name); said != SubnetIntent::Unsaid) return said;
    return graph.value(subnet, "tier").toString() == "public" ? SubnetIntent::Public : SubnetIntent::Unsaid;
}

}  // namespace lintel::model::lint
