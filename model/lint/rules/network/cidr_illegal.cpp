#include "model/analysis/address_rules.h"
#include "model/lint/fixes/address_fixes.h"
#include "model/lint/fixes/legal_ranges.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

using analysis::Cidr;
using analysis::RangeFault;

/// The message for the fault; empty when there is none.
std::string_view variantOf(RangeFault fault)
{
    switch (fault) {
        case RangeFault::TooLarge: return "too-large";
        case RangeFault::TooSmall: return "too-small";
        case RangeFault::LinkLocal: return "link-local";
        case RangeFault::HostBits: return "host-bits";
        case RangeFault::ServiceRange: return "service-range";
        case RangeFault::None: break;
    }
    return {};
}

FindingBuilder reportRange(const Context& context, const BlockId& id, std::string_view variant, const std::string& text,
                           Report& report)
{
    auto finding = report.add(id);
    finding.variant(variant).with("name", labelOf(context.graph, id)).with("range", text);
    if (variant == "host-bits") finding.with("network", analysis::parseCidr(text)->canonical().text());
    if (variant == variantOf(RangeFault::ServiceRange)) finding.severity(Severity::Info);
    return finding;
}

/// One word about each VPC: its fix settles all ranges. What AWS refuses comes before what it only advises against.
void checkVpc(const Context& context, const BlockId& vpc, Report& report)
{
    const std::vector<std::string> texts = fixes::rangeTextsOf(context, vpc);
    const auto primary = analysis::parseCidr(texts.front());
    std::string_view worst;
    std::string range;
    for (const std::string& text : texts) {
        if (text.empty()) continue;
        const auto space = analysis::parseCidr(text);
        const bool isRestricted = space && primary && &text != &texts.front() && !analysis::mayJoin(*primary, *space);
        std::string_view variant = space ? variantOf(analysis::faultOf(*space)) : "unreadable";
        if (variant.empty() && isRestricted) variant = "restricted";
        if (variant.empty() || (!worst.empty() && worst != "service-range")) continue;
        worst = variant;
        range = text;
    }
    if (worst.empty()) return;
    auto finding = reportRange(context, vpc, worst, range, report);
    if (worst == "restricted") finding.with("primary", texts.front());
    fixes::offerLegalRanges(context, vpc, finding);
}

void checkSubnet(const Context& context, const BlockId& subnet, Report& report)
{
    const std::string& text = context.graph.value(subnet, "cidr").toString();
    if (text.empty()) return;
    const auto range = analysis::parseCidr(text);
    const RangeFault fault = range ? analysis::faultOf(*range) : RangeFault::None;
    const std::string_view variant = range ? variantOf(fault) : "unreadable";
    // A subnet has to lie where its VPC does: the range that services use is the VPC's affair.
    if (variant.empty() || fault == RangeFault::ServiceRange) return;
    auto finding = reportRange(context, subnet, variant, text, report);
    if (fault == RangeFault::HostBits)
        fixes::offerCanonicalRange(context, subnet, finding);
    else
        fixes::offerMove(context, subnet, finding);
}

void checkAddress(const Context& context, const Block& block, Report& report)
{
    const auto address = analysis::parseAddress(block.property("private-ip").toString());
    if (!address) return;
    for (const BlockId& subnet : context.graph.subnetsOf(block.id)) {
        const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
        if (!range || !analysis::isReserved(*range, *address)) continue;
        auto finding = report.add({block.id.text(), subnet.text()});
        finding.variant("reserved")
            .with("name", block.label())
            .with("address", analysis::addressText(*address))
            .with("subnet", labelOf(context.graph, subnet));
        fixes::offerFreeAddress(context, block.id, subnet, finding);
    }
}

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) checkVpc(context, vpc, report);
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) checkSubnet(context, subnet, report);
    for (const BlockId& id : context.graph.blocksWithProperty("private-ip"))
        checkAddress(context, *context.graph.block(id), report);
}

}  // namespace

Rule cidrIllegal() { return {"cidr-illegal", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
