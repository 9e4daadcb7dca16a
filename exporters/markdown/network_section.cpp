#include "exporters/markdown/sections.h"

#include "model/analysis/cidr.h"

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::SubnetClass;

const char* nameOf(SubnetClass type)
{
    switch (type) {
    case SubnetClass::Public: return "public";
    case SubnetClass::Private: return "private";
    case SubnetClass::Isolated: return "isolated";
    case SubnetClass::Unknown: break;
    }
    return "unknown";
}

std::string usableAddresses(const std::string& range)
{
    const auto cidr = model::analysis::parseCidr(range);
    return cidr ? std::to_string(cidr->usable()) : std::string();
}

std::string routes(const Source& source, const BlockId& subnet)
{
    std::string text;
    for (const model::analysis::Route& route : source.routes.routesOf(source.routes.tableOf(subnet))) {
        const std::string target = route.target.isEmpty() ? "?" : source.name(route.target);
        text += (text.empty() ? "" : "; ") + escaped(route.destination) + " → " + target;
    }
    return text;
}

std::string rangeOf(const Source& source, const BlockId& id) { return source.graph.value(id, "cidr").scalarText(); }

}  // namespace

std::string networkSection(const Source& source)
{
    const auto& vpcs = source.graph.blocksOfKind("vpc");
    if (vpcs.empty()) return {};
    std::string text = source.heading("network.title");
    for (const BlockId& vpc : vpcs) {
        const std::string range = rangeOf(source, vpc);
        text += "### " + source.name(vpc) + (range.empty() ? "" : " (" + escaped(range) + ")") + "\n\n";
        MarkdownTable table({source.text("column.subnet"), source.text("column.zone"), source.text("column.range"),
                             source.text("column.addresses"), source.text("column.type"), source.text("column.routes")});
        for (const BlockId& subnet : source.graph.subnetsOfVpc(vpc)) {
            const std::string subnetRange = rangeOf(source, subnet);
            table.add({source.name(subnet), escaped(source.graph.zoneOf(subnet)), escaped(subnetRange),
                       usableAddresses(subnetRange),
                       source.text(std::string("subnet-class.") + nameOf(source.routes.classOf(subnet))),
                       routes(source, subnet)});
        }
        text += table.isEmpty() ? source.text("network.no-subnets") + "\n\n" : table.text();
    }
    return text;
}

}  // namespace lintel::exporters::markdown
