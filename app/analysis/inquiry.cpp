#include "app/analysis/inquiry.h"

#include <QEvent>

namespace lintel::app::analysis {

using namespace model;

Inquiry::Inquiry(session::DocumentSession& session, std::shared_ptr<model::analysis::AnalysisCache> cache)
    : m_session(session), m_cache(std::move(cache))
{
    m_pool.setMaxThreadCount(1);
    connect(&session, &session::DocumentSession::changed, this, &Inquiry::follow);
}

Inquiry::~Inquiry() { m_pool.waitForDone(); }

void Inquiry::askWork(Work work)
{
    m_work = std::move(work);
    m_asked = m_session.document();
    ++m_question;
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
    ++m_question;
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
    ++m_question;
    if (hadOne) Q_EMIT changed();
    start();
}

void Inquiry::start()
{
    if (m_isRunning || !m_work) return;
    m_isRunning = true;
    m_pool.start([this, work = m_work, snapshot = m_asked, question = m_question] {
        Answer answer = work(*m_cache->of(snapshot));
        // Queued to this object's thread; never delivered once it is gone, since the destructor waits for us.
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer), question] { take(answer, question); }, Qt::QueuedConnection);
    });
}

void Inquiry::take(Answer answer, std::uint64_t question)
{
    m_isRunning = false;
    if (!m_work) return;
    if (question != m_question) return start();
    m_answer = std::move(answer);
    Q_EMIT changed();
}

}  // namespace lintel::app::analysis
