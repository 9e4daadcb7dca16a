#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/settings/words.h"
#include "model/lint/finding.h"

#include <QIcon>
#include <QString>

class QLayout;
class QScrollArea;
class QTreeWidget;
class QWidget;

/// The pieces that panels of analyses are made of.
namespace lintel::app::analysis {

/// The look of a list in a panel.
void styleTree(QTreeWidget& tree);
/// Rows of a list with one column become as high as their text needs in its width.
void wrapRows(QTreeWidget& tree);
/// Rich text of something that is said in passing.
QString mutedText(const QString& text, bool dark);
/// A dot in a colour that says something.
QIcon dotIcon(const QColor& colour);
/// The page in a frame that scrolls it up and down.
QScrollArea* scrolled(QWidget& page);
/// Takes everything out and away; safe while a button in it is being clicked.
void clearLayout(QLayout& layout);
/// Shows on the canvas what the fix would do while it is pointed at or has the focus, and applies it.
QWidget* makeFixButton(const model::lint::Fix& fix, canvas::CanvasController& controller, const settings::Words& words,
                       bool dark);
/// The name of a block, or what it is when it has none; an id that nothing has as it is.
QString nameOf(const std::string& id, const session::DocumentSession& session, const settings::Words& words);

}  // namespace lintel::app::analysis
