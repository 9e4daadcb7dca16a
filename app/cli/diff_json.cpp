#include "app/cli/diff_report.h"
#include "app/cli/json.h"
#include "app/cli/severity_words.h"

namespace lintel::app::cli {

namespace {

using namespace model::review;

Json elementToJson(const ElementChange& change)
{
    Json json{{"change", wordOf(change.change)}, {"element", wordOf(change.element)}, {"id", change.id}};
    if (change.element == ElementType::Block) json["kind"] = change.kind.text();
    if (!change.name.empty()) json["name"] = change.name;
    json["moved"] = change.isMove();
    json["fields"] = Json::array();
    for (const FieldChange& field : change.fields)
        json["fields"].push_back({{"field", field.field}, {"old", toJson(field.before)}, {"new", toJson(field.after)}});
    return json;
}

Json findingsToJson(const Context& context, const std::vector<model::lint::Finding>& findings)
{
    Json list = Json::array();
    for (const model::lint::Finding& finding : findings)
        list.push_back({{"rule", finding.rule},
                        {"severity", wordOf(finding.severity)},
                        {"subjects", finding.subjects},
                        {"message", context.messages.render(finding.message, context.language)},
                        {"fingerprint", finding.fingerprint}});
    return list;
}

Json exposureToJson(const std::vector<ExposureChange>& changes)
{
    Json list = Json::array();
    for (const ExposureChange& change : changes)
        list.push_back({{"id", change.block.text()}, {"ports", change.ports.text()}});
    return list;
}

}  // namespace

void printDiffAsJson(const Context& context, const DiffReport& report)
{
    const DesignDifference& difference = report.difference;
    Json elements = Json::array();
    for (const ElementChange& change : difference.elements) elements.push_back(elementToJson(change));
    print(context.streams.out, {{"version", 1},
                                {"old", report.oldName},
                                {"new", report.newName},
                                {"changes", std::move(elements)},
                                {"layout", difference.layoutChanges},
                                {"exposed", exposureToJson(difference.newlyExposed)},
                                {"noLongerExposed", exposureToJson(difference.noLongerExposed)},
                                {"monthlyCost",
                                 {{"old", difference.cost.before.text()},
                                  {"new", difference.cost.after.text()},
                                  {"complete", difference.cost.isComplete}}},
                                {"newFindings", findingsToJson(context, difference.newFindings)},
                                {"fixedFindings", findingsToJson(context, difference.fixedFindings)}});
}

}  // namespace lintel::app::cli
