#include "app/lint_service/lint_service.h"

#include "app/cli/decision_records.h"
#include "app/qt_text.h"

namespace lintel::app {

using namespace model;

LintService::LintService(session::DocumentSession& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_analyses(std::make_shared<analysis::AnalysisCache>(session.catalogue())),
      m_linter(session.catalogue())
{
    connect(&session, &session::DocumentSession::changed, this, &LintService::start);
}

const std::vector<lint::Finding>& LintService::findings() const
{
    static const std::vector<lint::Finding> kNone;
    return isUpToDate() ? m_findings : kNone;
}

void LintService::start()
{
    const std::uint64_t current = m_session.version();
    if (m_lintedVersion != 0 && sameMeaning(m_linted, m_session.document())) m_lintedVersion = current;
    // Even then once more: fixes place blocks, and must start from where things are now.
    if (m_askedVersion == current) return;
    m_askedVersion = current;
    const Document& snapshot = m_session.document();
    lint::Circumstances circumstances = m_policy.circumstancesFor(m_session.path(), m_session.catalogue());
    cli::addRecords(circumstances, snapshot, fromQString(m_session.path()));
    m_job.ask(
        [this, snapshot, judgedBy = std::move(circumstances)] {
            return m_linter.run(*m_analyses->exactlyOf(snapshot), judgedBy);
        },
        [this, snapshot, current](std::vector<lint::Finding> findings) {
            take(std::move(findings), snapshot, current);
        });
}

void LintService::take(std::vector<lint::Finding> findings, const Document& snapshot, std::uint64_t version)
{
    const bool isCurrent = version == m_session.version() || sameMeaning(snapshot, m_session.document());
    if (!isCurrent) return;
    m_findings = std::move(findings);
    m_linted = snapshot;
    m_lintedVersion = m_session.version();
    Q_EMIT findingsChanged();
}

}  // namespace lintel::app
