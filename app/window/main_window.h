#pragma once

#include "app/settings/app_settings.h"
#include "app/window/action_set.h"
#include "app/window/workspace.h"

#include <QMainWindow>

namespace lintel::app {

class AnalysisActions;
class ArrangeActions;
class EditActions;
class FieldActions;
class FileActions;
class LastDesigns;
class LayerActions;
class Menus;
class PanelDocks;
class StatusLine;
class Tour;
class ViewActions;

/// The editor's window: designs in tabs with panels around them. Each concern has its own file in this folder; here
/// they are put together, and follow the current design, the language and the theme.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// With the built-in kinds.
    explicit MainWindow(QWidget* parent = nullptr);
    /// With kinds of the user's own as well. Both outlive the window.
    MainWindow(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Of the current design.
    session::DocumentSession& session() { return m_workspace->current().session(); }
    LintService& lint() { return m_workspace->current().lint(); }
    rendering::canvas::CanvasWidget& canvas() { return m_workspace->current().canvas(); }
    canvas::CanvasController& controller() { return m_workspace->current().controller(); }

    Workspace& workspace() { return *m_workspace; }
    ActionSet& actions() { return *m_actions; }
    FileActions& files() { return *m_files; }
    PanelDocks& panels() { return *m_panels; }
    const settings::Words& words() const { return m_words; }

    /// Opens a design and shows it; a failure is told in a dialog.
    bool openFile(const QString& path);
    void startEmpty();
    /// From now on, and remembered.
    void setLanguage(model::text::Language language);
    /// For this run only.
    void speak(model::text::Language language);
    void setDark(bool dark);
    void tell(const model::Error& error);
    /// Opens what was open at the end of the last run.
    void restoreDesigns();
    /// Offers the work an earlier run lost.
    void offerLostWork();
    /// Shows newcomers around as soon as they have a canvas before them; those who have seen it are left alone.
    void welcome();
    Tour& tour() { return *m_tour; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeParts();
    void connectParts();
    void follow(DocumentTab* tab);
    void retranslate();
    void refresh();

    settings::AppSettings m_settings;
    settings::Words m_words;
    Workspace* m_workspace;
    ActionSet* m_actions;
    FileActions* m_files = nullptr;
    FieldActions* m_fields = nullptr;
    LastDesigns* m_lastDesigns = nullptr;
    EditActions* m_edits = nullptr;
    ArrangeActions* m_arranging = nullptr;
    AnalysisActions* m_analyses = nullptr;
    ViewActions* m_views = nullptr;
    LayerActions* m_layers = nullptr;
    Menus* m_menus = nullptr;
    PanelDocks* m_panels = nullptr;
    StatusLine* m_status = nullptr;
    Tour* m_tour = nullptr;
};

}  // namespace lintel::app
