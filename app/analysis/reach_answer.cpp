#include "app/analysis/reach_answer.h"

#include "model/analysis/ipv6_endpoint.h"
#include "model/analysis/service_port.h"

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::Analyses;
using model::analysis::Blocker;
using model::analysis::PortSet;
using model::analysis::Query;
using model::analysis::Reach;

namespace {

std::vector<Query> queriesOf(const ReachQuestion& question, const graph::ArchitectureGraph& graph)
{
    if (question.port) return {{"tcp", *question.port}};
    std::vector<Query> queries;
    const PortSet ports = model::analysis::servicePorts(graph, question.to);
    for (const auto& interval : ports.intervals()) {
        // A range stands for one service; its ends tell whether a rule covers it.
        queries.push_back({"tcp", interval.first});
        if (interval.last != interval.first) queries.push_back({"tcp", interval.last});
    }
    return queries;
}

std::size_t fewestBlockers(const Reach& reach)
{
    if (reach.reachable || reach.blockers.empty()) return 0;
    const auto fewest = std::min_element(reach.blockers.begin(), reach.blockers.end(),
                                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return fewest->size();
}

/// How far the question is from a yes on every port.
std::size_t distance(const ReachAnswer& answer)
{
    std::size_t sum = 0;
    for (const PortAnswer& port : answer) sum += fewestBlockers(port.reach);
    return sum;
}

/// What a fix would have to touch to matter.
std::set<std::string> concerned(const ReachQuestion& question, const ReachAnswer& answer, const Document& document)
{
    std::set<std::string> ids{question.to.text()};
    if (!question.from.isEmpty()) ids.insert(question.from.text());
    for (const PortAnswer& port : answer)
        for (const auto& way : port.reach.blockers)
            for (const Blocker& blocker : way) ids.insert(blocker.subject);
    for (const Connection& connection : document.connections)
        if (connection.from == question.from && connection.to == question.to) ids.insert(connection.id.text());
    return ids;
}

}  // namespace

ReachAnswer answerTo(const ReachQuestion& question, const Analyses& analyses)
{
    const Document& document = analyses.document();
    if (!document.blocks.contains(question.to) ||
        (!question.from.isEmpty() && !document.blocks.contains(question.from)))
        return {};
    ReachAnswer answer;
    const bool isDual = model::analysis::speaksIpv6(analyses.graph(), question.from) &&
                        model::analysis::speaksIpv6(analyses.graph(), question.to);
    for (Query query : queriesOf(question, analyses.graph())) {
        answer.push_back({query, analyses.reachability().reach(question.from, question.to, query)});
        if (!isDual) continue;
        query.family = model::analysis::Family::Ipv6;
        answer.push_back({query, analyses.reachability().reach(question.from, question.to, query)});
    }
    return answer;
}

std::vector<BlockId> endsIn(const Analyses& analyses)
{
    std::vector<BlockId> ends;
    for (const Block& block : analyses.document().blocks)
        if (model::analysis::endpointOf(analyses.graph(), block.id).place != model::analysis::Place::Nowhere)
            ends.push_back(block.id);
    return ends;
}

std::vector<lint::Fix> fixesFor(const ReachQuestion& question, const std::vector<lint::Finding>& findings,
                                const Analyses& analyses)
{
    const Document& document = analyses.document();
    const ReachAnswer before = answerTo(question, analyses);
    const std::size_t farBefore = distance(before);
    if (farBefore == 0) return {};
    const std::set<std::string> ids = concerned(question, before, document);
    std::vector<lint::Fix> fixes;
    std::vector<Document> outcomes;
    for (const lint::Finding& finding : findings) {
        const bool matters = std::any_of(finding.subjects.begin(), finding.subjects.end(),
                                         [&](const std::string& id) { return ids.contains(id); });
        if (!matters || finding.waived) continue;
        for (const lint::Fix& fix : finding.fixes) {
            const Result<Document> fixed = edit::apply(document, fix.change);
            if (!fixed || std::find(outcomes.begin(), outcomes.end(), *fixed) != outcomes.end()) continue;
            outcomes.push_back(*fixed);
            const ReachAnswer after = answerTo(question, Analyses(*fixed, analyses.graph().catalogue()));
            // A fix that only makes the question meaningless (it removes an end) is none.
            if (after.size() == before.size() && distance(after) < farBefore) fixes.push_back(fix);
        }
    }
    return fixes;
}

std::string portText(const Query& query)
{
    std::string protocol = query.protocol;
    std::transform(protocol.begin(), protocol.end(), protocol.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (query.protocol != "icmp") protocol += " " + std::to_string(query.port);
    return query.family == model::analysis::Family::Ipv6 ? protocol + " (IPv6)" : protocol;
}

}  // namespace lintel::app::analysis
