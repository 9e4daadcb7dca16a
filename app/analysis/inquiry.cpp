#include "app/analysis/inquiry.h"

#include <QEvent>

namespace lintel::app::analysis {

using namespace model;

Inquiry::Inquiry(session::DocumentSession& session, std::shared_ptr<model::analysis::AnalysisCache> cache)
    : m_session(session), m_cache(std::move(cache))
{
    connect(&session, &session::DocumentSession::changed, this, &Inquiry::follow);
}

void Inquiry::askWork(Work work)
{
    m_work = std::move(work);
    m_asked = m_session.document();
    m_answer.reset();
    start();
}

void Inquiry::askWorkWhileSeen(QWidget& widget, Work work)
{
    m_workWhenSeen = std::move(work);
    widget.installEventFilter(this);
}

bool Inquiry::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && !isAsked()) askWork(m_workWhenSeen);
    if (event->type() == QEvent::Hide) drop();
    return QObject::eventFilter(watched, event);
}

void Inquiry::drop()
{
    if (!m_work) return;
    m_work = nullptr;
    m_answer.reset();
    m_job.drop();
    Q_EMIT changed();
}

// Others hear of a change before this does: what they ask then is not what the answer is about.
const void* Inquiry::currentAnswer() const
{
    return sameMeaning(m_asked, m_session.document()) ? m_answer.get() : nullptr;
}

// Moving things about changes no answer.
void Inquiry::follow()
{
    if (!m_work || sameMeaning(m_asked, m_session.document())) return;
    const bool hadOne = m_answer != nullptr;
    m_asked = m_session.document();
    m_answer.reset();
    m_job.drop();
    if (hadOne) Q_EMIT changed();
    start();
}

void Inquiry::start()
{
    if (!m_work) return;
    m_job.ask([work = m_work, snapshot = m_asked, cache = m_cache] { return work(*cache->of(snapshot)); },
              [this](Answer answer) {
                  m_answer = std::move(answer);
                  Q_EMIT changed();
              });
}

}  // namespace lintel::app::analysis
