#include "app/canvas/canvas_commands.h"

#include "app/canvas/block_choices.h"
#include "app/canvas/canvas_typing.h"
#include "app/canvas/kind_choices.h"
#include "app/qt_text.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/arrange_selection.h"
#include "model/edit/operations/convert_block.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/lock_blocks.h"
#include "model/edit/operations/place_notes.h"
#include "model/edit/operations/reparent_blocks.h"
#include "model/edit/operations/shrink_container.h"
#include "model/edit/operations/wrap_blocks.h"
#include "rendering/canvas/tools/connect_gesture.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QCursor>
#include <QKeyEvent>
#include <QLineEdit>

namespace lintel::app::canvas {

using namespace model;
using rendering::canvas::DraggedKind;
using rendering::canvas::NewBlock;

namespace {

constexpr int kNextGap = 64;  // between a block and what is added after it
constexpr int kNoteGap = 24;  // between what is selected and a note beside it
constexpr QSizeF kNewNote(240, 40);

}  // namespace

CanvasCommands::CanvasCommands(CanvasController& controller)
    : QObject(&controller),
      m_controller(controller),
      m_chooser(new Chooser(controller.canvas())),
      m_typing(new CanvasTyping(controller))
{
    connect(&controller, &CanvasController::nextAsked, this, &CanvasCommands::offerNext);
    connect(m_typing, &CanvasTyping::searchAsked, this, [this] {
        addByName();
        m_typing->take(&m_chooser->line());
    });
    connect(&controller.nameEditor(), &NameEditor::finished, this, [this](const QString& id, const QString& text) {
        if (id.isEmpty()) keepNote(text);
    });
    controller.canvas().installEventFilter(this);
    addCommands();
}

void CanvasCommands::addCommands()
{
    const auto align = [this](edit::Alignment alignment) {
        m_controller.commit(edit::alignBlocks(m_controller.document(), m_controller.selectedBlocks(), alignment));
    };
    const auto distribute = [this](edit::Axis axis) {
        m_controller.commit(edit::distributeBlocks(m_controller.document(), m_controller.selectedBlocks(), axis));
    };
    m_commands = {
        {"add-next", Qt::CTRL | Qt::Key_Return, [this] { offerNext(onlySelected(), {}); }},
        {"add-note", Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { addNote(); }},
        {"connect-to", Qt::CTRL | Qt::Key_E, [this] { connectTo(); }},
        {"move-into", Qt::CTRL | Qt::Key_M, [this] { moveInto(); }},
        {"wrap", Qt::CTRL | Qt::Key_G, [this] { wrap(); }},
        {"unwrap", Qt::CTRL | Qt::SHIFT | Qt::Key_G, [this] { unwrap(); }},
        {"lock", Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] { toggleLock(); }},
        {"shrink", Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { shrink(); }},
        {"convert", Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { convert(); }},
        {"align-left", Qt::CTRL | Qt::SHIFT | Qt::Key_Left, [align] { align(edit::Alignment::Left); }},
        {"align-right", Qt::CTRL | Qt::SHIFT | Qt::Key_Right, [align] { align(edit::Alignment::Right); }},
        {"align-top", Qt::CTRL | Qt::SHIFT | Qt::Key_Up, [align] { align(edit::Alignment::Top); }},
        {"align-bottom", Qt::CTRL | Qt::SHIFT | Qt::Key_Down, [align] { align(edit::Alignment::Bottom); }},
        {"align-center", Qt::CTRL | Qt::SHIFT | Qt::Key_C, [align] { align(edit::Alignment::Center); }},
        {"align-middle", Qt::CTRL | Qt::SHIFT | Qt::Key_M, [align] { align(edit::Alignment::Middle); }},
        {"distribute-h", Qt::CTRL | Qt::SHIFT | Qt::Key_H, [distribute] { distribute(edit::Axis::Horizontal); }},
        {"distribute-v", Qt::CTRL | Qt::SHIFT | Qt::Key_V, [distribute] { distribute(edit::Axis::Vertical); }},
    };
}

bool CanvasCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const QKeySequence pressed(
        QKeyCombination(key->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key->key())));
    for (const Command& command : m_commands)
        if (command.shortcut == pressed) {
            command.run();
            return true;
        }
    return QObject::eventFilter(watched, event);
}

std::string CanvasCommands::onlySelected() const
{
    const auto blocks = m_controller.selectedBlocks();
    return blocks.size() == 1 ? blocks.front().text() : std::string();
}

QPointF CanvasCommands::placeOfSelection() const
{
    QRectF area;
    for (const BlockId& id : m_controller.selectedBlocks())
        area = area.united(rendering::canvas::rectOf(m_controller.geometry(), id.text()));
    return area.isEmpty() ? m_controller.canvas().visibleSceneRect().center() : area.center();
}

