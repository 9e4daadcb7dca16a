#include "app/lint_service/lint_service.h"

#include "model/lint/linter.h"

#include <QPointer>
#include <QThreadPool>

namespace lintel::app {

LintService::LintService(session::DocumentSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &session::DocumentSession::changed, this, &LintService::start);
}

LintService::~LintService() { QThreadPool::globalInstance()->waitForDone(); }

void LintService::start()
{
    if (m_isRunning || isUpToDate()) return;
    m_isRunning = true;
    QThreadPool::globalInstance()->start([this, snapshot = m_session.document(), version = m_session.version()] {
        auto findings = std::make_shared<std::vector<model::lint::Finding>>(
            model::lint::Linter::run(snapshot, m_session.catalogue()));
        // Queued to this object's thread; never delivered once it is gone, since the destructor waits for us.
        QMetaObject::invokeMethod(this, [this, findings, version] {
            m_isRunning = false;
            if (version != m_session.version()) return start();
            m_findings = std::move(*findings);
            m_lintedVersion = version;
            Q_EMIT findingsChanged();
        }, Qt::QueuedConnection);
    });
}

}  // namespace lintel::app
