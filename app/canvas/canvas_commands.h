#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/canvas/chooser.h"

#include <QKeySequence>

#include <functional>
#include <vector>

namespace lintel::app::canvas {

class CanvasTyping;
struct KindChoices;

/// What can be done on the canvas without a mouse: add by name, connect, move into another container, wrap, lock. Each
/// asks for what it needs in a Chooser over the canvas.
class CanvasCommands : public QObject {
    Q_OBJECT

public:
    explicit CanvasCommands(CanvasController& controller);

    struct Command {
        const char* id;  ///< its text is `editor.action.<id>`
        QKeySequence shortcut;
        std::function<void()> run;
    };
    const std::vector<Command>& commands() const { return m_commands; }

    /// Offers every kind; what is chosen goes to the pointer, or into what is selected.
    void addByName();
    /// Offers what may come after a block; a null point means: where there is room.
    void offerNext(const std::string& id, QPointF scenePoint);
    void connectTo();
    void moveInto();
    void wrap();
    void unwrap();
    void toggleLock();
    void shrink();
    /// Opens a line for free text on the drawing; nothing typed is no note.
    void addNote();
    /// Offers what AWS runs instead of what one runs oneself.
    void convert();
    Chooser& chooser() { return *m_chooser; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addCommands();
    void openChooser(const char* prompt, std::vector<Chooser::Choice> choices, QPointF scene, Chooser::Chosen chosen);
    void add(const rendering::canvas::DraggedKind& kind);
    void keepNote(const QString& text);
    void addNext(const std::string& from, const rendering::canvas::DraggedKind& kind, QPointF scenePoint);
    model::BlockId containerNear(const std::string& id, const model::KindId& kind) const;
    void commit(const model::Result<model::edit::ChangeSet>& change);
    QPointF placeOfSelection() const;
    std::string onlySelected() const;

    CanvasController& m_controller;
    Chooser* m_chooser;
    CanvasTyping* m_typing;
    std::vector<Command> m_commands;
    QPointF m_noteAt;  ///< where the note that is being written goes
};

}  // namespace lintel::app::canvas
