#include "tests/bench/sample.h"

#include "model/embedded/embedded.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "rendering/typography/typography.h"
#include "tests/support/large_design.h"

#include <map>

namespace lintel::bench {

namespace {

Sample makeSample(int blocks)
{
    const auto& catalogue = model::embedded::catalogue();
    Sample sample;
    sample.bare = test::largeDesign(blocks);
    const auto change = model::layout::arrange(sample.bare, catalogue, metrics(), model::layout::Scope::All);
    sample.placed = model::edit::apply(sample.bare, change).value();
    sample.text = model::io::write(sample.placed, {}, catalogue);
    return sample;
}

}  // namespace

const model::layout::TextMetrics& metrics()
{
    static const rendering::FontTextMetrics kMetrics;
    return kMetrics;
}

const Sample& sampleOf(int blocks)
{
    static std::map<int, Sample> samples;
    auto found = samples.find(blocks);
    if (found == samples.end()) found = samples.emplace(blocks, makeSample(blocks)).first;
    return found->second;
}

const model::layout::Geometry& geometryOf(int blocks)
{
    static std::map<int, model::layout::Geometry> geometries;
    auto found = geometries.find(blocks);
    if (found == geometries.end())
        found = geometries
                    .emplace(blocks, model::layout::geometryOf(sampleOf(blocks).placed, model::embedded::catalogue(),
                                                               metrics()))
                    .first;
    return found->second;
}

}  // namespace lintel::bench
