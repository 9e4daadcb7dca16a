#include "model/layout/tier.h"

#include <array>

namespace lintel::model::layout {

namespace {

struct TierName {
    std::string_view name;
    Tier tier;
};

constexpr std::array kTiers{
    TierName{"client", Tier::Client},     TierName{"dns", Tier::Dns},
    TierName{"edge", Tier::Edge},         TierName{"entry", Tier::Entry},
    TierName{"public", Tier::Public},     TierName{"application", Tier::Application},
    TierName{"data", Tier::Data},         TierName{"endpoint", Tier::Endpoint},
    TierName{"regional", Tier::Regional}, TierName{"integration", Tier::Integration},
    TierName{"delivery", Tier::Delivery}, TierName{"observability", Tier::Observability},
    TierName{"security", Tier::Security}, TierName{"network", Tier::Network},
    TierName{"external", Tier::External},
};

std::optional<Tier> tierNamed(std::string_view name)
{
    for (const TierName& entry : kTiers)
        if (entry.name == name) return entry.tier;
    return std::nullopt;
}

bool routesToInternet(const Block& table, const Document& document)
{
    for (const Value& route : table.property("routes").toList()) {
        const Block* target = document.blocks.find(BlockId(route["target"].toString()));
        if (target && target->kind.text() == "internet-gateway") return true;
    }
    return false;
}

}  // namespace

Tier tierOf(const Block& block, const catalogue::Catalogue& catalogue)
{
    return tierNamed(catalogue.fact(block, "tier")).value_or(Tier::Regional);
}

Tier subnetTier(const Block& subnet, const Document& document, const catalogue::Catalogue& catalogue)
{
    if (const auto said = tierNamed(subnet.property("tier").toString())) return *said;
    const Block* table = document.blocks.find(BlockId(subnet.property("route-table").toString()));
    if (table && routesToInternet(*table, document)) return Tier::Public;
    int data = 0;
    int endpoints = 0;
    int others = 0;
    for (const Block& block : document.blocks) {
        if (block.parent != subnet.id || isQuiet(block, catalogue)) continue;
        const Tier tier = tierOf(block, catalogue);
        if (tier == Tier::Data)
            ++data;
        else if (tier == Tier::Endpoint)
            ++endpoints;
        else
            ++others;
    }
    if (data > others) return Tier::Data;
    if (endpoints > others) return Tier::Endpoint;
    if (subnet.property("label").toString() == "public") return Tier::Public;
    if (subnet.property("label").toString() == "isolated") return Tier::Data;
    return Tier::Application;
}

bool isQuiet(const Block& block, const catalogue::Catalogue& catalogue)
{
    const catalogue::Kind* kind = catalogue.kindOf(block);
    if (!kind) return false;
    if (kind->shape == catalogue::Shape::Group) return true;
    if (kind->shape != catalogue::Shape::Node) return false;
    const std::string& role = kind->fact("role");
    const bool isRule = role == "firewall" && kind->fact("tier") == "security";
    const bool isSetting = role == "none" && (kind->id.text() == "elastic-ip" || kind->id.text() == "launch-template");
    return isRule || isSetting || role == "table" || role == "certificate" || role == "identity" || role == "key";
}

}  // namespace lintel::model::layout
