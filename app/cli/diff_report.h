#pragma once

#include "app/cli/context.h"
#include "model/review/design_difference.h"

#include <string>

namespace lintel::app::cli {

/// A difference with what is needed to tell it: both designs and the names they are shown under.
struct DiffReport {
    std::string oldName;
    std::string newName;
    const model::Document& before;
    const model::Document& after;
    model::review::DesignDifference difference;
};

void printDiffAsText(const Context& context, const DiffReport& report);
/// For the description of a pull request.
void printDiffAsMarkdown(const Context& context, const DiffReport& report);
/// The contract: `{"version":1,...}`, keys as documented in doc/formats.md.
void printDiffAsJson(const Context& context, const DiffReport& report);

/// `block`, `connection`... and `added`, `removed`, `changed`, as the JSON and message ids say it.
const char* wordOf(model::review::ElementType type);
const char* wordOf(model::review::ChangeType type);

}  // namespace lintel::app::cli
