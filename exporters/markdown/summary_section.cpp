#include "exporters/markdown/request_flow.h"
#include "exporters/markdown/summary_sentences.h"

#include <map>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;
using model::analysis::SubnetClass;

constexpr std::size_t kFlowsInPictureText = 3;

std::string joined(const std::set<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string subnetCounts(const Source& source, const BlockId& vpc)
{
    std::map<SubnetClass, int> counts;
    for (const BlockId& subnet : source.graph.subnetsOfVpc(vpc)) ++counts[source.routes.classOf(subnet)];
    std::vector<std::string> parts;
    for (const SubnetClass type :
         {SubnetClass::Public, SubnetClass::Private, SubnetClass::Isolated, SubnetClass::Unknown})
        if (counts[type] > 0)
            parts.push_back(
                source.text(std::string("summary.subnets-") + wordOf(type), {{"count", std::to_string(counts[type])}}));
    return source.listed(parts);
}

std::string networkSentences(const Source& source)
{
    std::string text;
    for (const BlockId& vpc : source.graph.blocksOfKind("vpc")) {
        const std::string counts = subnetCounts(source, vpc);
        const std::string range = source.written(source.graph.value(vpc, "cidr").scalarText());
        if (counts.empty()) continue;
        text += " " + source.text(range.empty() ? "summary.vpc-without-range" : "summary.vpc",
                                  {{"vpc", source.name(vpc)}, {"range", range}, {"subnets", counts}});
    }
    return text;
}

std::string part(const Source& source, const std::string& id, const std::string& sentences)
{
    return sentences.empty() ? std::string() : "### " + source.text("summary.part-" + id) + "\n\n" + sentences + "\n";
}

}  // namespace

std::string whereText(const Source& source)
{
    std::set<std::string> zones;
    for (const BlockId& subnet : source.graph.blocksOfKind("subnet"))
        if (const std::string zone = source.graph.zoneOf(subnet); !zone.empty()) zones.insert(source.written(zone));
    const std::string region = source.written(source.document().settings().region);
    std::string text;
    if (!region.empty() && !zones.empty())
        text = source.text("summary.where",
                           {{"region", region}, {"zones", joined(zones)}, {"count", std::to_string(zones.size())}});
    else if (!region.empty())
        text = source.text("summary.where-region", {{"region", region}});
    text += networkSentences(source);
    return text.empty() || text.front() != ' ' ? text : text.substr(1);
}

std::string routeText(const Source& source)
{
    std::string text;
    std::size_t told = 0;
    for (const RequestFlow& flow : requestFlows(source.graph)) {
        if (told++ == kFlowsInPictureText) break;
        std::string chain = source.name(flow.client) + " → " + source.name(flow.entry);
        for (const auto& stage : flow.stages) chain += " → " + source.names(stage, 4);
        if (!flow.uses.empty()) chain += " → " + source.names(flow.uses, 6);
        text += (text.empty() ? "" : "; ") + chain;
    }
    return text.empty() ? text : " " + source.text("picture-flows", {{"flows", text}});
}

std::string summarySection(const Source& source)
{
    const std::string where = whereText(source);
    const std::string text =
        part(source, "where", (where.empty() ? "" : where + "\n\n") + placeSentences(source)) +
        part(source, "flow", flowSentences(source)) + part(source, "background", backgroundSentences(source)) +
        part(source, "stores", storeSentences(source)) + part(source, "boundary", boundarySentences(source)) +
        part(source, "failure", failureSentences(source));
    return source.heading("summary.title") + (text.empty() ? source.text("summary.empty") + "\n\n" : text);
}

}  // namespace lintel::exporters::markdown
