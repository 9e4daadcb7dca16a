#pragma once

#include "app/canvas/analysis_view.h"
#include "model/analysis/aftermath.h"
#include "model/analysis/analyses.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::app::analysis {

/// What is imagined to fail.
struct Failure {
    enum class What { Zone, Block, Connection };
    What what = What::Block;
    std::string id;  ///< of the block or connection; a zone by its letter, or the id of its block

    bool operator==(const Failure&) const = default;
};

struct FailureAnswer {
    model::analysis::Loss loss;                    ///< what fails itself, with what it holds
    std::vector<model::analysis::FlowFate> fates;  ///< the dead first, then those with less
    std::vector<model::analysis::Lack> lacks;      ///< what the living do without
};

FailureAnswer answerTo(const Failure& failure, const model::analysis::Analyses& analyses);
/// Zones that something is drawn in.
std::vector<std::string> zonesIn(const model::analysis::Analyses& analyses);
std::vector<model::analysis::SinglePoint> singlePointsIn(const model::analysis::Analyses& analyses);

/// Of the block: a zone fails in every VPC.
Failure failureOf(const model::Block& block);

/// What failed and what dies with it steps back; what goes on with less is marked by how much is left.
canvas::AnalysisView failureView(const Failure& failure, const FailureAnswer& answer, const model::Document& document);
canvas::AnalysisView singlePointsView(const std::vector<model::analysis::SinglePoint>& points);
/// Both at once.
canvas::AnalysisView together(canvas::AnalysisView one, const canvas::AnalysisView& other);

}  // namespace lintel::app::analysis
