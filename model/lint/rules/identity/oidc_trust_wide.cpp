#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <string_view>

namespace lintel::model::lint::rules {

namespace {

enum class Trust { Narrow, Organisation, Everybody };

/// `repo:org/repository:...` as GitHub writes it: who is meant by a pattern with stars.
Trust trustOf(std::string_view subject)
{
    constexpr std::string_view kRepository = "repo:";
    if (subject == "*" || subject == "none") return Trust::Everybody;
    if (!subject.starts_with(kRepository)) return Trust::Narrow;
    const std::string_view rest = subject.substr(kRepository.size());
    const std::size_t slash = rest.find('/');
    if (rest.substr(0, slash).find('*') != std::string_view::npos) return Trust::Everybody;
    if (slash == std::string_view::npos) return Trust::Narrow;
    const std::string_view repository = rest.substr(slash + 1, rest.substr(slash + 1).find(':'));
    return repository.starts_with('*') ? Trust::Organisation : Trust::Narrow;
}

void check(const Context& context, Report& report)
{
    for (const BlockId& role : context.graph.blocksOfKind("iam-role")) {
        const std::string& subject = context.graph.value(role, "oidc-subject").toString();
        const Trust trust = subject.empty() ? Trust::Narrow : trustOf(subject);
        if (trust == Trust::Narrow) continue;
        auto finding = report.add(role);
        finding.with("name", labelOf(context.graph, role)).with("subject", subject);
        if (trust == Trust::Organisation) finding.variant("organisation").severity(Severity::Warning);
    }
}

}  // namespace

Rule oidcTrustWide() { return {"oidc-trust-wide", "identity", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
