#pragma once

#include "app/canvas/analysis_view.h"
#include "app/session/document_session.h"

#include <QLabel>

namespace lintel::app::canvas {

/// A line below the canvas while an analysis is shown: what it is, what the colours mean, how to leave it.
class AnalysisBanner : public QLabel {
    Q_OBJECT

public:
    explicit AnalysisBanner(const session::DocumentSession& session);

    void show(const AnalysisView& view, bool dark);

private:
    const session::DocumentSession& m_session;
};

}  // namespace lintel::app::canvas
