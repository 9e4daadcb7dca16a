#include "app/latest_job.h"

namespace lintel::app {

namespace {
constexpr int kForever = -1;
}

LatestJob::LatestJob(Late late) : m_late(late)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(kForever);  // the thread keeps its fonts
}

LatestJob::~LatestJob()
{
    {
        const std::lock_guard lock(m_mutex);
        m_next.reset();
    }
    m_pool.waitForDone();
}

void LatestJob::run(std::function<void()> work)
{
    askJob([work = std::move(work)] {
        work();
        return [] {};
    });
}

void LatestJob::drop()
{
    m_dropped = m_delivered = m_asked;
    const std::lock_guard lock(m_mutex);
    m_next.reset();
}

void LatestJob::wait() { m_pool.waitForDone(); }

void LatestJob::askJob(Job job)
{
    ++m_asked;
    const std::lock_guard lock(m_mutex);
    m_next = Question{std::move(job), m_asked};
    if (std::exchange(m_isRunning, true)) return;
    m_pool.start([this] { workThrough(); });
}

/// On the worker.
void LatestJob::workThrough()
{
    while (std::optional<Question> question = next()) {
        Delivery delivery = question->job();
        QMetaObject::invokeMethod(
            &m_home, [this, number = question->number, delivery = std::move(delivery)] { deliver(number, delivery); },
            Qt::QueuedConnection);
    }
}

std::optional<LatestJob::Question> LatestJob::next()
{
    const std::lock_guard lock(m_mutex);
    m_isRunning = m_next.has_value();
    return std::exchange(m_next, std::nullopt);
}

void LatestJob::deliver(std::uint64_t number, const Delivery& delivery)
{
    if (number <= m_dropped) return;
    m_delivered = number;
    // The last thing that is done here: who gets the answer may ask anew, or be gone afterwards.
    if (number == m_asked || m_late == Late::Used) delivery();
}

}  // namespace lintel::app
