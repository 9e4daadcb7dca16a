#pragma once

#include "app/analysis/reach_answer.h"
#include "app/canvas/analysis_view.h"
#include "model/layout/geometry.h"

namespace lintel::app::analysis {

/// The first `steps` elements of the path, numbered, with the lines between them; everything else steps back.
canvas::AnalysisView pathView(const model::analysis::Reach& reach, std::size_t steps, const model::Document& document,
                              const model::layout::Geometry& geometry);

/// Both ends, and what stands in the way of the easiest way through.
canvas::AnalysisView blockerView(const ReachQuestion& question, const model::analysis::Reach& reach,
                                 const model::Document& document);

/// Everything of the design but `kept`, what holds it, and what it holds.
std::set<std::string, std::less<>> allBut(const std::set<std::string, std::less<>>& kept,
                                          const model::Document& document);

}  // namespace lintel::app::analysis
