#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace lintel::app {

/// What becomes of an answer to a question that is no longer the latest.
enum class Late {
    Dropped,  ///< only what is about the latest question is handed out
    Used,     ///< better than nothing while questions come in faster than they can be answered
};

/// Work on a thread of its own for somebody who only cares about the latest question: while one is worked on, the
/// latest that comes in waits and takes the place of what waited. Answers are handed out in the thread that made the
/// object, in the order of their questions, and never once the object is gone: its destructor waits for the worker.
/// What the work reads must live longer, so this is best the last member.
class LatestJob {
public:
    explicit LatestJob(Late late = Late::Dropped);
    ~LatestJob();
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    /// `work()` runs on the worker and captures values; `use(answer)` gets what it returns.
    template <class Work, class Use>
    void ask(Work work, Use use)
    {
        askJob([work = std::move(work), use = std::move(use)] {
            auto answer = std::make_shared<decltype(work())>(work());
            return [use, answer] { use(std::move(*answer)); };
        });
    }
    /// Work whose effect is its answer.
    void run(std::function<void()> work);

    /// Nobody wants to know any more: no answer to what was asked so far is handed out.
    void drop();
    /// A question is waiting, or worked on, or its answer on the way.
    bool isBusy() const { return m_delivered != m_asked; }
    /// Waits until the latest question is worked through. Its answer is handed out by the event loop as always.
    void wait();

private:
    using Delivery = std::function<void()>;
    using Job = std::function<Delivery()>;
    struct Question {
        Job job;
        std::uint64_t number;
    };

    void askJob(Job job);
    void workThrough();
    std::optional<Question> next();
    void deliver(std::uint64_t number, const Delivery& delivery);

    const Late m_late;
    QObject m_home;  ///< lives in the thread that gets the answers
    std::uint64_t m_asked = 0;
    std::uint64_t m_delivered = 0;  ///< the latest question whose answer has come, or that was dropped
    std::uint64_t m_dropped = 0;    ///< no answer up to this one is wanted
    std::mutex m_mutex;             ///< guards what follows
    std::optional<Question> m_next;
    bool m_isRunning = false;
    QThreadPool m_pool;
};

}  // namespace lintel::app