void CanvasCommands::openChooser(const char* prompt, std::vector<Chooser::Choice> choices, QPointF scene,
                                 Chooser::Chosen chosen)
{
    const session::DocumentSession& session = m_controller.session();
    const QPoint at = m_controller.canvas().toView(scene).toPoint() + QPoint(12, 12);
    m_chooser->open(session.textOf(Message(std::string("chooser.") + prompt)), std::move(choices), at,
                    std::move(chosen));
    m_chooser->line().setFocus();
}

void CanvasCommands::commit(const Result<edit::ChangeSet>& change)
{
    if (!change) return m_controller.explain(&change.error(), m_controller.canvas().toView(placeOfSelection()));
    m_controller.commit(edit::growContainers(m_controller.document(), m_controller.catalogue(), *change));
}

void CanvasCommands::addByName()
{
    auto all = allKinds(m_controller.catalogue(), m_controller.session().language());
    auto choices = std::move(all.choices);
    // The chooser takes the focus itself unless an input method is composing: CanvasTyping sees to that.
    const session::DocumentSession& session = m_controller.session();
    const rendering::canvas::CanvasWidget& canvas = m_controller.canvas();
    const QPoint pointer = canvas.mapFromGlobal(QCursor::pos());
    const bool isAtPointer = canvas.underMouse() && m_controller.selection().empty();
    const QPoint at = isAtPointer ? pointer : canvas.toView(placeOfSelection()).toPoint();
    m_chooser->open(session.textOf(Message("chooser.add")), std::move(choices), at + QPoint(8, 8),
                    [this, kinds = std::move(all.kinds)](std::size_t index) { add(kinds[index]); });
}

void CanvasCommands::addNote()
{
    const rendering::canvas::CanvasWidget& canvas = m_controller.canvas();
    QRectF beside;
    for (const BlockId& id : m_controller.selectedBlocks())
        beside = beside.united(rendering::canvas::rectOf(m_controller.geometry(), id.text()));
    const bool isAtPointer = beside.isEmpty() && canvas.underMouse();
    m_noteAt = !beside.isEmpty() ? beside.topRight() + QPointF(kNoteGap, 0)
               : isAtPointer     ? canvas.toScene(QPointF(canvas.mapFromGlobal(QCursor::pos())))
                                 : placeOfSelection();
    m_controller.canvas().ensureVisible(QRectF(m_noteAt, kNewNote));
    NameEditor& line = m_controller.nameEditor();
    line.open({}, {}, QRectF(m_noteAt, kNewNote), Qt::AlignLeft);
    line.setPlaceholderText(m_controller.session().textOf(Message("chooser.note")));
    line.setFocus();
}

void CanvasCommands::keepNote(const QString& text)
{
    const auto change = edit::addNote(m_controller.document(), rendering::canvas::toPoint(m_noteAt), fromQString(text));
    if (change.isEmpty()) return;
    m_controller.commit(change);
    m_controller.select({edit::addedNote(change).text()});
}

BlockId CanvasCommands::containerNear(const std::string& id, const KindId& kind) const
{
    BlockId at(id);
    while (const Block* block = m_controller.document().blocks.find(at)) {
        if (m_controller.catalogue().mayHold(block->kind, kind)) return at;
        at = block->parent;
    }
    return {};
}

void CanvasCommands::add(const DraggedKind& kind)
{
    const rendering::canvas::CanvasWidget& canvas = m_controller.canvas();
    NewBlock block;
    if (m_controller.selection().empty() && canvas.underMouse()) {
        const QPointF pointer = canvas.toScene(QPointF(canvas.mapFromGlobal(QCursor::pos())));
        block = rendering::canvas::newBlockAt(canvas, m_controller, kind, pointer);
    }
    if (block.change.isEmpty()) {
        const BlockId parent = containerNear(onlySelected(), kind.kind);
        block = rendering::canvas::newBlockIn(m_controller, kind, parent, placeOfSelection());
    }
    if (block.target.refusal) return m_controller.explain(&*block.target.refusal, canvas.toView(placeOfSelection()));
    m_controller.commit(block.change);
    m_controller.select({block.id.text()});
    m_controller.canvas().ensureVisible(rendering::canvas::rectOf(m_controller.geometry(), block.id.text()));
}

void CanvasCommands::offerNext(const std::string& id, QPointF scenePoint)
{
    const Block* from = m_controller.document().blocks.find(BlockId(id));
    const catalogue::Kind* kind = from ? m_controller.catalogue().kindOf(*from) : nullptr;
    if (!kind) return;
    const text::Language language = m_controller.session().language();
    KindChoices offered;
    for (const catalogue::NextKind& next : kind->next)
        if (const catalogue::Kind* offer = m_controller.catalogue().find(next.kind))
            offered.add(*offer, language, true, next.port.empty() ? QString() : ":" + toQString(next.port));
    // Whatever else there is can be typed.
    for (const catalogue::Kind& other : m_controller.catalogue().kinds()) {
        const bool isKnown =
            std::any_of(kind->next.begin(), kind->next.end(), [&](const auto& next) { return next.kind == other.id; });
        if (!isKnown) offered.add(other, language, kind->next.empty());
    }
    const QRectF rect = rendering::canvas::rectOf(m_controller.geometry(), id);
    openChooser("next", std::move(offered.choices), scenePoint.isNull() ? rect.topRight() : scenePoint,
                [this, id, scenePoint, kinds = std::move(offered.kinds)](std::size_t index) {
                    addNext(id, kinds[index], scenePoint);
                });
}

