#pragma once

#include "app/analysis/failure_answer.h"
#include "app/analysis/reach_answer.h"
#include "app/window/window_context.h"

#include <QObject>

class QMenu;

namespace lintel::app {

class DocumentTab;
class PanelDocks;

/// The commands that ask something about the design: of what is selected, else in the panel that opens.
class AnalysisActions : public QObject {
    Q_OBJECT

public:
    AnalysisActions(WindowContext context, PanelDocks& panels);

    /// What can be asked about the selection and the element `id`, for the menu on the canvas.
    void fillMenu(QMenu& menu, DocumentTab& tab, const std::string& id);
    void refresh();

private:
    void add(const char* id, const char* panel, const QList<QKeySequence>& shortcuts, std::function<void()> run);
    void askReach(const analysis::ReachQuestion& question);
    void fail(const analysis::Failure& failure);
    void reachSelected();
    void failSelected();
    void addReachEntries(QMenu& menu, DocumentTab& tab, const std::string& id);
    bool isEnd(DocumentTab& tab, const std::string& id) const;
    std::vector<model::BlockId> selected() const;

    WindowContext m_context;
    PanelDocks& m_panels;
};

}  // namespace lintel::app
