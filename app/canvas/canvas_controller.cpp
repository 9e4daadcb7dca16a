#include "app/canvas/canvas_controller.h"

#include "app/canvas/accessible_canvas.h"
#include "app/canvas/analysis_banner.h"
#include "app/canvas/analysis_chips.h"
#include "app/canvas/canvas_commands.h"
#include "app/canvas/placed_document.h"
#include "app/canvas/verdict_lines.h"
#include "app/qt_text.h"
#include "model/edit/operations/place_notes.h"
#include "model/edit/operations/rename_element.h"
#include "model/layout/new_block_size.h"
#include "rendering/canvas/tools/scene_query.h"
#include "rendering/scene/picture.h"

#include <QAccessible>

namespace lintel::app::canvas {

using namespace model;

CanvasController::CanvasController(session::DocumentSession& session, LintService& lint,
                                   rendering::canvas::CanvasWidget& canvas)
    : QObject(&canvas),
      m_session(session),
      m_lint(lint),
      m_canvas(canvas),
      m_selectTool(*this),
      m_placeTool(*this, [this] { letGo(); }),
      m_nameEditor(new NameEditor(canvas)),
      m_hint(new CursorHint(canvas)),
      m_commands(new CanvasCommands(*this)),
      m_banner(new AnalysisBanner(session)),
      m_chips(new AnalysisChips(canvas)),
      m_verdict(session.catalogue()),
      m_drawing(session.catalogue())
{
    installAccessibleCanvas();
    canvas.setTool(&m_selectTool);
    canvas.setFocusPolicy(Qt::StrongFocus);
    canvas.setAcceptDrops(true);
    connect(&session, &session::DocumentSession::changed, this, &CanvasController::refresh);
    connect(&session, &session::DocumentSession::selectionChanged, &canvas, qOverload<>(&QWidget::update));
    connect(&session, &session::DocumentSession::selectionChanged, this, &CanvasController::tellFocus);
    connect(&lint, &LintService::findingsChanged, this, [this] {
        m_marks.reset();
        show();
    });
    connect(&m_drawing, &GeometryService::arrived, this, [this] {
        m_hasNewLines = true;
        if (!m_preview) show();
    });
    connect(&m_verdict, &DraftVerdict::arrived, this, &CanvasController::showVerdict);
    connect(m_nameEditor, &NameEditor::finished, this, [this](const QString& qid, const QString& name) {
        const std::string id = fromQString(qid);
        const bool isNote = document().notes.contains(NoteId(id));
        commit(isNote ? edit::rewriteNote(document(), NoteId(id), fromQString(name))
                      : edit::renameElement(document(), id, fromQString(name)));
    });
    refresh();
}

CanvasController::~CanvasController()
{
    m_canvas.setTool(nullptr);
    if (!m_banner->parentWidget()) delete m_banner;
}

QWidget& CanvasController::banner() { return *m_banner; }

void CanvasController::refresh()
{
    const bool wasPreviewing = m_preview.has_value();
    endDraft();
    PlacedDocument placed = canvas::placed(m_session.document(), catalogue(), m_metrics);
    const bool isSame = m_placed == placed.document && !m_placed.blocks.isEmpty();
    m_placing = std::move(placed.placing);
    if (isSame) {  // the session reports saving as well
        if (wasPreviewing) show();
        return;
    }
    m_placed = std::move(placed.document);
    m_drawing.draw(m_placed);
    // What is seen for the first time is seen at once; a step from there may come a little later.
    if (m_drawing.lines())
        show();
    else
        showNow();
}

/// A screen reader reads what was selected.
void CanvasController::tellFocus()
{
    if (!QAccessible::isActive() || selection().size() != 1 || !m_canvas.hasFocus()) return;
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&m_canvas);
    QAccessibleInterface* element = canvas ? canvas->focusChild() : nullptr;
    if (!element) return;
    QAccessibleEvent event(&m_canvas, QAccessible::Focus);
    event.setChild(canvas->indexOfChild(element));
    QAccessible::updateAccessibility(&event);
}

void CanvasController::endDraft()
{
    if (m_preview) m_pictures.drop();
    m_preview.reset();
    m_draft.reset();
    m_marks.reset();
    m_draftFindings.reset();
    m_fixMarks.clear();
    m_verdict.cancel();
}

void CanvasController::show()
{
    if (m_drawing.isLarge())
        showSoon();
    else
        showNow();
}

void CanvasController::showNow()
{
    m_pictures.drop();
    take(pictureOf(source(), catalogue()), isPreviewing());
}

/// What one event sets off is one picture.
void CanvasController::showSoon()
{
    if (std::exchange(m_isShowingSoon, true)) return;
    QMetaObject::invokeMethod(this, &CanvasController::askForPicture, Qt::QueuedConnection);
}

