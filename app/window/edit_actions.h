#pragma once

#include "app/window/window_context.h"
#include "model/edit/operations/copy_elements.h"
#include "rendering/canvas/tools/kind_mime.h"

#include <QObject>

namespace lintel::app {

/// What is done to the selection of the current design, and undo and redo. What was copied may be pasted into any
/// tab.
class EditActions : public QObject {
    Q_OBJECT

public:
    explicit EditActions(WindowContext context);

    /// Puts a block into the selected container, or the nearest one around the selection that may hold it.
    void insert(const rendering::canvas::DraggedKind& kind);
    bool canPaste() const { return !m_clipboard.isEmpty(); }
    /// Undo and redo say which step they take back.
    void refresh();

private:
    void addActions();
    void apply(const model::Result<model::edit::ChangeSet>& change);
    void removeSelected(const char* captionId);
    void copy();
    void paste();
    void duplicate();
    void selectAll();

    WindowContext m_context;
    model::edit::Fragment m_clipboard;
};

}  // namespace lintel::app
