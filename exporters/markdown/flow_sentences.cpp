#include "exporters/markdown/block_roles.h"
#include "exporters/markdown/request_flow.h"
#include "exporters/markdown/summary_sentences.h"

#include <algorithm>
#include <set>

namespace lintel::exporters::markdown {

namespace {

using model::BlockId;

// `A, B (http 8080), C (http 8081)`: what is called alike stands together.
std::string callList(const Source& source, const std::vector<Call>& calls)
{
    std::vector<std::pair<std::string, std::vector<BlockId>>> byEndpoint;
    for (const Call& call : calls) {
        const auto same = std::find_if(byEndpoint.begin(), byEndpoint.end(),
                                       [&](const auto& one) { return one.first == call.endpoint; });
        if (same == byEndpoint.end())
            byEndpoint.push_back({call.endpoint, {call.to}});
        else
            same->second.push_back(call.to);
    }
    std::vector<std::string> parts;
    for (const auto& [endpoint, blocks] : byEndpoint)
        parts.push_back(endpoint.empty()
                            ? source.listedNames(blocks, 12)
                            : source.text("summary.at-endpoint", {{"names", source.listedNames(blocks, 12)},
                                                                  {"endpoint", source.written(endpoint)}}));
    return source.listed(parts);
}

std::string stepText(const Source& source, const RequestStep& step)
{
    const bool isOrigin = std::all_of(step.from.begin(), step.from.end(),
                                      [&](const BlockId& id) { return source.graph.fact(id, "role") == "cdn"; });
    const char* id = !step.isUse ? "summary.step-forward" : isOrigin ? "summary.step-origin" : "summary.step-use";
    return source.text(id, {{"from", source.listedNames(step.from)},
                            {"calls", callList(source, step.calls)},
                            {"count", std::to_string(step.from.size())}});
}

std::string entryText(const Source& source, const RequestFlow& flow)
{
    std::vector<std::string> hosts;
    for (const std::string& host : flow.hosts) hosts.push_back(source.written(host));
    const std::string id = hosts.empty() ? "summary.step-enter" : "summary.step-enter-host";
    return source.text(flow.endpoint.empty() ? id + "-unknown" : id, {{"client", source.name(flow.client)},
                                                                      {"entry", source.name(flow.entry)},
                                                                      {"hosts", source.listed(hosts)},
                                                                      {"endpoint", source.written(flow.endpoint)}});
}

std::string flowList(const Source& source, const RequestFlow& flow, std::set<std::string>& told)
{
    std::string text = "**" + source.name(flow.client) + " → " + source.name(flow.entry) + "**\n\n1. " +
                       entryText(source, flow) + "\n";
    int number = 1;
    bool isToldBefore = false;
    for (const RequestStep& step : flow.steps) {
        const std::string sentence = stepText(source, step);
        if (told.insert(sentence).second)
            text += std::to_string(++number) + ". " + sentence + "\n";
        else
            isToldBefore = true;
    }
    if (isToldBefore) text += std::to_string(++number) + ". " + source.text("summary.as-before") + "\n";
    return text;
}

// What runs code and calls others, but no request passes it.
std::vector<RequestStep> callsBesideRequests(const Source& source)
{
    std::set<BlockId> known;
    for (const RequestFlow& flow : requestFlows(source.graph)) {
        known.insert(flow.entry);
        for (const auto& stage : flow.stages) known.insert(stage.begin(), stage.end());
    }
    std::vector<RequestStep> steps;
    for (const model::Block& block : source.document().blocks) {
        const BlockId host = source.graph.hostOf(block.id);
        if (known.contains(block.id) || known.contains(host) || !isCompute(source.graph, block.id)) continue;
        if (host != block.id || source.graph.isKind(block.id, "eks-node-group")) continue;
        auto calls = callsOf(source.graph, block.id);
        if (!calls.empty()) steps.push_back({{block.id}, std::move(calls), true});
    }
    return steps;
}

struct Event {
    std::vector<BlockId> from;
    std::vector<BlockId> to;
    std::string name;
};

// Of one sender to several receivers, then of several senders to the same receivers.
std::vector<Event> eventsOf(const Source& source)
{
    std::vector<Event> bySender;
    for (const model::Connection& connection : source.document().connections) {
        if (connection.relation != "event" || !source.graph.block(connection.from)) continue;
        const auto same = std::find_if(bySender.begin(), bySender.end(), [&](const Event& one) {
            return one.from.front() == connection.from && one.name == connection.name;
        });
        if (same == bySender.end())
            bySender.push_back({{connection.from}, {connection.to}, connection.name});
        else
            same->to.push_back(connection.to);
    }
    std::vector<Event> events;
    for (const Event& event : bySender) {
        const auto same = std::find_if(events.begin(), events.end(),
                                       [&](const Event& one) { return one.to == event.to && one.name == event.name; });
        if (same == events.end())
            events.push_back(event);
        else
            same->from.push_back(event.from.front());
    }
    return events;
}

std::string eventSentences(const Source& source)
{
    std::string text;
    for (const Event& event : eventsOf(source)) {
        const bool isToPeople = std::all_of(event.to.begin(), event.to.end(), [&](const BlockId& id) {
            return source.graph.fact(id, "role") == "client";
        });
        const std::string id = isToPeople ? "summary.event-people" : "summary.event";
        text += "- " +
                source.text(event.name.empty() ? id : id + "-named", {{"from", source.listedNames(event.from)},
                                                                      {"event", source.written(event.name)},
                                                                      {"to", source.listedNames(event.to)},
                                                                      {"count", std::to_string(event.from.size())}}) +
                "\n";
    }
    return text;
}

}  // namespace

std::string flowSentences(const Source& source)
{
    std::string text;
    std::set<std::string> told;
    for (const RequestFlow& flow : requestFlows(source.graph))
        text += (text.empty() ? "" : "\n") + flowList(source, flow, told);
    return text;
}

std::string backgroundSentences(const Source& source)
{
    std::string text;
    for (const RequestStep& step : callsBesideRequests(source))
        text += "- " +
                source.text("summary.calls",
                            {{"from", source.listedNames(step.from)}, {"calls", callList(source, step.calls)}}) +
                "\n";
    return text + eventSentences(source);
}

}  // namespace lintel::exporters::markdown
