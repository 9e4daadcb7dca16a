#include "model/lint/assertion_check.h"
#include "model/lint/labels.h"
#include "model/lint/policy.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <regex>

namespace lintel::model::lint::rules {

namespace {

// Longer names are no names, and the regular expressions of the standard library recurse with the length.
constexpr std::size_t kLongestName = 256;

const char* variantOf(Assertion::Kind kind)
{
    switch (kind) {
        case Assertion::Kind::OnlyFrom: return "only-from";
        case Assertion::Kind::NoPath: return "no-path";
        case Assertion::Kind::MustTraverse: return "must-traverse";
    }
    return "message";
}

template <class Record>
FindingBuilder reportAgainst(const Record& record, const BlockId& subject, const char* variant, Report& report)
{
    auto finding = report.add(subject);
    finding.variant(variant)
        .severity(record.severity)
        .about(record.id)
        .with("policy", record.id)
        .with("reason", record.reason.empty() ? std::string() : " (" + record.reason + ")");
    return finding;
}

std::string wordsOf(const Selector& selector)
{
    std::string text;
    for (const std::string& word : selector.words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

void checkAssertion(const Context& context, const Assertion& assertion, Report& report)
{
    for (const Violation& violation : violationsOf(context, assertion)) {
        const std::string path = pathOf(context.graph, violation.path);
        auto finding = reportAgainst(assertion, violation.target, variantOf(assertion.kind), report);
        finding.with("name", labelOf(context.graph, violation.target))
            .with("path", path)
            .with("from", wordsOf(assertion.from))
            .with("through", wordsOf(assertion.through))
            .with("others", std::to_string(violation.sources.size() - 1))
            .witness(violation.path);
        if (violation.sources.front().isEmpty())
            finding.withText("source", "rule.assertion-violated.internet");
        else
            finding.with("source", labelOf(context.graph, violation.sources.front()));
    }
}

void checkNames(const Context& context, const NamePattern& names, Report& report)
{
    const std::regex pattern(names.pattern);
    for (const std::string& kind : names.kinds)
        for (const BlockId& id : context.graph.blocksOfKind(kind)) {
            const std::string& name = context.graph.block(id)->label();
            if (name.size() <= kLongestName && std::regex_match(name, pattern)) continue;
            reportAgainst(names, id, "name", report).with("name", name).with("pattern", names.pattern);
        }
}

bool hasProperty(const Context& context, const BlockId& id, const std::string& key)
{
    const Block& block = *context.graph.block(id);
    if (key == "name") return !block.name.empty();
    if (key.starts_with("tags.")) return !block.property("tags")[std::string_view(key).substr(5)].scalarText().empty();
    return !context.graph.value(id, key).isNull();
}

void checkRequired(const Context& context, const RequiredProperties& required, Report& report)
{
    for (const std::string& kind : required.kinds)
        for (const BlockId& id : context.graph.blocksOfKind(kind)) {
            std::string missing;
            for (const std::string& key : required.properties)
                if (!hasProperty(context, id, key)) missing += (missing.empty() ? "" : ", ") + key;
            if (missing.empty()) continue;
            reportAgainst(required, id, "required", report)
                .with("name", labelOf(context.graph, id))
                .with("properties", missing);
        }
}

/// A region is drawn, or said for the whole design: then it is every network's that stands in none.
void checkRegions(const Context& context, const Policy& policy, Report& report)
{
    if (policy.regions.empty()) return;
    const auto check = [&](const BlockId& id, const std::string& region) {
        if (region.empty() || std::find(policy.regions.begin(), policy.regions.end(), region) != policy.regions.end())
            return;
        std::string allowed;
        for (const std::string& one : policy.regions) allowed += (allowed.empty() ? "" : ", ") + one;
        auto finding = report.add(id);
        finding.variant("region")
            .about("regions")
            .with("name", labelOf(context.graph, id))
            .with("region", region)
            .with("allowed", allowed);
    };
    for (const BlockId& id : context.graph.blocksOfKind("region"))
        check(id, context.graph.value(id, "region").toString());
    for (const BlockId& vpc : context.graph.blocksOfKind("vpc"))
        if (context.graph.ancestorOfKind(vpc, "region").isEmpty()) check(vpc, context.document.settings().region);
}

void check(const Context& context, Report& report)
{
    if (!context.policy) return;
    for (const Assertion& assertion : context.policy->assertions) checkAssertion(context, assertion, report);
    for (const NamePattern& names : context.policy->names) checkNames(context, names, report);
    for (const RequiredProperties& required : context.policy->required) checkRequired(context, required, report);
    checkRegions(context, *context.policy, report);
}

}  // namespace

Rule assertionViolated() { return {"assertion-violated", "policy", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
