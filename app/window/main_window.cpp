#include "app/window/main_window.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/embedded/embedded.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>

namespace lintel::app {

using namespace model;

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent), m_session(embedded::catalogue(), embedded::messages()),
      m_recovery(m_session, session::RecoveryFile::defaultPath()), m_lint(m_session),
      m_canvas(new rendering::canvas::CanvasWidget), m_controller(new canvas::CanvasController(m_session, m_lint, *m_canvas)),
      m_palette(new palette::PalettePanel(m_session.catalogue(), m_session.messages())),
      m_inspector(new inspector::InspectorPanel(m_session)), m_problems(new problems::ProblemsPanel(m_session, m_lint)),
      m_startPage(new StartPage(m_session.catalogue())), m_pages(new QStackedWidget), m_paletteDock(new QDockWidget),
      m_inspectorDock(new QDockWidget), m_problemsDock(new QDockWidget), m_zoom(new QLabel), m_toolBar(nullptr)
{
    setObjectName("mainWindow");
    setAcceptDrops(true);
    resize(1440, 900);
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_canvas);
    setCentralWidget(m_pages);
    buildDocks();
    statusBar()->addPermanentWidget(m_zoom);

    connect(&m_session, &session::DocumentSession::changed, this, &MainWindow::updateTitle);
    connect(m_canvas, &rendering::canvas::CanvasWidget::viewportChanged, this, [this] {
        m_zoom->setText(QString::number(qRound(m_canvas->zoom() * 100)) + " %");
    });
    connect(m_problems, &problems::ProblemsPanel::shown, m_controller, &canvas::CanvasController::highlight);
    connect(m_palette, &palette::PalettePanel::chosen, this, &MainWindow::addChosen);
    connect(m_startPage, &StartPage::emptyChosen, this, &MainWindow::startEmpty);
    connect(m_startPage, &StartPage::openChosen, this, &MainWindow::openDialog);
    connect(m_startPage, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_startPage, &StartPage::templateChosen, this, [this](const std::string& name) {
        for (const embedded::Template& design : embedded::templates()) {
            if (design.name != name || !maySwitch()) continue;
            const auto started = m_session.startFrom(design.text, toQString(name) + ".lintel.yaml");
            if (!started) return tell(started.error());
            showCanvas();
        }
    });
    m_canvas->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_canvas, &QWidget::customContextMenuRequested, this, &MainWindow::contextMenu);
    setLanguage(m_settings.language());
    setDark(m_settings.isDark());
    showStartPage();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildDocks()
{
    const auto dock = [this](QDockWidget* widget, QWidget* content, const char* name, Qt::DockWidgetArea area) {
        widget->setObjectName(name);
        widget->setWidget(content);
        addDockWidget(area, widget);
    };
    dock(m_paletteDock, m_palette, "paletteDock", Qt::LeftDockWidgetArea);
    dock(m_inspectorDock, m_inspector, "inspectorDock", Qt::RightDockWidgetArea);
    dock(m_problemsDock, m_problems, "problemsDock", Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_paletteDock, m_inspectorDock}, {250, 310}, Qt::Horizontal);
    resizeDocks({m_problemsDock}, {190}, Qt::Vertical);
}

void MainWindow::setLanguage(text::Language language)
{
    m_settings.setLanguage(language);
    m_session.setLanguage(language);
    settings::applyWidgetLanguage(*qApp, language);
    retranslate();
}

void MainWindow::setDark(bool dark)
{
    m_settings.setDark(dark);
    settings::applyWidgetTheme(*qApp, dark);
    m_controller->setTheme(dark ? rendering::Theme::dark() : rendering::Theme::light());
    retranslate();
}

void MainWindow::retranslate()
{
    m_paletteDock->setWindowTitle(tr("Blocks"));
    m_inspectorDock->setWindowTitle(tr("Properties"));
    m_problemsDock->setWindowTitle(tr("Problems"));
    buildActions();
    m_palette->setLanguage(m_session.language());
    m_inspector->rebuild();
    m_problems->refresh();
    if (m_pages->currentWidget() == m_startPage)
        m_startPage->show(m_session.language(), m_settings.isDark(), m_settings.recentFiles());
    updateTitle();
}

void MainWindow::updateTitle()
{
    setWindowTitle(m_session.displayName() + "[*] - Lintel");
    setWindowModified(m_session.isModified());
}

void MainWindow::showCanvas()
{
    m_pages->setCurrentWidget(m_canvas);
    for (QDockWidget* dock : {m_paletteDock, m_inspectorDock, m_problemsDock}) dock->show();
    m_canvas->setFocus();
    if (m_canvas->picture().isEmpty()) m_canvas->zoomToActualSize();
    else m_canvas->zoomToFit();
}

void MainWindow::showStartPage()
{
    for (QDockWidget* dock : {m_paletteDock, m_inspectorDock, m_problemsDock}) dock->hide();
    m_pages->setCurrentWidget(m_startPage);
    m_startPage->show(m_session.language(), m_settings.isDark(), m_settings.recentFiles());
}

void MainWindow::tell(const Error& error) { QMessageBox::warning(this, "Lintel", m_session.textOf(error)); }

bool MainWindow::maySwitch()
{
    if (!m_session.isModified()) return true;
    const auto answer = QMessageBox::question(this, "Lintel", tr("Save the changes to %1?").arg(m_session.displayName()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Cancel) return false;
    if (answer == QMessageBox::Save) return save();
    m_recovery.discard();
    return true;
}

bool MainWindow::openFile(const QString& path)
{
    if (!maySwitch()) return false;
    const auto opened = m_session.open(path);
    if (!opened) {
        tell(opened.error());
        return false;
    }
    m_settings.addRecentFile(path);
    showCanvas();
    return true;
}

void MainWindow::startEmpty()
{
    if (!maySwitch()) return;
    m_session.startEmpty();
    showCanvas();
}

void MainWindow::openDialog()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open"), {}, tr("Lintel designs (*.lintel.yaml *.yaml)"));
    if (!path.isEmpty()) openFile(path);
}

bool MainWindow::save()
{
    if (m_session.path().isEmpty()) return saveAs();
    const auto saved = m_session.save();
    if (!saved) tell(saved.error());
    return saved.hasValue();
}

bool MainWindow::saveAs()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save as"), m_session.displayName(), tr("Lintel designs (*.lintel.yaml)"));
    if (path.isEmpty()) return false;
    if (!path.endsWith(".yaml")) path += ".lintel.yaml";
    const auto saved = m_session.saveAs(path);
    if (!saved) tell(saved.error());
    else m_settings.addRecentFile(path);
    return saved.hasValue();
}

void MainWindow::offerLostWork()
{
    const auto lost = m_recovery.lostWork();
    if (!lost) return;
    const auto answer = QMessageBox::question(this, "Lintel", tr("Lintel ended unexpectedly last time. Restore the unsaved design?"));
    if (answer == QMessageBox::Yes) {
        const auto started = m_session.startFrom(*lost, tr("Recovered design"));
        if (!started) return tell(started.error());
        showCanvas();
    } else {
        m_recovery.discard();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!maySwitch()) return event->ignore();
    m_recovery.discard();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.front().isLocalFile()) openFile(urls.front().toLocalFile());
}

}  // namespace lintel::app
