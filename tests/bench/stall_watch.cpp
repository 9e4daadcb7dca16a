#include "tests/bench/stall_watch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

namespace lintel::bench {

namespace {

constexpr double kFrame = 1000.0 / 60;  // milliseconds
constexpr int kQuietPasses = 2;

double ownMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

void StallWatch::stretch(const std::function<void()>& run)
{
    QElapsedTimer clock;
    clock.start();
    const double before = ownMilliseconds();
    run();
    m_own.push_back(ownMilliseconds() - before);
    m_wall.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

void StallWatch::watch(benchmark::State& state, const std::function<void()>& act)
{
    stretch([&] {
        act();
        QCoreApplication::processEvents();
    });
    state.SetIterationTime(m_wall.back() / 1000);
    // What comes later: timers, answers of workers. A pass that takes no time had nothing to do.
    for (int quiet = 0; quiet < kQuietPasses;) {
        stretch([] { QCoreApplication::processEvents(); });
        quiet = m_own.back() < 0.1 ? quiet + 1 : 0;
    }
}

void StallWatch::report(benchmark::State& state)
{
    if (m_wall.empty()) return;
    const auto over = [](const std::vector<double>& times) {
        return static_cast<double>(std::count_if(times.begin(), times.end(), [](double ms) { return ms > kFrame; }));
    };
    state.counters["stall_ms"] = *std::max_element(m_wall.begin(), m_wall.end());
    state.counters["own_ms"] = *std::max_element(m_own.begin(), m_own.end());
    state.counters["over16"] = over(m_wall);
    state.counters["own_over16"] = over(m_own);
}

}  // namespace lintel::bench
