#include "model/lint/rule_run.h"

#include "model/lint/decisions.h"
#include "model/lint/linter.h"
#include "model/lint/policy.h"
#include "model/lint/stable_hash.h"

#include <algorithm>
#include <tuple>

namespace lintel::model::lint {

namespace {

Severity softened(Severity severity, Softening softening, Profile profile)
{
    if (softening == Softening::Never) return severity;
    const int steps = profile == Profile::Learning                                     ? 2
                      : profile == Profile::Small && softening == Softening::ByProfile ? 1
                                                                                       : 0;
    return static_cast<Severity>(std::max(0, static_cast<int>(severity) - steps));
}

std::string fingerprint(const Finding& finding)
{
    StableHash hash;
    hash.add(finding.rule);
    for (const std::string& subject : finding.subjects) hash.add(subject);
    if (!finding.about.empty()) hash.add({}).add(finding.about);
    return hash.text();
}

const RulePolicy* policyFor(const Rule& rule, const Context& context)
{
    if (!context.policy) return nullptr;
    const auto found = context.policy->rules.find(rule.id);
    return found == context.policy->rules.end() ? nullptr : &found->second;
}

/// Severities as the profile and the team want them.
std::vector<Finding> judged(const Rule& rule, const Report& report, const Context& context)
{
    const RulePolicy* const own = policyFor(rule, context);
    std::vector<Finding> findings(report.findings().begin(), report.findings().end());
    for (Finding& finding : findings) {
        if (own && own->severity)
            finding.severity = *own->severity;
        else
            finding.severity = softened(finding.severity, rule.softening, context.profile);
        // Where the drawing is said to be complete, what is missing is missing.
        finding.todo = finding.todo && !isNetworkComplete(context.document.settings());
        finding.fingerprint = fingerprint(finding);
    }
    return findings;
}

bool isOff(const Rule& rule, const Context& context)
{
    const RulePolicy* const own = policyFor(rule, context);
    return own && own->isOff;
}

Report reportFor(const Rule& rule) { return Report(rule.id, rule.severity, rule.nature == Nature::TradeOff); }

}  // namespace

std::int64_t Rule::parameter(const Context& context, std::string_view key) const
{
    if (const RulePolicy* own = policyFor(*this, context))
        if (const auto set = own->parameters.find(key); set != own->parameters.end()) return set->second;
    const auto usual =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& one) { return one.key == key; });
    return usual == parameters.end() ? 0 : usual->usual;
}

Profile profileFrom(std::string_view word)
{
    return word == "learning" ? Profile::Learning : word == "small" ? Profile::Small : Profile::Production;
}

bool isNetworkComplete(const Settings& settings)
{
    return propertyOf(settings.properties, "network-complete").toBool();
}

Profile profileOf(const Document& document) { return profileFrom(document.settings().profile); }

Context contextOf(const analysis::Analyses& analyses, const Circumstances& circumstances)
{
    return Context(analyses, circumstances.profile.value_or(profileOf(analyses.document())), circumstances.policy.get(),
                   circumstances.today);
}

std::vector<Finding> runRule(const Rule& rule, const Context& context)
{
    if (!rule.check || isOff(rule, context)) return {};
    Report report = reportFor(rule);
    rule.check(context, report);
    return judged(rule, report, context);
}

std::vector<Finding> finished(std::vector<Finding> findings, const Context& context)
{
    const Document& document = context.document;
    applyDecisions(findings, document, context.today);
    std::vector<Finding> more;
    for (const Rule& rule : allRules()) {
        if (!rule.review || isOff(rule, context)) continue;
        Report report = reportFor(rule);
        rule.review(context, findings, report);
        for (Finding& finding : judged(rule, report, context)) more.push_back(std::move(finding));
    }
    applyDecisions(more, document, context.today);
    std::move(more.begin(), more.end(), std::back_inserter(findings));
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(b.severity, a.rule, a.subjects) < std::tie(a.severity, b.rule, b.subjects);
    });
    return findings;
}

}  // namespace lintel::model::lint
