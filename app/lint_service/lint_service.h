#pragma once

#include "app/session/document_session.h"
#include "model/lint/finding.h"

#include <QObject>

#include <vector>

namespace lintel::app {

/// Lints snapshots of the session's document on a worker thread. Findings of an older snapshot are never shown.
class LintService : public QObject {
    Q_OBJECT

public:
    explicit LintService(session::DocumentSession& session, QObject* parent = nullptr);
    ~LintService() override;

    /// Of the current document once isUpToDate(), else of none.
    const std::vector<model::lint::Finding>& findings() const { return m_findings; }
    bool isUpToDate() const { return m_lintedVersion == m_session.version(); }

Q_SIGNALS:
    void findingsChanged();

private:
    void start();

    session::DocumentSession& m_session;
    std::vector<model::lint::Finding> m_findings;
    std::uint64_t m_lintedVersion = 0;
    bool m_isRunning = false;
};

}  // namespace lintel::app
