#include "tests/app/gestures/random_hand.h"

#include "rendering/canvas/tools/kind_mime.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <iterator>

namespace lintel::app::test {

namespace {

constexpr std::size_t kRemembered = 60;

struct Stroke {
    Qt::Key key;
    Qt::KeyboardModifiers modifiers;
};

constexpr auto kCtrl = Qt::ControlModifier;
constexpr auto kShift = Qt::ShiftModifier;
constexpr auto kAlt = Qt::AltModifier;

/// What moves about, answers and gives up.
const Stroke kPlain[] = {
    {Qt::Key_Left, {}},        {Qt::Key_Right, {}},  {Qt::Key_Up, {}},         {Qt::Key_Down, {}},
    {Qt::Key_Left, kShift},    {Qt::Key_Down, kAlt}, {Qt::Key_Right, kAlt},    {Qt::Key_Return, {}},
    {Qt::Key_Escape, {}},      {Qt::Key_Return, {}}, {Qt::Key_Return, kShift}, {Qt::Key_Tab, {}},
    {Qt::Key_Backtab, kShift}, {Qt::Key_Space, {}},  {Qt::Key_Backspace, {}},  {Qt::Key_A, {}},
    {Qt::Key_Slash, {}},       {Qt::Key_Home, {}},   {Qt::Key_Menu, {}},       {Qt::Key_Up, kAlt},
};

/// Commands that change or show the design; those for files are left out.
const Stroke kCommands[] = {
    {Qt::Key_Z, kCtrl},
    {Qt::Key_Z, kCtrl},
    {Qt::Key_Z, kCtrl | kShift},
    {Qt::Key_Y, kCtrl},
    {Qt::Key_X, kCtrl},
    {Qt::Key_C, kCtrl},
    {Qt::Key_V, kCtrl},
    {Qt::Key_V, kCtrl},
    {Qt::Key_D, kCtrl},
    {Qt::Key_A, kCtrl},
    {Qt::Key_Delete, {}},
    {Qt::Key_F2, {}},
    {Qt::Key_G, kCtrl},
    {Qt::Key_G, kCtrl | kShift},
    {Qt::Key_M, kCtrl},
    {Qt::Key_E, kCtrl},
    {Qt::Key_N, kCtrl | kShift},
    {Qt::Key_Return, kCtrl},
    {Qt::Key_L, kCtrl | kShift},
    {Qt::Key_E, kCtrl | kShift},
    {Qt::Key_L, kCtrl},
    {Qt::Key_Left, kCtrl | kShift},
    {Qt::Key_M, kCtrl | kShift},
    {Qt::Key_H, kCtrl | kShift},
    {Qt::Key_F, kCtrl},
    {Qt::Key_R, kCtrl},
    {Qt::Key_J, kCtrl},
    {Qt::Key_0, kCtrl},
    {Qt::Key_1, kCtrl},
    {Qt::Key_2, kCtrl},
    {Qt::Key_I, kCtrl},
    {Qt::Key_T, kCtrl | kShift},
    {Qt::Key_Plus, kCtrl},
    {Qt::Key_Minus, kCtrl},
    {Qt::Key_F1, {}},
};

const char* const kWords[] = {"/rds", "/vpc", "/subnet", "/ec2", "/alb", "api", "/lambda", "x", "/zone", "main 1"};
const char* const kSyllables[] = {"ㄹ", "라", "람", "ㅅ", "서", "섭"};

/// Menus and dialogs run loops of their own; this is how often the hand looks for one.
constexpr int kLookEvery = 3;

}  // namespace

RandomHand::RandomHand(MainWindow& window, std::uint32_t seed) : m_window(window), m_random(seed)
{
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, &RandomHand::answerPopups);
    look->start(kLookEvery);
}

RandomHand::~RandomHand() = default;

void RandomHand::tell(const std::string& what)
{
    ++m_events;
    m_story.push_back(what);
    if (m_story.size() > kRemembered) m_story.pop_front();
}

std::string RandomHand::story() const
{
    std::string story;
    for (const std::string& what : m_story) story += what + "; ";
    return story;
}

