#pragma once

#include "model/document/document.h"
#include "model/lint/circumstances.h"
#include "model/lint/policy.h"

#include <string>
#include <string_view>

namespace lintel::app::cli {

/// Whether the text of a decision record says that it has been superseded: in its status, whatever the template
/// (`Status: Superseded`, a Status heading with it below, front matter), or as a line `Superseded by ...`.
bool isSuperseded(std::string_view record);

/// Adds what became of the records that the decisions of a design link to, by paths from the design's folder. Addresses
/// of pages and absolute paths are not looked at; nor is anything for a design without a file.
void addRecords(model::lint::Circumstances& circumstances, const model::Document& document, const std::string& design);

}  // namespace lintel::app::cli
