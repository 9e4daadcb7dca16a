#include "app/cli/severity_words.h"

namespace lintel::app::cli {

const char* wordOf(model::lint::Severity severity)
{
    switch (severity) {
        case model::lint::Severity::Error: return "error";
        case model::lint::Severity::Warning: return "warning";
        case model::lint::Severity::Info: break;
    }
    return "info";
}

}  // namespace lintel::app::cli
