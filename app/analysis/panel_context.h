#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/session/document_session.h"
#include "app/settings/words.h"
#include "model/analysis/analyses.h"

namespace lintel::app::analysis {

/// What a panel of an analysis sees of the program: the design, and where to show things. All of it outlives the panel.
struct PanelContext {
    session::DocumentSession& session;
    const std::shared_ptr<model::analysis::AnalysisCache>& cache;  ///< what lint uses as well
    canvas::CanvasController& controller;
    const settings::Words& words;
};

}  // namespace lintel::app::analysis