void RandomHand::act()
{
    switch (const std::size_t what = below(100)) {
        default:
            if (what < 40)
                move();
            else if (what < 55)
                (m_isDown ? release() : press());
            else if (what < 63)
                click();
            else if (what < 66)
                doubleClick();
            else if (what < 69)
                wheel();
            else if (what < 78)
                key();
            else if (what < 87)
                commandKey();
            else if (what < 91)
                typeWord();
            else if (what < 94)
                compose();
            else if (what < 99)
                carry();
            else
                loseFocus();
    }
}

void RandomHand::rest()
{
    if (m_isDown) release();
    for (int i = 0; i < 3; ++i) send(Qt::Key_Escape, {});
    m_window.canvas().setFocus();
    send(Qt::Key_Escape, {});
}

/// Blocks and lines are where things happen: their middles, edges, corners, and just beside them.
QPointF RandomHand::pointOnSomething()
{
    const auto& geometry = m_window.controller().shownGeometry();
    if (!geometry.routes.empty() && oneIn(5)) {
        const auto& points = geometry.routes[below(geometry.routes.size())].points;
        if (points.size() > 1) return QPointF(points[0].x + points[1].x, points[0].y + points[1].y) / 2;
    }
    if (geometry.blocks.empty()) return {};
    const model::Rect& rect = geometry.blocks[below(geometry.blocks.size())].rect;
    const double fractions[] = {0, 0.5, 1, 0.2, 0.8};
    const double jitter = static_cast<double>(below(9)) - 4;
    return {rect.x + rect.width * fractions[below(5)] + jitter, rect.y + rect.height * fractions[below(5)] + jitter};
}

QPoint RandomHand::somewhere()
{
    const QSize size = m_window.canvas().size();
    const QPoint anywhere(static_cast<int>(below(static_cast<std::size_t>(std::max(1, size.width())))),
                          static_cast<int>(below(static_cast<std::size_t>(std::max(1, size.height())))));
    if (oneIn(4)) return anywhere;
    const QPoint at = m_window.canvas().toView(pointOnSomething()).toPoint();
    return QRect(QPoint(), size).contains(at) ? at : anywhere;
}

QPoint RandomHand::inWindow(QPoint onCanvas) { return m_window.canvas().mapTo(&m_window, onCanvas); }

Qt::KeyboardModifiers RandomHand::someModifiers()
{
    const Qt::KeyboardModifiers some[] = {{}, {}, {}, {}, kShift, kCtrl, kAlt, kCtrl | kShift};
    return some[below(std::size(some))];
}

void RandomHand::move()
{
    const QPoint at = somewhere();
    tell("move " + std::to_string(at.x()) + "," + std::to_string(at.y()));
    QTest::mouseEvent(QTest::MouseMove, m_window.windowHandle(), Qt::NoButton,
                      m_isDown ? someModifiers() : Qt::KeyboardModifiers(), inWindow(at));
}

void RandomHand::press()
{
    const QPoint at = somewhere();
    tell("press " + std::to_string(at.x()) + "," + std::to_string(at.y()));
    m_isDown = true;
    QTest::mouseMove(m_window.windowHandle(), inWindow(at));
    QTest::mousePress(m_window.windowHandle(), Qt::LeftButton, someModifiers(), inWindow(at));
}

void RandomHand::release()
{
    const QPoint at = somewhere();
    tell("release " + std::to_string(at.x()) + "," + std::to_string(at.y()));
    m_isDown = false;
    QTest::mouseRelease(m_window.windowHandle(), Qt::LeftButton, someModifiers(), inWindow(at));
}

void RandomHand::click()
{
    const QPoint at = somewhere();
    const Qt::MouseButton button = oneIn(5) ? Qt::RightButton : oneIn(8) ? Qt::MiddleButton : Qt::LeftButton;
    tell("click " + std::to_string(button) + " " + std::to_string(at.x()) + "," + std::to_string(at.y()));
    if (button == Qt::LeftButton) m_isDown = false;
    QTest::mouseClick(m_window.windowHandle(), button, someModifiers(), inWindow(at));
}