void CanvasController::askForPicture()
{
    if (!std::exchange(m_isShowingSoon, false)) return;
    m_pictures.ask([source = source(), &catalogue = catalogue()] { return pictureOf(source, catalogue); },
                   [this, isPreview = isPreviewing()](CanvasPicture picture) { take(std::move(picture), isPreview); });
}

/// What the picture is made of that is to be seen now.
PictureSource CanvasController::source()
{
    static const std::vector<lint::Finding> kNone;
    if (!m_marks) {
        const auto& findings = m_draftFindings ? *m_draftFindings : m_lint.isUpToDate() ? m_lint.findings() : kNone;
        m_marks = std::make_shared<const rendering::Overlays>(rendering::overlaysOf(findings));
    }
    PictureSource source;
    source.document = m_preview ? *m_preview : m_placed;
    source.isDrawn = !m_preview && (m_drawing.isFinal() || !m_drawing.lines());
    source.geometry = source.isDrawn ? m_drawing.sharedGeometry() : m_drawing.lines();
    source.styledAs = m_styledAs;
    source.styles = m_styles;
    source.theme = m_theme;
    source.layers = m_layers;
    // An owner that has no answer yet shows nothing of its own.
    if (!m_analysisView.title.isEmpty() && !m_preview) {
        source.analysis = m_analysisView.marks;
        source.dimmed = m_analysisView.dimmed;
    } else {
        source.marks = m_marks;
        source.highlighted = m_fixMarks.empty() ? m_highlighted : m_fixMarks;
    }
    return source;
}

void CanvasController::take(CanvasPicture picture, bool isPreview)
{
    // Asked for before a preview began: what comes after it is made anew.
    if (isPreview != isPreviewing()) return;
    m_styles = picture.styles;
    m_styledAs = picture.document;
    m_canvas.setPicture(picture.list);
    const bool showsAnalysis = !m_analysisView.title.isEmpty() && !isPreview;
    m_chips->show(showsAnalysis ? m_analysisView.marks : rendering::AnalysisMarks(), m_theme.isDark);
    if (isPreview) {
        m_draft = std::move(picture);
        return;
    }
    const bool isOfNow = picture.document == m_placed;
    if (isOfNow && m_drawing.lines() && !m_drawing.isFinal()) m_drawing.adopt(picture.geometry);
    const bool isFinal = m_drawing.isFinal() && picture.geometry == m_drawing.sharedGeometry();
    if (isFinal && std::exchange(m_hasNewLines, false)) Q_EMIT linesArrived();
}

void CanvasController::setTheme(const rendering::Theme& theme)
{
    m_theme = theme;
    m_canvas.setTheme(theme);
    m_hint->setDark(theme.isDark);
    m_banner->show(m_analysisView, theme.isDark);
    showNow();
}

void CanvasController::select(const std::set<std::string>& ids)
{
    // Whoever points at something else is done with the finding.
    if (!m_highlighted.empty() && ids != selection()) {
        m_highlighted.clear();
        show();
    }
    m_session.select(ids);
}

void CanvasController::highlight(const std::vector<std::string>& ids)
{
    const std::set<std::string, std::less<>> marked(ids.begin(), ids.end());
    if (marked == m_highlighted) return;
    m_highlighted = marked;
    show();
    QRectF area;
    for (const std::string& id : ids)
        if (const rendering::Element* element = m_canvas.picture().find(id)) area = area.united(element->bounds);
    if (!area.isEmpty()) m_canvas.ensureVisible(area);
}

void CanvasController::showAnalysis(const QObject* owner, const AnalysisView& view)
{
    const bool isNewOwner = owner != m_analysisOwner;
    m_analysisOwner = owner;
    m_analysisView = view;
    m_highlighted.clear();
    m_banner->show(view, m_theme.isDark);
    show();
    if (isNewOwner) Q_EMIT analysisOwnerChanged();
}

void CanvasController::leaveAnalysis()
{
    if (!m_analysisOwner) return;
    m_analysisOwner = nullptr;
    m_analysisView = {};
    m_banner->hide();
    show();
    Q_EMIT analysisOwnerChanged();
}

void CanvasController::setLayers(const Layers& layers)
{
    if (layers == m_layers) return;
    m_layers = layers;
    show();
}

void CanvasController::commit(const edit::ChangeSet& change)
{
    if (change.isEmpty()) return;
    // Once people place things themselves, what the layout had only suggested becomes part of the design.
    const bool keepsPlaces = !change.placements.empty() || !change.blocks.empty();
    const bool composed = keepsPlaces && !m_placing.isEmpty();
    edit::ChangeSet whole = composed ? edit::compose(m_placing, change) : change;
    whole.caption = change.caption;
    const Result<void> applied = m_session.apply(whole);
    if (!applied) explain(&applied.error(), QRectF(m_canvas.rect()).center());
}

