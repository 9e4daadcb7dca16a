#pragma once

#include "rendering/canvas/tiles/tile_content.h"

#include <atomic>
#include <memory>

namespace lintel::rendering::canvas {

/// One tile to be painted by whichever thread comes first: whoever take()s it must run() it. The image belongs to that
/// thread until isDone().
class TileJob {
public:
    TileJob(QImage image, QPoint index, QRect part, std::shared_ptr<const TileContent> content)
        : m_image(std::move(image)), m_index(index), m_part(part), m_content(std::move(content))
    {
    }

    /// True for exactly one caller.
    bool take()
    {
        State waiting = State::Waiting;
        return m_state.compare_exchange_strong(waiting, State::Taken, std::memory_order_acq_rel);
    }
    void run()
    {
        paintTile(m_image, m_index, m_part, *m_content);
        m_state.store(State::Done, std::memory_order_release);
        m_state.notify_all();
    }
    bool isDone() const { return m_state.load(std::memory_order_acquire) == State::Done; }
    /// Until the thread that has taken it is done.
    void wait() const { m_state.wait(State::Taken, std::memory_order_acquire); }
    /// Of a job that is done, or that the caller has taken.
    QImage takeImage() { return std::move(m_image); }

private:
    enum class State { Waiting, Taken, Done };

    std::atomic<State> m_state = State::Waiting;
    QImage m_image;
    QPoint m_index;
    QRect m_part;
    std::shared_ptr<const TileContent> m_content;
};

}  // namespace lintel::rendering::canvas
