#include "exporters/terraform/scope.h"

#include <set>
#include <string_view>

namespace lintel::exporters::terraform {

using model::Block;
using model::BlockId;
using model::Document;

namespace {

/// The outermost container of the kind; the block itself counts.
const Block* frameOf(const Document& document, const Block& block, std::string_view kind)
{
    const Block* frame = nullptr;
    for (const Block* at = &block; at; at = document.blocks.find(at->parent)) {
        if (at->kind.text() == kind) frame = at;
    }
    return frame;
}

std::string keyOf(const Document& document, const model::catalogue::Catalogue& catalogue, const Block& block,
                  std::string_view kind)
{
    const Block* frame = frameOf(document, block, kind);
    if (!frame) return {};
    if (kind == "account") return frame->id.text();
    const std::string region = catalogue.value(*frame, "region").scalarText();
    return region.empty() ? frame->id.text() : region;
}

/// The account or region that holds the most blocks; the design's own region outranks the count.
std::string mostUsed(const Document& document, const model::catalogue::Catalogue& catalogue, std::string_view kind)
{
    std::map<std::string, int> counts;
    for (const Block& block : document.blocks) {
        if (const std::string key = keyOf(document, catalogue, block, kind); !key.empty()) ++counts[key];
    }
    const std::string& own = document.settings().region;
    if (kind == "region" && counts.count(own) > 0) return own;
    std::string most;
    for (const auto& [key, count] : counts) {
        if (most.empty() || count > counts[most]) most = key;
    }
    return most;
}

/// Lives in no region, or has its own way to us-east-1.
bool isGlobal(const Block& block)
{
    static const std::set<std::string, std::less<>> kGlobal{"cloudfront",  "route53-zone", "route53-record",
                                                            "iam-role",    "iam-user",     "acm-certificate",
                                                            "waf-web-acl", "region"};
    return kGlobal.count(block.kind.text()) > 0;
}

Document without(const Document& document, const std::map<BlockId, std::string>& outside)
{
    std::vector<model::Table<Block>::Edit> blocks;
    for (const auto& [id, reason] : outside) blocks.push_back({id, nullptr});
    std::vector<model::Table<model::Connection>::Edit> connections;
    for (const model::Connection& connection : document.connections) {
        if (outside.count(connection.from) > 0 || outside.count(connection.to) > 0)
            connections.push_back({connection.id, nullptr});
    }
    Document inside = document;
    inside.blocks = document.blocks.with(blocks);
    inside.connections = document.connections.with(connections);
    return inside;
}

}  // namespace

Scope scopeOf(const Document& document, const model::catalogue::Catalogue& catalogue)
{
    const std::string account = mostUsed(document, catalogue, "account");
    const std::string region = mostUsed(document, catalogue, "region");
    Scope scope;
    for (const Block& block : document.blocks) {
        const std::string ownAccount = keyOf(document, catalogue, block, "account");
        const std::string ownRegion = keyOf(document, catalogue, block, "region");
        if (!ownAccount.empty() && ownAccount != account)
            scope.outside.emplace(block.id, "other-account");
        else if (!ownRegion.empty() && ownRegion != region && !isGlobal(block))
            scope.outside.emplace(block.id, "other-region");
    }
    scope.inside = without(document, scope.outside);
    return scope;
}

}  // namespace lintel::exporters::terraform
