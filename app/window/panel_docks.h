#pragma once

#include "app/window/window_context.h"

#include <QMap>
#include <QObject>

#include <functional>

class QDockWidget;
class QMainWindow;
class QMenu;
class QStackedWidget;
class QWidget;

namespace lintel::app {

class DocumentTab;
class HistoryPanel;
class OutlinePanel;

namespace analysis {
class AnalysisPanels;
}
namespace inspector {
class InspectorPanel;
}
namespace palette {
class PalettePanel;
}
namespace problems {
class ProblemsPanel;
}
namespace terraform {
class TerraformPanel;
}

/// The panels around the canvas. The palette is the window's; of the others each design has its own, and the one of
/// the current design is on top. None is seen on the start page.
class PanelDocks : public QObject {
    Q_OBJECT

public:
    PanelDocks(QMainWindow& window, WindowContext context);

    palette::PalettePanel& palette() const { return *m_palette; }
    problems::ProblemsPanel& problems() const;
    inspector::InspectorPanel& inspector() const;
    analysis::AnalysisPanels& analyses() const;

    void retranslate();
    void setDark(bool dark);
    /// Brings a panel to the front: `palette`, `outline`, `inspector`, `history`, `problems`, `terraform`, or that of
    /// an analysis.
    void reveal(const QString& id);
    void fillMenu(QMenu& menu);
    /// Where everything stands; also while the start page hides it.
    QByteArray state() const;
    void restore(const QByteArray& state);

private:
    QDockWidget* addDock(const QString& id, QWidget* content, Qt::DockWidgetArea area);
    /// A dock with a panel per design.
    QDockWidget* addDock(const QString& id, Qt::DockWidgetArea area);
    void arrange();
    void addPanels(DocumentTab* tab);
    void removePanels(DocumentTab* tab);
    void showCurrent();
    void setVisible(bool visible);

    /// The panels of one design.
    struct Panels {
        inspector::InspectorPanel* inspector = nullptr;
        problems::ProblemsPanel* problems = nullptr;
        OutlinePanel* outline = nullptr;
        HistoryPanel* history = nullptr;
        terraform::TerraformPanel* terraform = nullptr;
        analysis::AnalysisPanels* analyses = nullptr;

        QWidget* panel(const QString& id) const;
    };

    QMainWindow& m_window;
    WindowContext m_context;
    palette::PalettePanel* m_palette;
    QMap<QString, QStackedWidget*> m_stacks;  ///< by dock: one panel per design
    QMap<QString, QDockWidget*> m_docks;
    QList<QString> m_order;  ///< of the docks, as menus list them
    QMap<DocumentTab*, Panels> m_panels;
    QByteArray m_state;
    bool m_isVisible = true;
    bool m_isDark = false;
};

}  // namespace lintel::app
