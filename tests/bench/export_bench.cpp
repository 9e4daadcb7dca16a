// Pictures as files.

#include "tests/bench/sample.h"

#include "exporters/image/png_exporter.h"
#include "exporters/image/svg_exporter.h"
#include "model/embedded/embedded.h"
#include "rendering/scene/scene_builder.h"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace lintel::bench {

namespace {

rendering::DisplayList pictureOf(int blocks)
{
    return rendering::buildScene(geometryOf(blocks), sampleOf(blocks).placed, model::embedded::catalogue(),
                                 rendering::Theme::light());
}

void svg(benchmark::State& state)
{
    const rendering::DisplayList picture = pictureOf(static_cast<int>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state) bytes = exporters::image::exportSvg(picture, {}).size();
    state.counters["MiB"] = static_cast<double>(bytes) / (1 << 20);
}

/// 7,680 pixels wide or 4,320 high, whichever the drawing reaches first.
void png8K(benchmark::State& state)
{
    const rendering::DisplayList picture = pictureOf(static_cast<int>(state.range(0)));
    const QSizeF size = picture.bounds().size() + QSizeF(2 * exporters::image::kMargin, 2 * exporters::image::kMargin);
    exporters::image::ImageOptions options;
    options.scale = std::min(7680 / size.width(), 4320 / size.height());
    std::size_t bytes = 0;
    for (auto _ : state) bytes = exporters::image::exportPng(picture, options).value().size();
    state.counters["MiB"] = static_cast<double>(bytes) / (1 << 20);
}

}  // namespace

BENCHMARK(svg)->Arg(1000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK(png8K)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace lintel::bench
