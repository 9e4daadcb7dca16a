#include "model/lint/fixes/address_fixes.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>

namespace lintel::model::lint::rules {

namespace {

std::string joined(const std::vector<analysis::Cidr>& ranges)
{
    std::string text;
    for (const analysis::Cidr& range : ranges) text += (text.empty() ? "" : ", ") + range.text();
    return text;
}

void check(const Context& context, Report& report)
{
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc")) {
        const std::vector<analysis::Cidr> spaces = context.routes.rangesOf(vpc);
        if (spaces.empty()) continue;  // nobody has said yet where the VPC lies
        for (const BlockId& subnet : context.graph.subnetsOfVpc(vpc)) {
            const auto range = analysis::parseCidr(context.graph.value(subnet, "cidr").toString());
            const auto holds = [&](const analysis::Cidr& space) { return space.contains(*range); };
            if (!range || std::any_of(spaces.begin(), spaces.end(), holds)) continue;
            auto finding = report.add({subnet.text(), vpc.text()});
            finding.with("subnet", labelOf(context.graph, subnet))
                .with("range", range->text())
                .with("vpc", labelOf(context.graph, vpc))
                .with("ranges", joined(spaces));
            fixes::offerMove(context, subnet, finding);
        }
    }
}

}  // namespace

Rule subnetOutsideVpc() { return {"subnet-outside-vpc", "network", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
