#pragma once

#include "app/latest_job.h"
#include "app/lint_service/team_policy_watch.h"
#include "app/session/document_session.h"
#include "model/analysis/analyses.h"
#include "model/lint/incremental_linter.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace lintel::app {

/// Lints snapshots of the session's document on a worker thread. Findings of an older snapshot are never shown: from
/// an edit until its own findings are there, there are none. Moving things about changes no finding.
class LintService : public QObject {
    Q_OBJECT

public:
    explicit LintService(session::DocumentSession& session, QObject* parent = nullptr);

    /// Of the current document; empty until isUpToDate().
    const std::vector<model::lint::Finding>& findings() const;
    bool isUpToDate() const { return m_lintedVersion == m_session.version(); }
    /// Why the team's policy is not applied; empty when it is, or when there is none.
    const std::optional<model::Error>& policyProblem() const { return m_policy.problem(); }
    /// What lint worked out about the design, for others who ask about it. Safe to use on worker threads.
    const std::shared_ptr<model::analysis::AnalysisCache>& analyses() const { return m_analyses; }

Q_SIGNALS:
    void findingsChanged();

private:
    void start();
    void take(std::vector<model::lint::Finding> findings, const model::Document& snapshot, std::uint64_t version);

    session::DocumentSession& m_session;
    std::vector<model::lint::Finding> m_findings;
    model::Document m_linted;
    std::uint64_t m_lintedVersion = 0;  ///< the newest version that m_findings hold for
    std::uint64_t m_askedVersion = 0;
    TeamPolicyWatch m_policy;
    std::shared_ptr<model::analysis::AnalysisCache> m_analyses;  ///< shared: workers of panels may outlive the tab
    model::lint::IncrementalLinter m_linter;                     ///< used on the worker only, one run at a time
    LatestJob m_job{Late::Used};                                 ///< what it says of an older version may still hold
};

}  // namespace lintel::app
