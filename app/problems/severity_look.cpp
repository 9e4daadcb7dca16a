#include "app/problems/severity_look.h"

#include "app/settings/appearance.h"
#include "rendering/theme/theme.h"

namespace lintel::app::problems {

using model::lint::Severity;

int Counts::of(Severity severity) const
{
    return severity == Severity::Error ? errors : severity == Severity::Warning ? warnings : infos;
}

Counts countsOf(const std::vector<model::lint::Finding>& findings)
{
    Counts counts;
    for (const model::lint::Finding& finding : findings) {
        if (finding.waived)
            ++counts.waived;
        else if (finding.todo)
            ++counts.todo;
        else if (finding.severity == Severity::Error)
            ++counts.errors;
        else if (finding.severity == Severity::Warning)
            ++counts.warnings;
        else
            ++counts.infos;
    }
    return counts;
}

QIcon severityIcon(Severity severity, bool dark)
{
    const char* symbol = severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "info";
    const rendering::Theme theme = dark ? rendering::Theme::dark() : rendering::Theme::light();
    return settings::symbolIcon(symbol, theme.severity(severity));
}

}  // namespace lintel::app::problems