void CanvasController::preview(const edit::ChangeSet& change)
{
    if (change.isEmpty()) {
        if (!m_preview) return;
        endDraft();
        m_hint->setVerdict({});
        return show();
    }
    const Result<Document> document = edit::apply(m_placed, change);
    if (!document) return;
    const bool isNews = !m_preview || !sameMeaning(*m_preview, *document);
    m_hint->moveTo(m_canvas.mapFromGlobal(QCursor::pos()));
    if (isNews) m_verdict.ask(*document);
    m_preview = *document;
    show();
}

void CanvasController::showVerdict(const std::vector<lint::Finding>& findings)
{
    if (!m_preview) return;
    m_draftFindings = findings;
    m_marks.reset();
    if (m_lint.isUpToDate()) m_hint->setVerdict(verdictLines(m_lint.findings(), findings, m_session));
    show();
}

void CanvasController::previewFix(const edit::ChangeSet* change)
{
    if (!change) return preview({});
    const Result<Document> fixed = edit::apply(m_session.document(), *change);
    if (!fixed) return;
    Document document = placed(*fixed, catalogue(), m_metrics).document;
    endDraft();
    m_preview = std::move(document);
    for (const auto& block : change->blocks)
        if (block.after) m_fixMarks.insert(block.id().text());
    for (const auto& connection : change->connections)
        if (connection.after) m_fixMarks.insert(connection.id().text());
    show();
}

void CanvasController::explain(const Error* error, QPointF viewPoint)
{
    m_hint->setRefusal(error ? m_session.textOf(*error) : QString(), viewPoint.toPoint());
}

void CanvasController::editName(const std::string& id)
{
    if (openName(id)) m_nameEditor->setFocus();
}

bool CanvasController::openName(const std::string& id)
{
    const Block* block = document().blocks.find(BlockId(id));
    const layout::BlockGeometry* drawn = geometry().find(BlockId(id));
    if (block && drawn) {
        m_canvas.ensureVisible(QRectF(drawn->rect.x, drawn->rect.y, drawn->rect.width, drawn->rect.height));
        const Rect label = drawn->name.lines.empty() ? drawn->rect : drawn->name.rect;
        m_nameEditor->open(id, toQString(block->name), QRectF(label.x, label.y, label.width, label.height),
                           drawn->isContainer ? Qt::AlignLeft : Qt::AlignHCenter);
        return true;
    }
    if (const Note* note = document().notes.find(NoteId(id))) {
        const QRectF place = rendering::canvas::rectOf(geometry(), NoteId(id));
        m_canvas.ensureVisible(place);
        m_nameEditor->open(id, toQString(note->text), place, Qt::AlignLeft);
        return true;
    }
    const Connection* connection = document().connections.find(ConnectionId(id));
    const layout::Route* route = geometry().find(ConnectionId(id));
    if (!connection || !route || route->points.empty()) return false;
    const Point middle = route->points[route->points.size() / 2];
    const Rect label = route->label.lines.empty() ? Rect{middle.x, middle.y, 1, 1} : route->label.rect;
    m_nameEditor->open(id, toQString(connection->name), QRectF(label.x, label.y, label.width, label.height),
                       Qt::AlignHCenter);
    return true;
}

void CanvasController::offerNext(const std::string& id, QPointF scenePoint) { Q_EMIT nextAsked(id, scenePoint); }

Size CanvasController::sizeOfNew(const KindId& kind, const BlockId& parent) const
{
    Block block;
    block.id = BlockId("new");
    block.kind = kind;
    block.parent = parent;
    return layout::newBlockSize(block, document().blocks.find(parent), catalogue(), m_metrics);
}

void CanvasController::arrangeAll()
{
    edit::ChangeSet change = layout::arrange(m_session.document(), catalogue(), m_metrics, layout::Scope::All);
    const Result<void> applied = m_session.apply(change);
    if (!applied) explain(&applied.error(), QRectF(m_canvas.rect()).center());
    m_canvas.zoomToFit();
}

std::vector<BlockId> CanvasController::selectedBlocks() const
{
    std::vector<BlockId> blocks;
    for (const std::string& id : m_session.selection())
        if (document().blocks.contains(BlockId(id))) blocks.emplace_back(id);
    return blocks;
}

void CanvasController::hold(const rendering::canvas::DraggedKind& kind)
{
    m_placeTool.hold(kind);
    m_canvas.setTool(&m_placeTool);
    m_canvas.setFocus();
}

void CanvasController::letGo() { m_canvas.setTool(&m_selectTool); }

}  // namespace lintel::app::canvas
