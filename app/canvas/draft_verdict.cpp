#include "app/canvas/draft_verdict.h"

#include "model/lint/linter.h"

namespace lintel::app::canvas {

using namespace model;

DraftVerdict::DraftVerdict(const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
}

DraftVerdict::~DraftVerdict() { m_pool.waitForDone(); }

void DraftVerdict::ask(const Document& draft)
{
    ++m_wanted;
    m_next = draft;
    if (!m_isRunning) start();
}

void DraftVerdict::cancel()
{
    ++m_wanted;
    m_next.reset();
}

void DraftVerdict::start()
{
    m_isRunning = true;
    m_pool.start([this, draft = *std::exchange(m_next, std::nullopt), wanted = m_wanted, &catalogue = m_catalogue] {
        auto findings = std::make_shared<std::vector<lint::Finding>>(lint::Linter::run(draft, catalogue));
        // Queued; never delivered once this object is gone, since the destructor waits for the worker.
        QMetaObject::invokeMethod(
            this,
            [this, findings, wanted] {
                m_isRunning = false;
                if (m_next) start();
                if (wanted == m_wanted) Q_EMIT arrived(*findings);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace lintel::app::canvas
