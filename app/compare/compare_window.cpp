#include "app/compare/compare_window.h"

#include "app/compare/change_list.h"
#include "app/compare/wipe_view.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace lintel::app::compare {

namespace {

enum Page { kBothPage, kSidePage, kWipePage };

}  // namespace

CompareWindow::CompareWindow(const model::catalogue::Catalogue& catalogue, const settings::Words& words,
                             const rendering::Theme& theme, Named before, Named after, QWidget* parent)
    : QMainWindow(parent),
      m_catalogue(catalogue),
      m_words(words),
      m_theme(theme),
      m_changes(new ChangeList(words)),
      m_pages(new QStackedWidget),
      m_both(new Canvas),
      m_left(new Canvas),
      m_right(new Canvas),
      m_wipe(new WipeView)
{
    setObjectName("compareWindow");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(words("compare.title", {{"old", before.name.toStdString()}, {"new", after.name.toStdString()}}));
    resize(1280, 800);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_changes);
    splitter->addWidget(buildViews(before, after));
    splitter->setSizes({340, 940});
    setCentralWidget(splitter);
    buildToolBar(before.name + QStringLiteral(" → ") + after.name);
    connect(m_changes, &ChangeList::chosen, this, &CompareWindow::highlight);

    m_job.ask([old = std::move(before.document), now = std::move(after.document),
               &catalogue] { return compare(old, now, catalogue); },
              [this](Comparison comparison) { take(std::move(comparison)); });
}

void CompareWindow::buildToolBar(const QString& names)
{
    auto* bar = addToolBar(m_words("compare.views"));
    bar->setObjectName("compareBar");
    bar->setMovable(false);
    bar->addWidget(new QLabel(QStringLiteral("  ") + names + QStringLiteral("  ")));
    bar->addSeparator();
    auto* modes = new QActionGroup(this);
    const auto addMode = [&](const char* id, int page, int key) {
        QAction* action = bar->addAction(m_words(std::string("compare.") + id));
        action->setObjectName(QStringLiteral("compare-") + QLatin1StringView(id));
        action->setCheckable(true);
        action->setChecked(page == kBothPage);
        action->setShortcut(QKeySequence(key));
        action->setActionGroup(modes);
        connect(action, &QAction::triggered, this, [this, page] { m_pages->setCurrentIndex(page); });
    };
    addMode("both", kBothPage, Qt::Key_1);
    addMode("side-by-side", kSidePage, Qt::Key_2);
    addMode("slider", kWipePage, Qt::Key_3);
    bar->addSeparator();
    const auto addStep = [&](const char* id, int by, int key) {
        QAction* action = bar->addAction(m_words(std::string("compare.") + id));
        action->setObjectName(QStringLiteral("compare-") + QLatin1StringView(id));
        action->setShortcut(QKeySequence(key));
        connect(action, &QAction::triggered, this, [this, by] { m_changes->step(by); });
    };
    addStep("previous", -1, Qt::Key_P);
    addStep("next", 1, Qt::Key_N);
    auto* closing = new QAction(this);
    closing->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(closing, &QAction::triggered, this, &QWidget::close);
    addAction(closing);
}

QWidget* CompareWindow::titled(const QString& title, Canvas* canvas)
{
    auto* widget = new QWidget;
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* label = new QLabel(title);
    label->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(label);
    layout->addWidget(canvas, 1);
    return widget;
}

QWidget* CompareWindow::buildViews(const Named& before, const Named& after)
{
    auto* sides = new QSplitter;
    sides->addWidget(titled(before.name, m_left));
    sides->addWidget(titled(after.name, m_right));
    m_pages->addWidget(m_both);
    m_pages->addWidget(sides);
    m_pages->addWidget(m_wipe);
    for (const auto& [canvas, side] : canvases()) {
        canvas->setTheme(m_theme);
        canvas->setGridVisible(false);
        connect(canvas, &Canvas::viewportChanged, this, [this, canvas = canvas] { follow(*canvas); });
    }
    return m_pages;
}

std::vector<std::pair<CompareWindow::Canvas*, Side>> CompareWindow::canvases() const
{
    return {{m_both, Side::Both},
            {m_left, Side::Before},
            {m_right, Side::After},
            {&m_wipe->before(), Side::Before},
            {&m_wipe->after(), Side::After}};
}

// All show the same part of the design at the same size.
void CompareWindow::follow(Canvas& from)
{
    if (m_isFollowing || !from.isVisible()) return;
    m_isFollowing = true;
    for (const auto& [canvas, side] : canvases())
        if (canvas != &from) canvas->setViewport(from.viewport());
    m_isFollowing = false;
}

void CompareWindow::take(Comparison comparison)
{
    m_comparison = std::move(comparison);
    m_changes->show(*m_comparison);
    draw({});
    m_both->zoomToFit();
    follow(*m_both);
    Q_EMIT ready();
}

void CompareWindow::draw(const std::set<std::string>& highlighted)
{
    for (const auto& [canvas, side] : canvases())
        canvas->setPicture(pictureOf(*m_comparison, side, m_catalogue, m_theme, highlighted));
}

void CompareWindow::highlight(const std::set<std::string>& ids)
{
    if (!m_comparison) return;
    draw(ids);
    for (const auto& [canvas, side] : canvases()) {
        QRectF area;
        for (const std::string& id : ids)
            if (const rendering::Element* element = canvas->picture().find(m_comparison->idOn(side, id)))
                area = area.united(element->bounds);
        // What is gone is seen on the old side only.
        if (!canvas->isVisible() || area.isEmpty()) continue;
        canvas->ensureVisible(area);
        return follow(*canvas);
    }
}

}  // namespace lintel::app::compare
