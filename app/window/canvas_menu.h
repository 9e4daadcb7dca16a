#pragma once

#include "app/window/window_context.h"

#include <QObject>
#include <QPoint>

class QMenu;

namespace lintel::app {

class AnalysisActions;
class DocumentTab;

/// The menu of the right mouse button (or the menu key) on the canvas: first the fixes of what is wrong with the block,
/// shown on the canvas while pointed at, then what can be done to it.
class CanvasMenu : public QObject {
    Q_OBJECT

public:
    CanvasMenu(WindowContext context, AnalysisActions& analyses);

private:
    void watch(DocumentTab* tab);
    void show(DocumentTab& tab, const QPoint& position);
    void addFixes(QMenu& menu, DocumentTab& tab, const std::string& id);

    WindowContext m_context;
    AnalysisActions& m_analyses;
};

}  // namespace lintel::app
