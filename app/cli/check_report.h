#pragma once

#include "app/cli/context.h"
#include "model/io/source_document.h"
#include "model/lint/finding_counts.h"

#include <string>
#include <vector>

namespace lintel::app::cli {

/// One checked file.
struct CheckedFile {
    std::string file;
    model::io::SourceDocument source;
    std::vector<model::lint::Finding> findings;

    /// Of the first subject that stands in the file; 0 = none does.
    int lineOf(const model::lint::Finding& finding) const;
};

void printAsText(const Context& context, const std::vector<CheckedFile>& files);
/// The contract: `{"version":1,"files":[...]}`, keys as documented in doc/formats.md.
void printAsJson(const Context& context, const std::vector<CheckedFile>& files);
/// Workflow commands, which GitHub shows beside the lines of a pull request.
void printForGithub(const Context& context, const std::vector<CheckedFile>& files);
/// SARIF 2.1.0, which code scanning services read.
void printAsSarif(const Context& context, const std::vector<CheckedFile>& files);

}  // namespace lintel::app::cli
