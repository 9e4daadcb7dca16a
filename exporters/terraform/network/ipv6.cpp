#include "exporters/terraform/network/ipv6.h"

#include "model/analysis/address_range.h"

namespace lintel::exporters::terraform::network {

using hcl::Expression;
using model::Block;
using model::analysis::AddressRange;
using model::analysis::parseIpv6Range;

namespace {

constexpr int kMostBits = 32;  // what cidrsubnet() takes as a number without doubt

std::optional<AddressRange> rangeOf(const Design& design, const Block& network)
{
    return parseIpv6Range(design.text(network, "ipv6-cidr"));
}

/// The same place in the range that the VPC gets as the one that is drawn.
std::optional<Expression> placeIn(const Design& design, const Block& vpc, const AddressRange& range)
{
    const auto outer = rangeOf(design, vpc);
    if (!outer || !outer->contains(range) || design.flag(vpc, "default-vpc")) return std::nullopt;
    const std::string base = design.attribute(vpc, "ipv6_cidr_block");
    const int bits = range.prefix - outer->prefix;
    if (bits == 0) return Expression::raw(base);
    if (bits > kMostBits) return std::nullopt;
    const auto number = static_cast<std::uint64_t>((range.first() - outer->first()) >> (128 - range.prefix));
    return Expression::raw("cidrsubnet(" + base + ", " + std::to_string(bits) + ", " + std::to_string(number) + ")");
}

}  // namespace

bool hasIpv6(const Design& design, const Block& vpc) { return rangeOf(design, vpc).has_value(); }

std::optional<Expression> ipv6SubnetRange(const Design& design, const Block& subnet, const Block& vpc)
{
    const auto range = rangeOf(design, subnet);
    return range ? placeIn(design, vpc, *range) : std::nullopt;
}

Expression ipv6Range(const Design& design, const std::string& text)
{
    if (const auto range = parseIpv6Range(text))
        for (const Block* vpc : design.ofKind("vpc"))
            if (auto place = placeIn(design, *vpc, *range)) return *place;
    return Expression::text(text);
}

}  // namespace lintel::exporters::terraform::network