void CanvasCommands::addNext(const std::string& from, const DraggedKind& kind, QPointF scenePoint)
{
    NewBlock block;
    if (!scenePoint.isNull())
        block = rendering::canvas::newBlockAt(m_controller.canvas(), m_controller, kind, scenePoint);
    if (block.change.isEmpty()) {
        const QRectF rect = rendering::canvas::rectOf(m_controller.geometry(), from);
        const QPointF beside(rect.right() + kNextGap + rect.width() / 2, rect.center().y());
        block = rendering::canvas::newBlockIn(m_controller, kind, containerNear(from, kind.kind), beside);
    }
    if (block.target.refusal)
        return m_controller.explain(&*block.target.refusal, m_controller.canvas().toView(placeOfSelection()));
    edit::ChangeSet whole = block.change;
    if (const auto line = rendering::canvas::connectionAfter(m_controller, block.change, from, block.id.text()))
        whole = edit::compose(whole, *line);
    m_controller.commit(whole);
    m_controller.select({block.id.text()});
    m_controller.canvas().ensureVisible(rendering::canvas::rectOf(m_controller.geometry(), block.id.text()));
}

void CanvasCommands::connectTo()
{
    const std::string from = onlySelected();
    if (from.empty()) return;
    BlockChoices targets = connectable(m_controller.document(), m_controller.catalogue(), BlockId(from),
                                       m_controller.session().language());
    openChooser("connect", std::move(targets.choices), placeOfSelection(),
                [this, from, ids = std::move(targets.ids)](std::size_t index) {
                    const auto line = rendering::canvas::connectionBetween(m_controller, from, ids[index].text());
                    if (!line)
                        return m_controller.explain(&line.error(), m_controller.canvas().toView(placeOfSelection()));
                    m_controller.commit(*line);
                });
}

void CanvasCommands::moveInto()
{
    const auto moving = m_controller.selectedBlocks();
    if (moving.empty()) return;
    BlockChoices places =
        containersFor(m_controller.document(), m_controller.catalogue(), moving, m_controller.session().language());
    openChooser("move", std::move(places.choices), placeOfSelection(),
                [this, moving, ids = std::move(places.ids)](std::size_t index) {
                    commit(movedInto(m_controller, moving, ids[index]));
                });
}

void CanvasCommands::wrap()
{
    const auto blocks = m_controller.selectedBlocks();
    KindChoices wrappers;
    for (const KindId& id : edit::wrappersOf(m_controller.document(), m_controller.catalogue(), blocks))
        wrappers.add(*m_controller.catalogue().find(id), m_controller.session().language(), true);
    if (wrappers.kinds.empty()) return;
    openChooser("wrap", std::move(wrappers.choices), placeOfSelection(),
                [this, blocks, kinds = std::move(wrappers.kinds)](std::size_t index) {
                    const auto change = edit::wrapBlocks(m_controller.document(), m_controller.catalogue(), blocks,
                                                         kinds[index].kind, kinds[index].preset);
                    commit(change);
                    if (change) m_controller.select({edit::addedBlock(*change, kinds[index].kind).text()});
                });
}

void CanvasCommands::convert()
{
    const BlockId block(onlySelected());
    KindChoices twins;
    for (const KindId& id : edit::managedTwinsOf(m_controller.document(), m_controller.catalogue(), block))
        twins.add(*m_controller.catalogue().find(id), m_controller.session().language(), true);
    if (twins.kinds.empty()) return;
    openChooser(
        "convert", std::move(twins.choices), placeOfSelection(),
        [this, block, kinds = std::move(twins.kinds)](std::size_t index) {
            commit(edit::convertBlock(m_controller.document(), m_controller.catalogue(), block, kinds[index].kind));
        });
}

void CanvasCommands::unwrap()
{
    const std::string id = onlySelected();
    if (rendering::canvas::isContainer(m_controller, id))
        commit(edit::unwrapBlock(m_controller.document(), m_controller.catalogue(), BlockId(id)));
}

void CanvasCommands::toggleLock()
{
    m_controller.commit(edit::toggleLock(m_controller.document(), m_controller.selectedBlocks()));
}

void CanvasCommands::shrink()
{
    m_controller.commit(
        edit::shrinkContainer(m_controller.document(), m_controller.catalogue(), BlockId(onlySelected())));
}

}  // namespace lintel::app::canvas
