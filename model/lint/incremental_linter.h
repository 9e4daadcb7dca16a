#pragma once

#include "model/analysis/analyses.h"
#include "model/catalogue/catalogue.h"
#include "model/graph/read_set.h"
#include "model/lint/circumstances.h"
#include "model/lint/finding.h"

#include <optional>
#include <vector>

namespace lintel::model::lint {

/// Lints one design version after version. A rule is run again only when the edit touches something that it read the
/// last time; else it would do the very same again. The reads are recorded while it runs, so nothing has to be
/// declared, and nothing can be forgotten. Not for several threads at once; the catalogue must outlive it.
class IncrementalLinter {
public:
    explicit IncrementalLinter(const catalogue::Catalogue& catalogue) : m_catalogue(&catalogue) {}

    /// The same as Linter::run(document, catalogue, circumstances).
    std::vector<Finding> run(const Document& document, const Circumstances& circumstances = {});
    /// Of a snapshot that others ask about as well.
    std::vector<Finding> run(const analysis::Analyses& analyses, const Circumstances& circumstances = {});

    /// Rules that the last run could not answer from the one before.
    std::size_t rulesRun() const { return m_rulesRun; }

private:
    struct Answer {
        graph::ReadSet reads;
        std::vector<Finding> findings;
    };

    const catalogue::Catalogue* m_catalogue;
    std::optional<Document> m_last;
    Circumstances m_circumstances;
    std::vector<Answer> m_answers;  ///< by rule, in the order of allRules()
    std::size_t m_rulesRun = 0;
};

/// What an edit touches, in the terms of what a rule reads.
graph::ReadSet touchedBy(const edit::ChangeSet& change);

}  // namespace lintel::model::lint
