#include "app/cli/policy_schema.h"

#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

namespace lintel::app::cli {

namespace {

Json textSchema() { return {{"type", "string"}}; }
Json textsSchema() { return {{"oneOf", Json::array({textSchema(), {{"type", "array"}, {"items", textSchema()}}})}}; }
Json severitySchema() { return {{"enum", Json::array({"error", "warning", "info"})}}; }

Json object(Json properties, std::vector<std::string> required = {})
{
    Json json{{"type", "object"}, {"additionalProperties", false}, {"properties", std::move(properties)}};
    if (!required.empty()) json["required"] = std::move(required);
    return json;
}

Json mapOf(Json item) { return {{"type", "object"}, {"additionalProperties", std::move(item)}}; }

Json ruleSchema(const model::lint::Rule& rule)
{
    Json parameters = Json::object();
    for (const model::lint::Parameter& one : rule.parameters) {
        const std::string text = "rule." + std::string(rule.id) + ".parameter." + std::string(one.key);
        parameters[std::string(one.key)] = {
            {"type", "integer"},
            {"default", one.usual},
            {"description", model::embedded::messages().text(text, model::text::Language::English)}};
    }
    const Json own = object({{"severity", severitySchema()}, {"parameters", object(std::move(parameters))}});
    return {
        {"oneOf", Json::array({{{"enum", Json::array({"on", "off", "error", "warning", "info", true, false})}}, own})}};
}

Json kindsSchema(const model::catalogue::Catalogue& catalogue)
{
    Json kinds = Json::array();
    for (const model::catalogue::Kind& kind : catalogue.kinds()) kinds.push_back(kind.id.text());
    return {{"type", "array"}, {"items", {{"enum", std::move(kinds)}}}};
}

}  // namespace

Json policySchema(const model::catalogue::Catalogue& catalogue)
{
    Json rules = Json::object();
    for (const model::lint::Rule& rule : model::lint::allRules()) rules[std::string(rule.id)] = ruleSchema(rule);
    const Json assertion = object({{"only-from", textsSchema()},
                                   {"no-path", textsSchema()},
                                   {"must-traverse", textsSchema()},
                                   {"from", textsSchema()},
                                   {"to", textsSchema()},
                                   {"port", {{"type", "integer"}, {"minimum", 1}, {"maximum", 65535}}},
                                   {"protocol", {{"enum", Json::array({"tcp", "udp", "icmp"})}}},
                                   {"reason", textSchema()},
                                   {"severity", severitySchema()}},
                                  {"to"});
    const Json kinds = kindsSchema(catalogue);
    Json schema = object(
        {{"policy", {{"const", 1}}},
         {"rules", object(std::move(rules))},
         {"regions", textsSchema()},
         {"assertions", mapOf(assertion)},
         {"names",
          mapOf(object(
              {{"kinds", kinds}, {"pattern", textSchema()}, {"reason", textSchema()}, {"severity", severitySchema()}},
              {"kinds", "pattern"}))},
         {"required", mapOf(object({{"kinds", kinds},
                                    {"properties", textsSchema()},
                                    {"reason", textSchema()},
                                    {"severity", severitySchema()}},
                                   {"kinds", "properties"}))}},
        {"policy"});
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    schema["title"] = "Lintel team policy";
    return schema;
}

}  // namespace lintel::app::cli
