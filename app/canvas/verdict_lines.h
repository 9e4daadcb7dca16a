#pragma once

#include "app/canvas/cursor_hint.h"
#include "app/session/document_session.h"

namespace lintel::app::canvas {

/// What a draft adds to the findings and what it takes away, in a few lines: the new ones first, worst first.
std::vector<CursorHint::Line> verdictLines(const std::vector<model::lint::Finding>& before,
                                           const std::vector<model::lint::Finding>& after,
                                           const session::DocumentSession& session);

}  // namespace lintel::app::canvas
