#pragma once

#include <QApplication>

#include <benchmark/benchmark.h>

#include <functional>
#include <vector>

namespace lintel::bench {

/// Watches how long the interface thread is busy at a stretch: from an event that a person sends until what follows
/// from it is done and painted, and each later pass of the event loop (timers, results of workers). While it is busy
/// nothing moves on the screen.
class StallWatch {
public:
    /// Sends what `act` sends, and lets the event loop run until it has nothing left to do.
    void watch(benchmark::State& state, const std::function<void()>& act);
    /// The longest stretch, how many were longer than a frame of 60 a second, by the clock and by the thread's own
    /// processor time, which other programs of the machine do not lengthen.
    void report(benchmark::State& state);

private:
    void stretch(const std::function<void()>& run);

    std::vector<double> m_wall;  ///< milliseconds
    std::vector<double> m_own;
};

}  // namespace lintel::bench
