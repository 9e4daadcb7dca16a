#include "model/edit/operations/address_plan.h"

#include <set>

namespace lintel::model::edit {

namespace {

constexpr int kUsualPrefix = 24;
constexpr std::uint32_t kPrivateSpace = 10U << 24;  // 10.0.0.0/8
constexpr int kPrivatePrefix = 8;
constexpr int kVpcPrefix = 16;
constexpr int kSmallestPrefix = 28;  // AWS allows no smaller subnet

/// In a VPC that is small itself, a quarter of it.
int prefixFor(const analysis::Cidr& space, const std::vector<analysis::Cidr>& taken)
{
    if (!taken.empty()) return taken.back().prefix;
    return space.prefix <= kUsualPrefix - 2 ? kUsualPrefix : std::min(space.prefix + 2, kSmallestPrefix);
}

}  // namespace

BlockId vpcAround(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& block)
{
    const Block* at = document.blocks.find(block);
    for (int depth = 0; at && depth < 1000; ++depth) {
        if (catalogue.fact(*at, "role") == "vpc") return at->id;
        at = document.blocks.find(at->parent);
    }
    return {};
}

std::optional<analysis::Cidr> nextSubnetRange(const Document& document, const catalogue::Catalogue& catalogue,
                                              const BlockId& vpc)
{
    const Block* network = document.blocks.find(vpc);
    const auto space = network ? analysis::parseCidr(network->property("cidr").toString()) : std::nullopt;
    if (!space) return std::nullopt;
    std::vector<analysis::Cidr> taken;
    for (const Block& block : document.blocks) {
        if (catalogue.fact(block, "role") != "subnet" || vpcAround(document, catalogue, block.id) != vpc) continue;
        if (const auto range = analysis::parseCidr(block.property("cidr").toString())) taken.push_back(*range);
    }
    return analysis::nextFreeBlock({*space}, taken, prefixFor(*space, taken));
}

std::optional<analysis::Cidr> freeRangeFor(const Document& document, const catalogue::Catalogue& catalogue,
                                           const BlockId& block)
{
    const Block* own = document.blocks.find(block);
    const std::string role = own ? catalogue.fact(*own, "role") : std::string();
    if (role == "subnet") return nextSubnetRange(document, catalogue, vpcAround(document, catalogue, block));
    if (role != "vpc") return std::nullopt;
    std::vector<analysis::Cidr> taken;
    const auto take = [&taken](const Value& text) {
        if (const auto range = analysis::parseCidr(text.toString())) taken.push_back(*range);
    };
    for (const Block& other : document.blocks) {
        take(other.property("cidr"));
        for (const Value& text : other.property("secondary-cidrs").toList()) take(text);
    }
    return analysis::nextFreeBlock({{kPrivateSpace, kPrivatePrefix}}, taken, kVpcPrefix);
}

std::string nextZoneLetter(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc)
{
    std::set<std::string> taken;
    for (const Block& block : document.blocks) {
        const Value& letter = block.property("zone");
        if (letter.isNull() || vpcAround(document, catalogue, block.id) != vpc) continue;
        taken.insert(letter.scalarText());
    }
    for (char letter = 'a'; letter <= 'f'; ++letter)
        if (!taken.contains(std::string(1, letter))) return std::string(1, letter);
    return {};
}

}  // namespace lintel::model::edit