void RandomHand::doubleClick()
{
    const QPoint at = somewhere();
    tell("double click " + std::to_string(at.x()) + "," + std::to_string(at.y()));
    m_isDown = false;
    QTest::mouseDClick(m_window.windowHandle(), Qt::LeftButton, {}, inWindow(at));
}

void RandomHand::wheel()
{
    tell("wheel");
    auto& canvas = m_window.canvas();
    const QPointF at(somewhere());
    const int turn = 120 * (static_cast<int>(below(5)) - 2);
    QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, turn}, Qt::NoButton, someModifiers(), Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&canvas, &event);
}

void RandomHand::send(Qt::Key code, Qt::KeyboardModifiers modifiers)
{
    if (!QApplication::activeWindow()) m_window.activateWindow();
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus && m_window.isAncestorOf(focus) ? focus : &m_window.canvas(), code, modifiers);
}

void RandomHand::key()
{
    const Stroke& stroke = kPlain[below(std::size(kPlain))];
    tell("key " + QKeySequence(stroke.modifiers | stroke.key).toString().toStdString());
    send(stroke.key, stroke.modifiers);
}

void RandomHand::commandKey()
{
    const Stroke& stroke = kCommands[below(std::size(kCommands))];
    tell("key " + QKeySequence(stroke.modifiers | stroke.key).toString().toStdString());
    // Mostly where people press it; else wherever the focus happens to be.
    if (!oneIn(4)) m_window.canvas().setFocus();
    send(stroke.key, stroke.modifiers);
}

void RandomHand::typeWord()
{
    const char* word = kWords[below(std::size(kWords))];
    tell(std::string("type ") + word);
    if (oneIn(2)) m_window.canvas().setFocus();
    for (const char* letter = word; *letter; ++letter) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus && m_window.isAncestorOf(focus) ? focus : &m_window.canvas(), *letter);
    }
    if (!oneIn(3)) send(Qt::Key_Return, {});
}

void RandomHand::compose()
{
    const bool isDone = oneIn(2);
    const char* syllable = kSyllables[below(std::size(kSyllables))];
    tell(std::string(isDone ? "commit " : "compose ") + syllable);
    QInputMethodEvent event(isDone ? QString() : QString::fromUtf8(syllable), {});
    if (isDone) event.setCommitString(QString::fromUtf8(syllable));
    QWidget* focus = QApplication::focusWidget();
    if (focus && m_window.isAncestorOf(focus)) QApplication::sendEvent(focus, &event);
}

void RandomHand::carry()
{
    const auto& kinds = m_window.controller().catalogue().kinds();
    const auto& kind = kinds[below(kinds.size())];
    tell("carry " + kind.id.text());
    auto& canvas = m_window.canvas();
    const std::unique_ptr<QMimeData> data(rendering::canvas::toMimeData({kind.id, {}}));
    QDragEnterEvent enter(somewhere(), Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(&canvas, &enter);
    QPoint at = somewhere();
    bool isAccepted = false;
    for (std::size_t i = below(3) + 1; i > 0; --i) {
        at = somewhere();
        QDragMoveEvent over(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&canvas, &over);
        isAccepted = over.isAccepted();
    }
    if (!isAccepted || oneIn(4)) {
        QDragLeaveEvent leave;
        QApplication::sendEvent(&canvas, &leave);
    } else {
        QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(&canvas, &drop);
    }
}

void RandomHand::loseFocus()
{
    tell("lose the focus, resize");
    m_window.canvas().clearFocus();
    m_window.resize(1100 + static_cast<int>(below(300)), 800 + static_cast<int>(below(200)));
}

/// Runs within the loop of a menu or a dialog too, and so ends it.
void RandomHand::answerPopups()
{
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
        const bool takesIt = oneIn(2);
        tell(takesIt ? "take from menu" : "close menu");
        for (std::size_t i = below(6) + 1; takesIt && i > 0; --i) QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, takesIt ? Qt::Key_Return : Qt::Key_Escape);
        if (menu->isVisible()) menu->close();
    } else if (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
    } else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
        tell("reject " + dialog->objectName().toStdString());
        dialog->reject();
    }
}

}  // namespace lintel::app::test
