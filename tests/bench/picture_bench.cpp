// From a snapshot to what is on the screen.

#include "tests/bench/sample.h"

#include "model/edit/operations/move_blocks.h"
#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/scene_builder.h"

#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

namespace lintel::bench {

namespace {

constexpr QSize kFrame(1920, 1080);

rendering::DisplayList pictureOf(int blocks)
{
    return rendering::buildScene(geometryOf(blocks), sampleOf(blocks).placed, model::embedded::catalogue(),
                                 rendering::Theme::light());
}

// Connections routed, labels set: what follows every edit.
void geometry(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(model::layout::geometryOf(sample.placed, model::embedded::catalogue(), metrics()));
}

// One block moved by a step, as in every frame of a drag: only what it touches is routed anew.
void geometryOfOneMovedBlock(benchmark::State& state)
{
    const int blocks = static_cast<int>(state.range(0));
    const Sample& sample = sampleOf(blocks);
    const model::layout::Geometry& before = geometryOf(blocks);
    const auto change = model::edit::moveBlocks(sample.placed, {model::BlockId("s0-app-0")}, {8, 0});
    const model::Document moved = model::edit::apply(sample.placed, change).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(model::layout::geometryOf(moved, model::embedded::catalogue(), metrics(), before));
}

void scene(benchmark::State& state)
{
    const int blocks = static_cast<int>(state.range(0));
    geometryOf(blocks);
    for (auto _ : state) benchmark::DoNotOptimize(pictureOf(blocks));
}

void paintFrame(benchmark::State& state, const rendering::DisplayList& picture, QPointF origin, double scale)
{
    QImage frame(kFrame, QImage::Format_ARGB32_Premultiplied);
    const rendering::IconSet icons;
    const QRectF visible(origin, QSizeF(kFrame) / scale);
    for (auto _ : state) {
        frame.fill(picture.background());
        QPainter painter(&frame);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.translate(-origin);
        rendering::paint(painter, picture, visible, icons);
    }
}

void paintWhole(benchmark::State& state)
{
    const rendering::DisplayList picture = pictureOf(static_cast<int>(state.range(0)));
    const QRectF all = picture.bounds();
    paintFrame(state, picture, all.topLeft(), std::min(kFrame.width() / all.width(), kFrame.height() / all.height()));
}

void paintAtActualSize(benchmark::State& state)
{
    const rendering::DisplayList picture = pictureOf(static_cast<int>(state.range(0)));
    paintFrame(state, picture, picture.bounds().center() - QPointF(kFrame.width(), kFrame.height()) / 2, 1);
}

}  // namespace

BENCHMARK(geometry)->Arg(100)->Arg(500)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(geometryOfOneMovedBlock)->Arg(500)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(scene)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(paintWhole)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(paintAtActualSize)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace lintel::bench
