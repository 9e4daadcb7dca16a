#include "exporters/html/design_data.h"

#include "exporters/markdown/block_details.h"
#include "exporters/markdown/request_flow.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace lintel::exporters::html {

namespace {

using markdown::RequestFlow;
using markdown::Source;
using model::BlockId;
using nlohmann::ordered_json;

// What the script itself says; the page's fixed texts are written by html_exporter.
constexpr const char* kScriptTexts[] = {"html.inside",      "html.calls",         "html.called-by", "html.findings",
                                        "html.no-findings", "html.play",          "html.pause",     "html.previous",
                                        "html.next",        "html.nothing-found", "html.overview",  "html.flows"};

ordered_json textsOf(const Source& source)
{
    ordered_json texts = ordered_json::object();
    for (const char* id : kScriptTexts)
        texts[std::string(id).substr(std::string_view("html.").size())] = source.messages.text(id, source.language);
    return texts;
}

ordered_json blocksOf(const Source& source)
{
    ordered_json blocks = ordered_json::object();
    for (const model::Block& block : source.document().blocks) {
        ordered_json details = ordered_json::array();
        for (const markdown::Detail& detail : markdown::detailsOf(source, block))
            details.push_back({detail.title, detail.value});
        blocks[block.id.text()] = {{"name", source.name(block.id)},
                                   {"kind", source.kindTitle(block)},
                                   {"parent", block.parent.text()},
                                   {"details", std::move(details)}};
    }
    return blocks;
}

std::string endpointOf(const model::Connection& connection)
{
    std::string text = connection.name;
    for (const std::string& part : {connection.protocol, connection.ports})
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    return text;
}

ordered_json connectionsOf(const Source& source)
{
    ordered_json connections = ordered_json::object();
    for (const model::Connection& connection : source.document().connections)
        connections[connection.id.text()] = {
            {"from", connection.from.text()}, {"to", connection.to.text()}, {"text", endpointOf(connection)}};
    return connections;
}

const char* nameOf(model::lint::Severity severity)
{
    switch (severity) {
        case model::lint::Severity::Error: return "error";
        case model::lint::Severity::Warning: return "warning";
        case model::lint::Severity::Info: break;
    }
    return "info";
}

std::string ruleText(const Source& source, const std::string& rule, const char* part)
{
    const std::string id = "rule." + rule + part;
    return source.messages.contains(id) ? source.messages.text(id, source.language) : std::string();
}

ordered_json findingsOf(const Source& source, const std::vector<model::lint::Finding>& findings)
{
    ordered_json list = ordered_json::array();
    for (const model::lint::Severity severity :
         {model::lint::Severity::Error, model::lint::Severity::Warning, model::lint::Severity::Info})
        for (const model::lint::Finding& finding : findings) {
            if (finding.severity != severity || finding.waived) continue;
            list.push_back({{"severity", nameOf(severity)},
                            {"message", source.messages.render(finding.message, source.language)},
                            {"why", ruleText(source, finding.rule, ".why")},
                            {"advice", ruleText(source, finding.rule, ".advice")},
                            {"subjects", finding.subjects},
                            {"witness", finding.witness}});
        }
    return list;
}

/// A stop of a request: what it is for the reader, and everything that lights up with it.
class FlowSteps {
public:
    explicit FlowSteps(const Source& source) : m_source(source) {}

    ordered_json stepsOf(const RequestFlow& flow)
    {
        ordered_json steps = ordered_json::array();
        m_before = {flow.client};
        steps.push_back(step({flow.entry}));
        for (const std::vector<BlockId>& stage : flow.stages) steps.push_back(step(stage));
        if (!flow.uses.empty()) steps.push_back(step(flow.uses));
        return steps;
    }

private:
    ordered_json step(const std::vector<BlockId>& stage)
    {
        std::set<BlockId> now;
        for (const BlockId& id : stage) addStop(now, id);
        ordered_json ids = ordered_json::array();
        for (const BlockId& id : stage) ids.push_back(id.text());
        for (const model::Connection& connection : m_source.document().connections)
            if (connection.isNetworkTraffic() && m_before.contains(connection.from) && now.contains(connection.to))
                ids.push_back(connection.id.text());
        m_before.merge(now);
        return {{"text", m_source.names(stage)}, {"ids", std::move(ids)}};
    }

    /// Software and its host are one stop.
    void addStop(std::set<BlockId>& stops, const BlockId& id) const
    {
        stops.insert(id);
        const BlockId host = m_source.graph.hostOf(id);
        stops.insert(host);
        for (const BlockId& inside : m_source.graph.containment().descendants(host))
            if (m_source.graph.hostOf(inside) == host) stops.insert(inside);
    }

    const Source& m_source;
    std::set<BlockId> m_before;
};

ordered_json flowsOf(const Source& source)
{
    ordered_json flows = ordered_json::array();
    for (const RequestFlow& flow : markdown::requestFlows(source.graph)) {
        const std::string title = source.name(flow.client) + " → " + source.name(flow.entry);
        flows.push_back({{"title", flow.endpoint.empty() ? title : title + " · " + flow.endpoint},
                         {"start", flow.client.text()},
                         {"steps", FlowSteps(source).stepsOf(flow)}});
    }
    return flows;
}

// `</script>` or `<!--` in a name must not end the element that holds the data.
std::string safeInScript(const std::string& json)
{
    std::string result;
    for (const char c : json) {
        if (c == '<')
            result += "\\u003c";
        else
            result += c;
    }
    return result;
}

}  // namespace

std::string designData(const Source& source, const std::vector<model::lint::Finding>& findings)
{
    const ordered_json data{{"texts", textsOf(source)},
                            {"blocks", blocksOf(source)},
                            {"connections", connectionsOf(source)},
                            {"findings", findingsOf(source, findings)},
                            {"flows", flowsOf(source)}};
    // Bytes that are not UTF-8 must not end the program.
    return safeInScript(data.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

}  // namespace lintel::exporters::html
