#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/inspector/inspector_panel.h"
#include "app/lint_service/lint_service.h"
#include "app/palette/palette_panel.h"
#include "app/problems/problems_panel.h"
#include "app/session/document_session.h"
#include "app/session/recovery_file.h"
#include "app/settings/app_settings.h"
#include "app/start_page/start_page.h"
#include "model/edit/operations/copy_elements.h"

#include <QMainWindow>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace lintel::app {

/// The editor: palette, canvas, inspector and problems around one session.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    session::DocumentSession& session() { return m_session; }
    LintService& lint() { return m_lint; }
    rendering::canvas::CanvasWidget& canvas() { return *m_canvas; }
    canvas::CanvasController& controller() { return *m_controller; }

    /// Opens a design and shows it; a failure is told in a dialog.
    bool openFile(const QString& path);
    void startEmpty();
    void setLanguage(model::text::Language language);
    void setDark(bool dark);
    /// Offers the work an earlier run lost.
    void offerLostWork();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QAction* addAction(QMenu* menu, const QString& text, const char* icon, const QKeySequence& shortcut, std::function<void()> run);
    void buildDocks();
    void buildActions();
    void buildEditMenu();
    void buildArrangeMenu();
    void buildViewMenu();
    void retranslate();
    void updateTitle();
    void showCanvas();
    void showStartPage();
    bool maySwitch();
    bool save();
    bool saveAs();
    void openDialog();
    void tell(const model::Error& error);
    void addChosen(const rendering::canvas::DraggedKind& kind);
    void applyResult(const model::Result<model::edit::ChangeSet>& change);
    void deleteSelection();
    void copySelection();
    void paste();
    void selectAll();
    void contextMenu(const QPoint& position);

    settings::AppSettings m_settings;
    session::DocumentSession m_session;
    session::RecoveryFile m_recovery;
    LintService m_lint;
    rendering::canvas::CanvasWidget* m_canvas;
    canvas::CanvasController* m_controller;
    palette::PalettePanel* m_palette;
    inspector::InspectorPanel* m_inspector;
    problems::ProblemsPanel* m_problems;
    StartPage* m_startPage;
    QStackedWidget* m_pages;
    QDockWidget* m_paletteDock;
    QDockWidget* m_inspectorDock;
    QDockWidget* m_problemsDock;
    QLabel* m_zoom;
    QToolBar* m_toolBar;
    model::edit::Fragment m_clipboard;
};

}  // namespace lintel::app
