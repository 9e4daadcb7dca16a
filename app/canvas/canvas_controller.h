#pragma once

#include "app/canvas/analysis_view.h"
#include "app/canvas/canvas_picture.h"
#include "app/canvas/cursor_hint.h"
#include "app/canvas/draft_verdict.h"
#include "app/canvas/geometry_service.h"
#include "app/canvas/layers.h"
#include "app/canvas/name_editor.h"
#include "app/latest_job.h"
#include "app/lint_service/lint_service.h"
#include "app/session/document_session.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/place_tool.h"
#include "rendering/canvas/tools/select_tool.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/typography/typography.h"

#include <QObject>

namespace lintel::app::canvas {

class AnalysisBanner;
class AnalysisChips;
class CanvasCommands;

/// Between session and canvas: makes the picture of each snapshot, and turns what tools ask for into edits. Of a large
/// design a worker makes it: the picture before stays until it is there.
class CanvasController : public QObject, public rendering::canvas::Editing {
    Q_OBJECT

public:
    CanvasController(session::DocumentSession& session, LintService& lint, rendering::canvas::CanvasWidget& canvas);
    ~CanvasController() override;

    const model::Document& document() const override { return m_placed; }
    const model::catalogue::Catalogue& catalogue() const override { return m_session.catalogue(); }
    const model::layout::Geometry& geometry() const override { return m_drawing.geometry(); }
    const model::layout::Geometry& shownGeometry() const override
    {
        return m_draft ? *m_draft->geometry : m_drawing.geometry();
    }
    bool isPreviewLate() const override { return m_preview && (m_isShowingSoon || m_pictures.isBusy()); }
    model::Size sizeOfNew(const model::KindId& kind, const model::BlockId& parent) const override;
    const std::set<std::string>& selection() const override { return m_session.selection(); }
    void select(const std::set<std::string>& ids) override;
    void commit(const model::edit::ChangeSet& change) override;
    void preview(const model::edit::ChangeSet& change) override;
    void explain(const model::Error* error, QPointF viewPoint) override;
    void editName(const std::string& id) override;
    /// editName() without moving the focus. False when the element has no name to edit.
    bool openName(const std::string& id);
    void offerNext(const std::string& id, QPointF scenePoint) override;

    void setTheme(const rendering::Theme& theme);
    /// Marks the elements of one finding and brings them into sight; empty = none.
    void highlight(const std::vector<std::string>& ids);
    /// Shows what a fix would make of the design, with what it changes marked; null shows the design again.
    void previewFix(const model::edit::ChangeSet* change);
    /// Shows an analysis instead of the marks of lint until it is left. Whoever shows last has the canvas; an owner
    /// that changes its mind shows again. `owner` is only compared.
    void showAnalysis(const QObject* owner, const AnalysisView& view);
    void leaveAnalysis();
    /// Null while no analysis is shown.
    const QObject* analysisOwner() const { return m_analysisOwner; }
    const AnalysisView& analysisView() const { return m_analysisView; }
    /// Says what is shown; for whoever lays out what is around the canvas.
    QWidget& banner();
    /// Something hangs on the pointer or a fix is previewed.
    bool isPreviewing() const { return m_preview.has_value(); }
    /// What is looked at until told otherwise.
    void setLayers(const Layers& layers);
    const Layers& layers() const { return m_layers; }
    void arrangeAll();
    std::vector<model::BlockId> selectedBlocks() const;

    /// Hangs a palette entry on the pointer until it is placed by a click or given up.
    void hold(const rendering::canvas::DraggedKind& kind);
    void letGo();
    bool isHolding() const { return m_canvas.tool() == &m_placeTool; }

    /// What lint says of the design; empty until it has spoken.
    const std::vector<model::lint::Finding>& findings() const { return m_lint.findings(); }

    rendering::canvas::CanvasWidget& canvas() { return m_canvas; }
    session::DocumentSession& session() { return m_session; }
    NameEditor& nameEditor() { return *m_nameEditor; }
    CanvasCommands& commands() { return *m_commands; }

Q_SIGNALS:
    /// A block's edge was clicked, or a connection was let go on nothing at `scenePoint`.
    void nextAsked(const std::string& id, QPointF scenePoint);
    /// All lines of the design are drawn, later than the edit or the opening they belong to.
    void linesArrived();
    /// Another analysis is shown, or none any more.
    void analysisOwnerChanged();

private:
    void refresh();
    void show();
    void showNow();
    void showSoon();
    void askForPicture();
    void take(CanvasPicture picture, bool isPreview);
    PictureSource source();
    void showVerdict(const std::vector<model::lint::Finding>& findings);
    void endDraft();
    void tellFocus();

    session::DocumentSession& m_session;
    LintService& m_lint;
    rendering::canvas::CanvasWidget& m_canvas;
    rendering::FontTextMetrics m_metrics;
    rendering::Theme m_theme = rendering::Theme::light();
    rendering::canvas::SelectTool m_selectTool;
    rendering::canvas::PlaceTool m_placeTool;
    NameEditor* m_nameEditor;
    CursorHint* m_hint;
    CanvasCommands* m_commands;
    AnalysisBanner* m_banner;
    AnalysisChips* m_chips;
    DraftVerdict m_verdict;
    GeometryService m_drawing;
    model::edit::ChangeSet m_placing;  ///< from the session's document to m_placed
    model::Document m_placed;
    std::shared_ptr<const rendering::BlockStyles> m_styles;
    model::Document m_styledAs;                ///< what m_styles are of
    std::optional<model::Document> m_preview;  ///< what is to be previewed
    std::optional<CanvasPicture> m_draft;      ///< what is seen of it by now
    std::optional<std::vector<model::lint::Finding>> m_draftFindings;
    std::shared_ptr<const rendering::Overlays> m_marks;  ///< of findings; null = to be made anew
    bool m_isShowingSoon = false;
    bool m_hasNewLines = false;  ///< the next picture of the design shows them
    std::set<std::string, std::less<>> m_highlighted;
    const QObject* m_analysisOwner = nullptr;
    AnalysisView m_analysisView;
    Layers m_layers;
    std::set<std::string, std::less<>> m_fixMarks;  ///< what a previewed fix changes
    LatestJob m_pictures{Late::Used};               ///< a drag is seen while it goes on
};

}  // namespace lintel::app::canvas
