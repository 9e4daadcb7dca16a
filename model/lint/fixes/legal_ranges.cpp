#include "model/lint/fixes/legal_ranges.h"

#include "model/analysis/address_rules.h"
#include "model/edit/transaction.h"
#include "model/lint/labels.h"

#include <algorithm>

namespace lintel::model::lint::fixes {

namespace {

using analysis::Cidr;
using analysis::parseCidr;
using analysis::RangeFault;

std::vector<Cidr> subnetRangesIn(const Context& context, const BlockId& vpc, const Cidr& space)
{
    std::vector<Cidr> ranges;
    for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc))
        if (const auto range = parseCidr(context.graph.value(subnet, "cidr").toString());
            range && space.overlaps(*range))
            ranges.push_back(*range);
    return ranges;
}

struct Proposal {
    std::optional<Cidr> range;  ///< nothing: the range goes
    bool isSafe = false;
};

/// The /16 of a range too large that holds what the whole range holds.
std::optional<Proposal> narrowed(const Cidr& space, const std::vector<Cidr>& subnets)
{
    const Cidr block{(subnets.empty() ? space : subnets.front()).first() & 0xffff0000U, 16};
    const bool holdsAll =
        std::all_of(subnets.begin(), subnets.end(), [&](const Cidr& one) { return block.contains(one); });
    if (!holdsAll || analysis::faultOf(block) != RangeFault::None) return std::nullopt;
    return Proposal{block, true};
}

std::optional<Proposal> proposalFor(const Context& context, const BlockId& vpc, const Cidr& space, bool isPrimary)
{
    const std::vector<Cidr> subnets = subnetRangesIn(context, vpc, space);
    switch (analysis::faultOf(space)) {
        case RangeFault::None: return Proposal{space, true};
        case RangeFault::HostBits: return Proposal{space.canonical(), true};
        case RangeFault::TooLarge: return narrowed(space, subnets);
        case RangeFault::TooSmall: return Proposal{Cidr{space.address & 0xffffff00U, 24}, false};
        case RangeFault::LinkLocal:
        case RangeFault::ServiceRange: break;
    }
    if (!subnets.empty()) return std::nullopt;
    if (isPrimary) return Proposal{Cidr{10U << 24, 16}, false};
    return Proposal{std::nullopt, false};
}

/// A secondary range that may not stand beside the first one goes, where no subnet lies in it.
std::optional<Proposal> checkedAgainst(const Context& context, const BlockId& vpc, const Cidr& primary,
                                       Proposal proposal)
{
    if (!proposal.range || analysis::mayJoin(primary, *proposal.range)) return proposal;
    if (!subnetRangesIn(context, vpc, *proposal.range).empty()) return std::nullopt;
    return Proposal{std::nullopt, false};
}

}  // namespace

std::vector<std::string> rangeTextsOf(const Context& context, const BlockId& vpc)
{
    std::vector<std::string> ranges{context.graph.value(vpc, "cidr").toString()};
    for (const Value& more : context.graph.value(vpc, "secondary-cidrs").toList()) ranges.push_back(more.toString());
    return ranges;
}

void offerLegalRanges(const Context& context, const BlockId& vpc, FindingBuilder& finding)
{
    bool isSafe = true;
    std::optional<Cidr> primary;
    Value::List secondary;
    std::string shown;
    const std::vector<std::string> texts = rangeTextsOf(context, vpc);
    for (std::size_t at = 0; at < texts.size(); ++at) {
        if (at == 0 && texts[at].empty()) continue;
        const auto space = parseCidr(texts[at]);
        auto proposal = space ? proposalFor(context, vpc, *space, at == 0) : std::nullopt;
        if (proposal && primary) proposal = checkedAgainst(context, vpc, *primary, *proposal);
        if (!proposal) return;
        isSafe = isSafe && proposal->isSafe;
        if (!proposal->range) continue;
        if (at == 0)
            primary = proposal->range;
        else
            secondary.emplace_back(proposal->range->text());
        shown += (shown.empty() ? "" : ", ") + proposal->range->text();
    }
    edit::Transaction transaction(context.document);
    if (primary) transaction.setProperty(vpc, "cidr", primary->text());
    if (texts.size() > 1)
        transaction.setProperty(vpc, "secondary-cidrs", secondary.empty() ? Value() : Value(std::move(secondary)));
    finding.fix(
        "legal-range", isSafe,
        transaction.finish({"rule.cidr-illegal.fix.range", {{"name", labelOf(context.graph, vpc)}, {"range", shown}}}));
}

void offerCanonicalRange(const Context& context, const BlockId& subnet, FindingBuilder& finding)
{
    const auto range = parseCidr(context.graph.value(subnet, "cidr").toString());
    if (!range) return;
    const std::string text = range->canonical().text();
    edit::Transaction transaction(context.document);
    transaction.setProperty(subnet, "cidr", text);
    finding.fix("legal-range", true,
                transaction.finish(
                    {"rule.cidr-illegal.fix.range", {{"name", labelOf(context.graph, subnet)}, {"range", text}}}));
}

void offerFreeAddress(const Context& context, const BlockId& block, const BlockId& subnet, FindingBuilder& finding)
{
    const auto range = parseCidr(context.graph.value(subnet, "cidr").toString());
    if (!range) return;
    std::vector<std::uint32_t> taken;
    for (const Block& other : context.document.blocks)
        if (const auto address = analysis::parseAddress(other.property("private-ip").toString()))
            taken.push_back(*address);
    const auto free = analysis::nextFreeAddress(*range, taken);
    if (!free) return;
    const std::string text = analysis::addressText(*free);
    edit::Transaction transaction(context.document);
    transaction.setProperty(block, "private-ip", text);
    finding.fix("free-address", false,
                transaction.finish(
                    {"rule.cidr-illegal.fix.address", {{"name", labelOf(context.graph, block)}, {"address", text}}}));
}

}  // namespace lintel::model::lint::fixes
