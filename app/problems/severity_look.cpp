#include "app/problems/severity_look.h"

#include "app/settings/appearance.h"
#include "rendering/theme/theme.h"

namespace lintel::app::problems {

using model::lint::Severity;

QIcon severityIcon(Severity severity, bool dark)
{
    const char* symbol = severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "info";
    const rendering::Theme theme = dark ? rendering::Theme::dark() : rendering::Theme::light();
    return settings::symbolIcon(symbol, theme.severity(severity));
}

}  // namespace lintel::app::problems
