#pragma once

#include "app/window/main_window.h"

#include <QObject>
#include <QPoint>

#include <cstdint>
#include <deque>
#include <random>
#include <string>

class QMimeData;

namespace lintel::app::test {

/// Somebody who knows nothing about the program and presses everything: seeded random mouse, keyboard, wheel, drop and
/// input method events at the current design of a window. Menus and dialogs that come up are answered as well, so that
/// none of them stops it. The same seed does the same.
class RandomHand : public QObject {
    Q_OBJECT

public:
    RandomHand(MainWindow& window, std::uint32_t seed);
    ~RandomHand() override;

    /// One event, or the few that make a click or a word.
    void act();
    /// Lets go of the button and gives up whatever is begun.
    void rest();

    int events() const { return m_events; }
    bool isDragging() const { return m_isDown; }
    /// What it did last, the newest at the end: for whoever reads a failure.
    std::string story() const;

private:
    void move();
    void press();
    void release();
    void click();
    void doubleClick();
    void wheel();
    void key();
    void commandKey();
    void typeWord();
    void compose();
    void carry();
    void loseFocus();
    void answerPopups();
    void send(Qt::Key key, Qt::KeyboardModifiers modifiers);
    void tell(const std::string& what);

    QPoint somewhere();
    QPointF pointOnSomething();
    QPoint inWindow(QPoint onCanvas);
    Qt::KeyboardModifiers someModifiers();
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    bool oneIn(std::size_t chances) { return below(chances) == 0; }

    MainWindow& m_window;
    std::mt19937 m_random;
    std::deque<std::string> m_story;
    int m_events = 0;
    bool m_isDown = false;
};

}  // namespace lintel::app::test
