// Every analysis of a snapshot: alone on a graph that is there, and all of them from the document.

#include "tests/bench/sample.h"

#include "model/analysis/analyses.h"
#include "model/embedded/embedded.h"
#include "tests/support/large_design.h"

#include <benchmark/benchmark.h>

#include <map>
#include <memory>

namespace lintel::bench {

namespace {

using namespace model;

/// A large design with its graph. Made once per size.
const analysis::Analyses& analysesOf(int blocks)
{
    static std::map<int, std::unique_ptr<analysis::Analyses>> all;
    auto& one = all[blocks];
    if (!one) one = std::make_unique<analysis::Analyses>(test::largeDesign(blocks), embedded::catalogue());
    return *one;
}

void availability(benchmark::State& state)
{
    const auto& graph = analysesOf(static_cast<int>(state.range(0))).graph();
    for (auto _ : state) {
        const analysis::Availability availability(graph);
        benchmark::DoNotOptimize(availability.without(availability.lossOfZone("a")));
        benchmark::DoNotOptimize(availability.singlePoints());
    }
}

void addresses(benchmark::State& state)
{
    const analysis::Analyses& analyses = analysesOf(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(analysis::AddressPlan(analyses.graph(), analyses.routes()));
}

void cost(benchmark::State& state)
{
    const analysis::Analyses& analyses = analysesOf(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            analysis::CostEstimate(analyses.graph(), analyses.routes(), analysis::PriceTable::published()));
}

void reachMatrix(benchmark::State& state)
{
    const analysis::Analyses& analyses = analysesOf(static_cast<int>(state.range(0)));
    std::size_t cells = 0;
    for (auto _ : state)
        cells = analysis::ReachMatrix(analyses.graph(), analyses.routes(), analyses.reachability()).cells().size();
    state.counters["cells"] = static_cast<double>(cells);
}

// From every tenth block to every tenth connection's end.
void reachability(benchmark::State& state)
{
    const analysis::Analyses& analyses = analysesOf(static_cast<int>(state.range(0)));
    std::size_t asked = 0;
    for (auto _ : state) {
        const analysis::Reachability reachability(analyses.graph(), analyses.routes());
        asked = 0;
        for (const Connection& connection : analyses.document().connections)
            if (++asked % 10 == 0)
                benchmark::DoNotOptimize(reachability.reach(connection.from, connection.to, {"tcp", 443}));
    }
    state.counters["asked"] = static_cast<double>(asked / 10);
}

void allAnalyses(benchmark::State& state)
{
    const Document document = test::largeDesign(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const analysis::Analyses analyses(document, embedded::catalogue());
        benchmark::DoNotOptimize(analyses.availability().singlePoints());
        benchmark::DoNotOptimize(analyses.addresses().conflicts());
        benchmark::DoNotOptimize(analyses.cost().total());
        benchmark::DoNotOptimize(analyses.matrix().cells());
    }
}

void sizes(benchmark::internal::Benchmark* bench)
{
    bench->Arg(200)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
}

}  // namespace

BENCHMARK(availability)->Apply(sizes);
BENCHMARK(addresses)->Apply(sizes);
BENCHMARK(cost)->Apply(sizes);
BENCHMARK(reachability)->Apply(sizes);
BENCHMARK(reachMatrix)->Apply(sizes);
BENCHMARK(allAnalyses)->Apply(sizes);

}  // namespace lintel::bench
