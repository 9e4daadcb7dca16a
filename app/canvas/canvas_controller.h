#pragma once

#include "app/canvas/name_editor.h"
#include "app/lint_service/lint_service.h"
#include "app/session/document_session.h"
#include "rendering/canvas/canvas_widget.h"
#include "rendering/canvas/tools/editing.h"
#include "rendering/canvas/tools/select_tool.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/typography/typography.h"

#include <QObject>

namespace lintel::app::canvas {

/// Between session and canvas: makes the picture of each snapshot, and turns what tools ask for into edits.
class CanvasController : public QObject, public rendering::canvas::Editing {
    Q_OBJECT

public:
    CanvasController(session::DocumentSession& session, LintService& lint, rendering::canvas::CanvasWidget& canvas);
    ~CanvasController() override;

    const model::Document& document() const override { return m_placed; }
    const model::catalogue::Catalogue& catalogue() const override { return m_session.catalogue(); }
    const model::layout::Geometry& geometry() const override { return m_geometry; }
    const std::set<std::string>& selection() const override { return m_session.selection(); }
    void select(const std::set<std::string>& ids) override { m_session.select(ids); }
    void commit(const model::edit::ChangeSet& change) override;
    void preview(const model::edit::ChangeSet& change) override;
    void explain(const model::Error* error, QPointF viewPoint) override;
    void editName(const std::string& id) override;

    void setTheme(const rendering::Theme& theme);
    /// Marks the elements of one finding; empty = none.
    void highlight(const std::vector<std::string>& ids);
    void arrangeAll();
    std::vector<model::BlockId> selectedBlocks() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void show(const model::Document& document, const model::layout::Geometry& geometry);
    bool startTyping(const QString& text);

    session::DocumentSession& m_session;
    LintService& m_lint;
    rendering::canvas::CanvasWidget& m_canvas;
    rendering::FontTextMetrics m_metrics;
    rendering::Theme m_theme = rendering::Theme::light();
    rendering::canvas::SelectTool m_tool;
    NameEditor* m_nameEditor;
    model::edit::ChangeSet m_placing;   ///< from the session's document to m_placed
    model::Document m_placed;
    model::layout::Geometry m_geometry;
    std::set<std::string, std::less<>> m_highlighted;
};

}  // namespace lintel::app::canvas
