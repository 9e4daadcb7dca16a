// Opening, checking, laying out and editing a design.

#include "tests/bench/sample.h"

#include "model/edit/merge.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "model/lint/incremental_linter.h"
#include "model/lint/linter.h"
#include "tests/support/faulty_design.h"

#include <benchmark/benchmark.h>

namespace lintel::bench {

namespace {

using namespace model;

void open(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(io::read(sample.text, "bench", embedded::catalogue()));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * sample.text.size()));
}

void save(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const auto source = io::read(sample.text, "bench", embedded::catalogue()).value();
    const auto change = edit::renameElement(source.document, "s0-db", "renamed");
    const Document edited = edit::apply(source.document, change).value();
    for (auto _ : state) benchmark::DoNotOptimize(io::write(edited, source, embedded::catalogue()));
}

void fullLint(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    std::size_t findings = 0;
    for (auto _ : state) findings = lint::Linter::run(sample.placed, embedded::catalogue()).size();
    state.counters["findings"] = static_cast<double>(findings);
}

// Where something is wrong, proofs and fixes are worked out as well.
void fullLintOfFaults(benchmark::State& state)
{
    const Document document = test::faultyDesign(static_cast<int>(state.range(0)), 25, 7);
    std::size_t findings = 0;
    for (auto _ : state) findings = lint::Linter::run(document, embedded::catalogue()).size();
    state.counters["findings"] = static_cast<double>(findings);
}

// What the editor does after an edit: a server gets another instance type.
void lintAfterOneEdit(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const std::vector<Document> versions = [&] {
        std::vector<Document> all;
        for (const char* type : {"t3.small", "t3.large"}) {
            edit::Transaction draft(sample.placed);
            draft.setProperty(BlockId("s0-app-0"), "type", type);
            all.push_back(draft.document());
        }
        return all;
    }();
    lint::IncrementalLinter linter(embedded::catalogue());
    linter.run(sample.placed);
    std::size_t next = 0;
    for (auto _ : state) benchmark::DoNotOptimize(linter.run(versions[next++ % versions.size()]));
    state.counters["rules"] = static_cast<double>(linter.rulesRun());
}

void layoutOfEverything(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(layout::arrange(sample.bare, embedded::catalogue(), metrics(), layout::Scope::All));
}

// What the editor does to the document for one gesture: the change, the new snapshot, and the way back.
void oneEdit(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const std::vector<BlockId> moved{BlockId("s0-app-0")};
    for (auto _ : state) {
        const edit::ChangeSet change = edit::moveBlocks(sample.placed, moved, {8, 0});
        const Document after = edit::apply(sample.placed, change).value();
        benchmark::DoNotOptimize(edit::apply(after, edit::inverse(change)));
    }
}

// Two people edited the same design in different places.
Document renamed(const Document& document, std::size_t first)
{
    edit::Transaction draft(document);
    std::size_t number = 0;
    for (const Block& block : document.blocks)
        if (number++ % 20 == first) {
            Block copy = block;
            copy.name += " *";
            draft.put(std::move(copy));
        }
    return draft.document();
}

void diffOfTwo(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const Document after = renamed(sample.placed, 0);
    for (auto _ : state) benchmark::DoNotOptimize(edit::diff(sample.placed, after));
}

void mergeOfTwo(benchmark::State& state)
{
    const Sample& sample = sampleOf(static_cast<int>(state.range(0)));
    const Document ours = renamed(sample.placed, 0);
    const Document theirs = renamed(sample.placed, 10);
    for (auto _ : state) benchmark::DoNotOptimize(edit::merge(sample.placed, ours, theirs, embedded::catalogue()));
}

}  // namespace

BENCHMARK(open)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(save)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(fullLint)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(fullLintOfFaults)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(lintAfterOneEdit)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(layoutOfEverything)->Arg(100)->Arg(500)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(oneEdit)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(diffOfTwo)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);
BENCHMARK(mergeOfTwo)->Arg(100)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace lintel::bench
