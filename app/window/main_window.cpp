#include "app/window/main_window.h"

#include "app/palette/palette_panel.h"
#include "app/settings/appearance.h"
#include "app/settings/icon_pack_setting.h"
#include "app/tour/tour.h"
#include "app/window/analysis_actions.h"
#include "app/window/arrange_actions.h"
#include "app/window/canvas_menu.h"
#include "app/window/compare_actions.h"
#include "app/window/dialogs.h"
#include "app/window/edit_actions.h"
#include "app/window/export_actions.h"
#include "app/window/field_actions.h"
#include "app/window/file_actions.h"
#include "app/window/help_actions.h"
#include "app/window/last_designs.h"
#include "app/window/layer_actions.h"
#include "app/window/menus.h"
#include "app/window/panel_docks.h"
#include "app/window/print_actions.h"
#include "app/window/search_actions.h"
#include "app/window/status_line.h"
#include "app/window/view_actions.h"
#include "model/embedded/embedded.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

namespace lintel::app {

MainWindow::MainWindow(QWidget* parent) : MainWindow(model::embedded::catalogue(), model::embedded::messages(), parent)
{
}

MainWindow::MainWindow(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                       QWidget* parent)
    : QMainWindow(parent),
      m_words(messages),
      m_workspace(new Workspace(catalogue, messages, m_words)),
      m_actions(new ActionSet(*this))
{
    setObjectName("mainWindow");
    setAcceptDrops(true);
    resize(1440, 900);
    setCentralWidget(m_workspace);
    makeParts();
    connectParts();
    settings::applyIconPack(m_settings);
    settings::applyWidgetTheme(*qApp, m_settings.isDark());
    m_workspace->setDark(m_settings.isDark());
    m_panels->setDark(m_settings.isDark());
    speak(m_settings.language());
    m_workspace->startPage().setRecentFiles(m_settings.recentFiles());
    restoreGeometry(m_settings.windowState("geometry"));
    m_workspace->showStartPage();
    m_panels->restore(m_settings.windowState("panels"));
    m_lastDesigns->follow();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeParts()
{
    const WindowContext context{*this, *m_workspace, *m_actions, m_settings, m_words};
    const ViewActions::Look look{[this](model::text::Language language) { setLanguage(language); },
                                 [this](bool dark) { setDark(dark); }};
    m_files = new FileActions(context);
    m_lastDesigns = new LastDesigns(context, *m_files);
    new ExportActions(context);
    new PrintActions(context);
    new CompareActions(context);
    m_edits = new EditActions(context);
    new SearchActions(context, *m_edits);
    m_arranging = new ArrangeActions(context);
    m_views = new ViewActions(context, look);
    m_layers = new LayerActions(context);
    new HelpActions(context, look);
    m_panels = new PanelDocks(*this, context);
    m_fields = new FieldActions(context, *m_panels);
    m_analyses = new AnalysisActions(context, *m_panels);
    m_tour = new Tour(context);
    m_menus = new Menus(*this, context);
    m_status = new StatusLine(*statusBar(), context);
    new CanvasMenu(context, *m_analyses);
}

void MainWindow::connectParts()
{
    connect(m_workspace, &Workspace::tabAdded, this, &MainWindow::follow);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::refresh);
    for (DocumentTab* tab : m_workspace->tabs()) follow(tab);
    connect(m_status, &StatusLine::problemsClicked, m_panels, [this] { m_panels->reveal("problems"); });
    // Whatever hangs on the pointer is given up for what is put in right away.
    connect(&m_panels->palette(), &palette::PalettePanel::chosen, this, [this] { controller().letGo(); });
    connect(&m_panels->palette(), &palette::PalettePanel::chosen, m_edits, &EditActions::insert);
    connect(&m_panels->palette(), &palette::PalettePanel::held, this,
            [this](const rendering::canvas::DraggedKind& kind) { controller().hold(kind); });
    StartPage& startPage = m_workspace->startPage();
    connect(&startPage, &StartPage::emptyChosen, m_files, &FileActions::startEmpty);
    connect(&startPage, &StartPage::openChosen, m_actions->find("open"), &QAction::trigger);
    connect(&startPage, &StartPage::fileChosen, m_files, &FileActions::open);
    connect(&startPage, &StartPage::templateChosen, m_files, &FileActions::startFromTemplate);
    connect(&m_menus->menu("recent"), &QMenu::aboutToShow, this,
            [this] { m_files->fillRecentMenu(m_menus->menu("recent")); });
    connect(&m_menus->menu("panels"), &QMenu::aboutToShow, this,
            [this] { m_panels->fillMenu(m_menus->menu("panels")); });
}

void MainWindow::follow(DocumentTab* tab)
{
    const auto refreshCurrent = [this, tab] {
        if (tab == &m_workspace->current()) refresh();
    };
    connect(&tab->session(), &session::DocumentSession::changed, this, refreshCurrent);
    connect(&tab->session(), &session::DocumentSession::selectionChanged, this, refreshCurrent);
    connect(&tab->lint(), &LintService::findingsChanged, this, refreshCurrent);
    connect(&tab->canvas(), &rendering::canvas::CanvasWidget::viewportChanged, m_status, &StatusLine::refresh);
}

void MainWindow::refresh()
{
    m_edits->refresh();
    m_arranging->refresh();
    m_analyses->refresh();
    m_views->refresh();
    m_layers->refresh();
    m_fields->refresh();
    m_status->refresh();
    const bool isDrawing = !m_workspace->isOnStartPage();
    for (const char* id : {"save", "save-as", "export", "copy-picture", "print", "close", "find"})
        m_actions->find(id)->setEnabled(isDrawing);
    setWindowTitle(isDrawing ? session().displayName() + "[*] — Lintel" : QStringLiteral("Lintel"));
    setWindowModified(isDrawing && session().isModified());
}

void MainWindow::setLanguage(model::text::Language language)
{
    m_settings.setLanguage(language);
    speak(language);
}

void MainWindow::speak(model::text::Language language)
{
    m_words.setLanguage(language);
    settings::applyWidgetLanguage(*qApp, language);
    retranslate();
}

void MainWindow::setDark(bool dark)
{
    m_settings.setDark(dark);
    settings::applyWidgetTheme(*qApp, dark);
    m_workspace->setDark(dark);
    m_panels->setDark(dark);
    retranslate();
}

void MainWindow::retranslate()
{
    m_actions->refresh(m_words, m_settings.isDark());
    m_menus->retranslate();
    m_workspace->retranslate();
    m_panels->retranslate();
    m_status->retranslate();
    m_tour->retranslate();
    refresh();
}

bool MainWindow::openFile(const QString& path) { return m_files->open(path); }
void MainWindow::startEmpty() { m_files->startEmpty(); }
void MainWindow::tell(const model::Error& error)
{
    dialogs::tellError(*this, m_words, "dialog.cannot-read-kinds", error);
}
void MainWindow::restoreDesigns() { m_lastDesigns->restore(); }
void MainWindow::offerLostWork() { m_files->offerLostWork(); }
void MainWindow::welcome() { m_tour->startWithFirstCanvas(); }

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayCloseAll()) return event->ignore();
    m_lastDesigns->remember();
    m_settings.setWindowState("geometry", saveGeometry());
    m_settings.setWindowState("panels", m_panels->state());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) openFile(url.toLocalFile());
}

}  // namespace lintel::app
