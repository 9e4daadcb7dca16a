#pragma once

#include "app/cli/context.h"
#include "model/lint/rule.h"

#include <string>

namespace lintel::app::cli {

/// The reference page of one rule as Markdown, in the reader's language: what it says, why, an example, what to do.
/// `picture` is the file of its before and after beside the page; empty = none.
std::string rulePage(const Context& context, const model::lint::Rule& rule, const std::string& picture,
                     int headingLevel = 1);

/// The table of all rules. With `linked`, each id leads to `<id>.md`.
std::string ruleIndex(const Context& context, bool linked);

}  // namespace lintel::app::cli
