#pragma once

#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

class DocumentTab;
class TourBubble;

/// Five steps through the product itself: draw, type, connect, look at problems, share. Nothing is locked meanwhile; a
/// step that asks for something to be done goes on by itself when it is done. Each newcomer is shown it once.
class Tour : public QObject {
    Q_OBJECT

public:
    explicit Tour(WindowContext context);

    void start();
    /// As soon as a canvas is in sight, unless it was shown before.
    void startWithFirstCanvas();
    void leave();
    bool isRunning() const { return m_step >= 0; }
    int step() const { return m_step; }  ///< from 0; -1 = not running
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void go(int step);
    void showStep();
    void lookWhetherDone();
    QRect target() const;

    WindowContext m_context;
    TourBubble* m_bubble;
    int m_step = -1;
    bool m_isWaiting = false;  ///< for the first canvas
    std::size_t m_blocks = 0;  ///< of the design when the step began
    std::size_t m_connections = 0;
};

}  // namespace lintel::app
