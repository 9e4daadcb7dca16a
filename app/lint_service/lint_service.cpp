#include "app/lint_service/lint_service.h"

namespace lintel::app {

using namespace model;

LintService::LintService(session::DocumentSession& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_analyses(std::make_shared<analysis::AnalysisCache>(session.catalogue())),
      m_linter(session.catalogue())
{
    m_pool.setMaxThreadCount(1);
    connect(&session, &session::DocumentSession::changed, this, &LintService::start);
}

LintService::~LintService() { m_pool.waitForDone(); }

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
    if (m_isRunning || m_startedVersion == current) return;
    m_startedVersion = current;
    m_isRunning = true;
    m_pool.start([this, snapshot = m_session.document(), version = m_session.version(),
                  circumstances = m_policy.circumstancesFor(m_session.path(), m_session.catalogue())] {
        const auto analyses = m_analyses->exactlyOf(snapshot);
        auto findings = std::make_shared<std::vector<lint::Finding>>(m_linter.run(*analyses, circumstances));
        // Queued to this object's thread; never delivered once it is gone, since the destructor waits for us.
        QMetaObject::invokeMethod(
            this, [this, findings, snapshot, version] { take(std::move(*findings), snapshot, version); },
            Qt::QueuedConnection);
    });
}

void LintService::take(std::vector<lint::Finding> findings, const Document& snapshot, std::uint64_t version)
{
    m_isRunning = false;
    const bool isCurrent = version == m_session.version() || sameMeaning(snapshot, m_session.document());
    if (isCurrent) {
        m_findings = std::move(findings);
        m_linted = snapshot;
        m_lintedVersion = m_session.version();
        Q_EMIT findingsChanged();
    }
    start();
}

}  // namespace lintel::app
