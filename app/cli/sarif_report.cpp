#include "app/cli/check_report.h"
#include "app/cli/json.h"
#include "model/lint/linter.h"

#include <algorithm>

namespace lintel::app::cli {

namespace {

using model::lint::Finding;
using model::lint::Rule;
using model::lint::Severity;

const char* levelOf(Severity severity)
{
    switch (severity) {
        case Severity::Error: return "error";
        case Severity::Warning: return "warning";
        case Severity::Info: break;
    }
    return "note";
}

Json ruleToJson(const Context& context, const Rule& rule)
{
    const std::string prefix = "rule." + std::string(rule.id) + ".";
    Json json{{"id", std::string(rule.id)},
              {"shortDescription", {{"text", context.text(prefix + "title")}}},
              {"fullDescription", {{"text", context.text(prefix + "why")}}},
              {"help", {{"text", context.text(prefix + "advice")}}},
              {"defaultConfiguration", {{"level", levelOf(rule.severity)}}},
              {"properties", {{"tags", Json::array({std::string(rule.group)})}}}};
    if (context.messages.contains(prefix + "doc")) json["helpUri"] = context.text(prefix + "doc");
    return json;
}

// An artifact's location is a URI: everything but unreserved characters and slashes is escaped.
std::string uriOf(const std::string& path)
{
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            uri += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
    }
    return uri;
}

std::string fullName(const model::Document& document, const std::string& id)
{
    std::string name = id;
    const model::Block* block = document.blocks.find(model::BlockId(id));
    while (block && !block->parent.isEmpty()) {
        name = block->parent.text() + "/" + name;
        block = document.blocks.find(block->parent);
    }
    return name;
}

Json locationOf(const CheckedFile& file, const Finding& finding)
{
    Json location{{"physicalLocation",
                   {{"artifactLocation", {{"uri", uriOf(file.file)}}},
                    {"region", {{"startLine", std::max(file.lineOf(finding), 1)}}}}}};
    for (const std::string& subject : finding.subjects)
        location["logicalLocations"].push_back(
            {{"fullyQualifiedName", fullName(file.source.document, subject)}, {"kind", "resource"}});
    return location;
}

Json resultToJson(const Context& context, const CheckedFile& file, const Finding& finding)
{
    const std::vector<Rule>& rules = model::lint::allRules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == finding.rule; });
    Json json{{"ruleId", finding.rule},
              {"level", levelOf(finding.severity)},
              {"message", {{"text", context.messages.render(finding.message, context.language)}}},
              {"locations", Json::array({locationOf(file, finding)})},
              {"partialFingerprints", {{"lintelFinding/v1", finding.fingerprint}}}};
    if (rule != rules.end()) json["ruleIndex"] = rule - rules.begin();
    if (finding.waived) {
        json["suppressions"] = Json::array({{{"kind", "inSource"}}});
        const model::Waiver* decision = file.source.document.waivers.find(finding.decision);
        if (decision && !decision->reason.empty()) json["suppressions"][0]["justification"] = decision->reason;
    }
    return json;
}

}  // namespace

void printAsSarif(const Context& context, const std::vector<CheckedFile>& files)
{
    Json rules = Json::array();
    for (const Rule& rule : model::lint::allRules()) rules.push_back(ruleToJson(context, rule));
    Json results = Json::array();
    for (const CheckedFile& file : files)
        for (const Finding& finding : file.findings)
            if (!finding.todo) results.push_back(resultToJson(context, file, finding));
    const Json driver{{"name", "lintel"}, {"version", LINTEL_VERSION}, {"rules", std::move(rules)}};
    print(context.streams.out,
          {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
           {"version", "2.1.0"},
           {"runs", Json::array({{{"tool", {{"driver", driver}}}, {"results", std::move(results)}}})}});
}

}  // namespace lintel::app::cli
