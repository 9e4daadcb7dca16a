#include "app/tour/tour.h"

#include "app/tour/tour_bubble.h"
#include "app/window/action_set.h"
#include "app/window/workspace.h"

#include <QEvent>
#include <QTimer>
#include <QToolBar>

namespace lintel::app {

namespace {

enum class Wish { Block, Connection, Nothing };

/// What a step is about: its texts are `editor.tour.<id>` and `editor.tour.<id>-text`.
struct Step {
    const char* id;
    const char* target;  ///< name of a widget; of an action, it means its button
    Wish wish = Wish::Nothing;
};

constexpr Step kSteps[] = {{"draw", "paletteDock", Wish::Block},
                           {"type", "canvas", Wish::Block},
                           {"connect", "canvas", Wish::Connection},
                           {"problems", "problemsDock"},
                           {"share", "export"}};
constexpr int kCount = static_cast<int>(std::size(kSteps));

}  // namespace

Tour::Tour(WindowContext context)
    : QObject(&context.window), m_context(context), m_bubble(new TourBubble(context.window))
{
    context.actions.add({"tour"}, [this] { start(); });
    context.window.installEventFilter(this);
    connect(m_bubble, &TourBubble::left, this, &Tour::leave);
    connect(m_bubble, &TourBubble::backClicked, this, [this] { go(m_step - 1); });
    connect(m_bubble, &TourBubble::nextClicked, this, [this] { go(m_step + 1); });
    connect(&context.workspace, &Workspace::currentChanged, this, [this] {
        if (m_context.workspace.isOnStartPage()) return leave();
        if (m_isWaiting) return start();
        if (isRunning()) go(m_step);
    });
    const auto follow = [this](DocumentTab* tab) {
        connect(&tab->session(), &session::DocumentSession::changed, this, &Tour::lookWhetherDone);
    };
    for (DocumentTab* tab : context.workspace.tabs()) follow(tab);
    connect(&context.workspace, &Workspace::tabAdded, this, follow);
}

void Tour::startWithFirstCanvas()
{
    if (m_context.settings.hasSeenTour()) return;
    m_isWaiting = true;
    if (!m_context.workspace.isOnStartPage()) start();
}

void Tour::start()
{
    m_isWaiting = false;
    m_context.settings.setSeenTour(true);
    if (m_context.workspace.isOnStartPage()) m_context.workspace.showCanvas();
    go(0);
}

void Tour::leave()
{
    m_step = -1;
    m_bubble->leave();
}

void Tour::go(int step)
{
    if (step >= kCount || step < 0) return leave();
    m_step = step;
    const model::Document& document = m_context.workspace.current().session().document();
    m_blocks = document.blocks.size();
    m_connections = document.connections.size();
    // Later: panels that come with the canvas find their places first.
    QTimer::singleShot(0, this, &Tour::showStep);
}

QRect Tour::target() const
{
    const Step& step = kSteps[m_step];
    QWidget* target = nullptr;
    if (QAction* action = m_context.actions.find(step.target))
        if (auto* bar = m_context.window.findChild<QToolBar*>("toolBar")) target = bar->widgetForAction(action);
    if (!target && QLatin1String(step.target) == "canvas") target = &m_context.workspace.current().canvas();
    if (!target) target = m_context.window.findChild<QWidget*>(step.target);
    if (!target || !target->isVisible()) target = &m_context.workspace.current();
    return {target->mapTo(&m_context.window, QPoint()), target->size()};
}

void Tour::showStep()
{
    if (!isRunning()) return;
    const settings::Words& words = m_context.words;
    const std::string id = std::string("tour.") + kSteps[m_step].id;
    const bool isLast = m_step + 1 == kCount;
    m_bubble->show({words(id), words(id + "-text"), QStringLiteral("%1 / %2").arg(m_step + 1).arg(kCount),
                    words("tour.back"), words(isLast ? "tour.finish" : "tour.next"), words("tour.leave")},
                   target(), m_step > 0);
}

void Tour::lookWhetherDone()
{
    if (!isRunning()) return;
    const model::Document& document = m_context.workspace.current().session().document();
    const Wish wish = kSteps[m_step].wish;
    const bool isDone = (wish == Wish::Block && document.blocks.size() > m_blocks) ||
                        (wish == Wish::Connection && document.connections.size() > m_connections);
    if (isDone) go(m_step + 1);
}

void Tour::retranslate()
{
    if (isRunning()) showStep();
}

bool Tour::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isRunning())
        QTimer::singleShot(0, this, [this] {
            if (isRunning()) m_bubble->moveTo(target());
        });
    return QObject::eventFilter(watched, event);
}

}  // namespace lintel::app
