#include "model/lint/linter.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

namespace lintel::model::lint {

namespace {

Severity softened(Severity severity, Softening softening, Profile profile)
{
    if (softening == Softening::Never) return severity;
    const int steps = profile == Profile::Learning ? 2 : profile == Profile::Small && softening == Softening::ByProfile ? 1 : 0;
    return static_cast<Severity>(std::max(0, static_cast<int>(severity) - steps));
}

// FNV-1a: short, and the same on every machine.
std::string fingerprint(const Finding& finding)
{
    std::uint64_t hash = 14695981039346656037ULL;
    const auto mix = [&](const std::string& text) {
        for (const char c : text + '\n') hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    };
    mix(finding.rule);
    for (const std::string& subject : finding.subjects) mix(subject);
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

std::vector<std::string> sorted(std::vector<std::string> list)
{
    std::sort(list.begin(), list.end());
    return list;
}

bool isWaived(const Finding& finding, const Table<Waiver>& waivers)
{
    return std::any_of(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
        return waiver.rule == finding.rule && sorted(waiver.subjects) == sorted(finding.subjects);
    });
}

}  // namespace

Profile profileOf(const Document& document)
{
    const std::string& profile = document.settings().profile;
    return profile == "learning" ? Profile::Learning : profile == "small" ? Profile::Small : Profile::Production;
}

const Rule* findRule(std::string_view id)
{
    const auto& all = allRules();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<Finding> Linter::run(const Document& document, const catalogue::Catalogue& catalogue)
{
    const graph::ArchitectureGraph graph(document, catalogue);
    const analysis::Routes routes(graph);
    const analysis::Reachability reachability(graph, routes);
    const analysis::AddressPlan addresses(graph, routes);
    const Context context{document, catalogue, graph, routes, reachability, addresses, profileOf(document)};

    std::vector<Finding> findings;
    for (const Rule& rule : allRules()) {
        Report report(rule.id, rule.severity);
        rule.check(context, report);
        for (Finding finding : report.findings()) {
            finding.severity = softened(finding.severity, rule.softening, context.profile);
            finding.fingerprint = fingerprint(finding);
            finding.waived = isWaived(finding, document.waivers);
            findings.push_back(std::move(finding));
        }
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(b.severity, a.rule, a.subjects) < std::tie(a.severity, b.rule, b.subjects);
    });
    return findings;
}

}  // namespace lintel::model::lint
