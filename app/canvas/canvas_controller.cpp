#include "app/canvas/canvas_controller.h"

#include "app/qt_text.h"
#include "model/edit/operations/rename_element.h"
#include "model/layout/layout.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace lintel::app::canvas {

using namespace model;

CanvasController::CanvasController(session::DocumentSession& session, LintService& lint,
                                   rendering::canvas::CanvasWidget& canvas)
    : QObject(&canvas), m_session(session), m_lint(lint), m_canvas(canvas), m_tool(*this), m_nameEditor(new NameEditor(canvas))
{
    canvas.setTool(&m_tool);
    canvas.setFocusPolicy(Qt::StrongFocus);
    canvas.setAttribute(Qt::WA_InputMethodEnabled);
    canvas.setAcceptDrops(true);
    canvas.installEventFilter(this);
    connect(&session, &session::DocumentSession::changed, this, &CanvasController::refresh);
    connect(&session, &session::DocumentSession::selectionChanged, &canvas, qOverload<>(&QWidget::update));
    connect(&lint, &LintService::findingsChanged, this, [this] { show(m_placed, m_geometry); });
    connect(m_nameEditor, &NameEditor::finished, this, [this](const QString& id, const QString& name) {
        commit(edit::renameElement(document(), fromQString(id), fromQString(name)));
    });
    refresh();
}

CanvasController::~CanvasController() { m_canvas.setTool(nullptr); }

void CanvasController::refresh()
{
    const Document& document = m_session.document();
    m_placing = {};
    m_placed = document;
    const bool isPlaced = std::all_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return document.placements.contains(placementId(block.id));
    });
    if (!isPlaced) {
        m_placing = layout::arrange(document, catalogue(), m_metrics, layout::Scope::NewOnly);
        if (const auto placed = edit::apply(document, m_placing)) m_placed = *placed;
    }
    m_geometry = layout::geometryOf(m_placed, catalogue(), m_metrics);
    show(m_placed, m_geometry);
}

void CanvasController::show(const Document& document, const layout::Geometry& geometry)
{
    rendering::Overlays overlays = rendering::overlaysOf(m_lint.isUpToDate() ? m_lint.findings() : std::vector<lint::Finding>());
    overlays.highlighted = m_highlighted;
    m_canvas.setPicture(rendering::buildScene(geometry, document, catalogue(), m_theme, {}, overlays));
}

void CanvasController::setTheme(const rendering::Theme& theme)
{
    m_theme = theme;
    m_canvas.setTheme(theme);
    show(m_placed, m_geometry);
}

void CanvasController::highlight(const std::vector<std::string>& ids)
{
    m_highlighted = {ids.begin(), ids.end()};
    show(m_placed, m_geometry);
    QRectF area;
    for (const std::string& id : ids)
        if (const rendering::Element* element = m_canvas.picture().find(id)) area = area.united(element->bounds);
    if (!area.isEmpty()) m_canvas.ensureVisible(area);
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
    if (!applied) explain(&applied.error(), m_canvas.rect().center());
}

void CanvasController::preview(const edit::ChangeSet& change)
{
    if (change.isEmpty()) return show(m_placed, m_geometry);
    const Result<Document> draft = edit::apply(m_placed, change);
    if (draft) show(*draft, layout::geometryOf(*draft, catalogue(), m_metrics));
}

void CanvasController::explain(const Error* error, QPointF viewPoint)
{
    if (!error) return QToolTip::hideText();
    const QPoint below = viewPoint.toPoint() + QPoint(12, 16);
    QToolTip::showText(m_canvas.mapToGlobal(below), m_session.textOf(error->message), &m_canvas);
}

void CanvasController::editName(const std::string& id)
{
    const Block* block = document().blocks.find(BlockId(id));
    const layout::BlockGeometry* drawn = m_geometry.find(BlockId(id));
    if (block && drawn) {
        const Rect label = drawn->name.lines.empty() ? drawn->rect : drawn->name.rect;
        return m_nameEditor->edit(id, toQString(block->name), QRectF(label.x, label.y, label.width, label.height));
    }
    const Connection* connection = document().connections.find(ConnectionId(id));
    const auto path = m_canvas.picture().pathOf(id);
    if (connection && !path.empty())
        m_nameEditor->edit(id, toQString(connection->name), QRectF(path[path.size() / 2], QSizeF(1, 1)));
}

void CanvasController::arrangeAll()
{
    edit::ChangeSet change = layout::arrange(m_session.document(), catalogue(), m_metrics, layout::Scope::All);
    const Result<void> applied = m_session.apply(change);
    if (!applied) explain(&applied.error(), m_canvas.rect().center());
    m_canvas.zoomToFit();
}

std::vector<BlockId> CanvasController::selectedBlocks() const
{
    std::vector<BlockId> blocks;
    for (const std::string& id : m_session.selection())
        if (document().blocks.contains(BlockId(id))) blocks.emplace_back(id);
    return blocks;
}

bool CanvasController::startTyping(const QString& text)
{
    if (m_nameEditor->isEditing() || m_session.selection().size() != 1) return false;
    editName(*m_session.selection().begin());
    if (!m_nameEditor->isEditing()) return false;
    m_nameEditor->setText(text);
    return true;
}

bool CanvasController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isText = !key->text().isEmpty() && key->text().front().isPrint() && !key->text().front().isSpace();
        const bool isCommand = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if (isText && !isCommand && startTyping(key->text())) return true;
    }
    if (event->type() == QEvent::InputMethod) {
        const auto* input = static_cast<QInputMethodEvent*>(event);
        const bool writes = !input->preeditString().isEmpty() || !input->commitString().isEmpty();
        if (writes && startTyping({})) QCoreApplication::sendEvent(m_nameEditor, event);
        return writes;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace lintel::app::canvas
