// Exporting Terraform: files, manifest records and NOT-EXPORTED.md of a whole design.

#include "tests/bench/sample.h"

#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"

#include <benchmark/benchmark.h>

namespace lintel::bench {

namespace {

void terraformExport(benchmark::State& state)
{
    const model::Document& document = sampleOf(static_cast<int>(state.range(0))).bare;
    for (auto _ : state)
        benchmark::DoNotOptimize(exporters::terraform::exportWithRecords(
            document, model::embedded::catalogue(), model::embedded::messages(), model::text::Language::English));
}

BENCHMARK(terraformExport)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace lintel::bench
