#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "model/layout/text_metrics.h"

#include <string>

namespace lintel::bench {

/// A large design in the states that benchmarks start from. Made once per size.
struct Sample {
    model::Document bare;    ///< without placements
    model::Document placed;  ///< laid out
    std::string text;        ///< of `placed`, as a file
};

const Sample& sampleOf(int blocks);
/// The finished drawing of sampleOf(blocks); slow to make, so only where it is looked at.
const model::layout::Geometry& geometryOf(int blocks);
const model::layout::TextMetrics& metrics();

}  // namespace lintel::bench
