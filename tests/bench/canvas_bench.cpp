// The canvas as people use it: a shown widget, one frame per step.

#include "tests/bench/sample.h"

#include "model/edit/operations/move_blocks.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/scene/picture.h"
#include "rendering/typography/typography.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <map>

namespace lintel::bench {

namespace {

using rendering::canvas::CanvasWidget;
using rendering::canvas::Viewport;

constexpr QSize kFrame(1920, 1080);
constexpr std::chrono::milliseconds kFrameTime(9);  // as in the editor's window

rendering::DisplayList pictureOf(int blocks)
{
    return rendering::buildScene(geometryOf(blocks), sampleOf(blocks).placed, model::embedded::catalogue(),
                                 rendering::Theme::light());
}

/// Times of single frames: what people notice is the slow one.
class Frames {
public:
    template <class Act>
    void time(benchmark::State& state, Act&& act)
    {
        const auto begin = std::chrono::steady_clock::now();
        act();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        m_seconds.push_back(took.count());
        state.SetIterationTime(took.count());
    }
    /// Whether the frame was what it is meant to be in the end.
    void note(const CanvasWidget& canvas) { m_late += canvas.tiles().isLate() ? 1 : 0; }
    /// `tiles`: painted in all.
    void report(benchmark::State& state, int tiles)
    {
        if (m_seconds.empty()) return;
        std::sort(m_seconds.begin(), m_seconds.end());
        state.counters["p95_ms"] = m_seconds[m_seconds.size() * 95 / 100] * 1000;
        state.counters["worst_ms"] = m_seconds.back() * 1000;
        state.counters["tiles"] = tiles;
        state.counters["late_%"] = 100.0 * m_late / static_cast<double>(m_seconds.size());
    }

private:
    std::vector<double> m_seconds;
    int m_late = 0;
};

void show(CanvasWidget& canvas, const rendering::DisplayList& picture, bool whole)
{
    canvas.resize(kFrame);
    canvas.setPicture(picture);
    canvas.show();
    QCoreApplication::processEvents();  // a window that is not exposed paints nothing
    if (whole)
        canvas.zoomToFit();
    else
        canvas.setViewport(Viewport(1, picture.bounds().center() - QPointF(kFrame.width(), kFrame.height()) / 2));
    canvas.repaint();
}

/// To and fro through the drawing, 24 pixels a frame.
void pan(benchmark::State& state, bool whole)
{
    const int blocks = static_cast<int>(state.range(0));
    CanvasWidget canvas;
    show(canvas, pictureOf(blocks), whole);
    canvas.setFrameTime(kFrameTime);
    Frames frames;
    int step = 0;
    for (auto _ : state) {
        const int direction = step++ / 80 % 2 == 0 ? -1 : 1;
        canvas.setViewport(canvas.viewport().pannedBy(QPointF(24 * direction, 7 * direction)));
        frames.time(state, [&] { canvas.repaint(); });
        frames.note(canvas);
    }
    frames.report(state, canvas.tiles().paintedTiles());
}

void panWhole(benchmark::State& state) { pan(state, true); }
void panAtActualSize(benchmark::State& state) { pan(state, false); }

/// From everything to 200 % and back, a tenth a frame: no tile can be kept. Frames that are `late` show what was seen
/// before at their own scale.
void zoomSweep(benchmark::State& state)
{
    const int blocks = static_cast<int>(state.range(0));
    CanvasWidget canvas;
    show(canvas, pictureOf(blocks), true);
    const double whole = canvas.zoom();
    canvas.setFrameTime(kFrameTime);
    Frames frames;
    double factor = 1.1;
    for (auto _ : state) {
        if (canvas.zoom() > 2) factor = 1 / 1.1;
        if (canvas.zoom() <= whole) factor = 1.1;
        canvas.setViewport(canvas.viewport().zoomedBy(factor, QPointF(kFrame.width(), kFrame.height()) / 2));
        frames.time(state, [&] { canvas.repaint(); });
        frames.note(canvas);
    }
    frames.report(state, canvas.tiles().paintedTiles());
}

/// Everything in sight, nothing kept.
void fullRepaint(benchmark::State& state)
{
    const int blocks = static_cast<int>(state.range(0));
    CanvasWidget canvas;
    show(canvas, pictureOf(blocks), true);
    Frames frames;
    bool hasGrid = true;
    for (auto _ : state) {
        canvas.setGridVisible(hasGrid = !hasGrid);
        frames.time(state, [&] { canvas.repaint(); });
    }
    frames.report(state, canvas.tiles().paintedTiles());
}

model::BlockId busiestBlock(const model::Document& document)
{
    std::map<model::BlockId, int> ends;
    for (const model::Connection& connection : document.connections) {
        ++ends[connection.from];
        ++ends[connection.to];
    }
    const auto busiest =
        std::max_element(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return busiest->first;
}

/// All that follows a step of the pointer: the change, routes anew, the scene, the frame.
void dragBusiest(benchmark::State& state)
{
    const int blocks = static_cast<int>(state.range(0));
    const model::Document& placed = sampleOf(blocks).placed;
    const auto& catalogue = model::embedded::catalogue();
    const model::layout::Geometry& start = geometryOf(blocks);
    const std::vector<model::BlockId> moved{busiestBlock(placed)};
    CanvasWidget canvas;
    show(canvas, pictureOf(blocks), false);
    const model::Rect at = start.find(moved.front())->rect;
    canvas.setViewport(Viewport(1, QPointF(at.x, at.y) - QPointF(kFrame.width(), kFrame.height()) / 2));
    canvas.repaint();
    Frames frames;
    int step = 0;
    for (auto _ : state) {
        const int away = 8 * (step++ % 30);
        frames.time(state, [&] {
            const auto change = model::edit::moveBlocks(placed, moved, {away, away / 2});
            const model::Document draft = model::edit::apply(placed, change).value();
            const model::layout::Geometry geometry = model::layout::geometryOf(draft, catalogue, metrics(), start);
            canvas.setPicture(rendering::buildScene(geometry, draft, catalogue, rendering::Theme::light()));
            canvas.repaint();
        });
    }
    frames.report(state, canvas.tiles().paintedTiles());
}

void open(benchmark::State& state, bool withLines)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const auto& catalogue = model::embedded::catalogue();
    for (auto _ : state) {
        const auto source = model::io::read(sample.text, "bench", catalogue);
        model::Document document = source->document;
        if (!withLines) document.connections = {};
        CanvasWidget canvas;
        show(canvas, rendering::pictureOf(document, catalogue, rendering::Theme::light()), true);
    }
}

/// From the file's text to the first frame: all blocks, as the editor shows a large design while a worker routes.
void openToFirstFrame(benchmark::State& state) { open(state, false); }

/// The same to the frame that shows every line.
void openToAllLines(benchmark::State& state) { open(state, true); }

}  // namespace

BENCHMARK(panWhole)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(1);
BENCHMARK(panAtActualSize)
    ->Arg(1000)
    ->Arg(5000)
    ->Arg(20000)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->MinTime(1);
BENCHMARK(zoomSweep)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(1);
BENCHMARK(fullRepaint)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(dragBusiest)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(openToFirstFrame)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(openToAllLines)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace lintel::bench
