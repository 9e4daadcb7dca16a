#pragma once

#include <QFrame>
#include <QRect>

class QLabel;
class QPushButton;

namespace lintel::app {

/// One step of the tour: a ring around what it is about, a few words beside it, and buttons. Work goes on beneath.
class TourBubble : public QFrame {
    Q_OBJECT

public:
    struct Texts {
        QString title;
        QString text;
        QString count;  ///< which step of how many
        QString back;
        QString next;
        QString leave;
    };

    explicit TourBubble(QWidget& window);
    ~TourBubble() override;

    /// `target` in the window's coordinates. `hasBack`: there is a step before this one.
    void show(const Texts& texts, const QRect& target, bool hasBack);
    void moveTo(const QRect& target);
    void leave();

Q_SIGNALS:
    void backClicked();
    void nextClicked();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Ring;
    Ring* m_ring;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_count;
    QPushButton* m_back;
    QPushButton* m_next;
    QPushButton* m_leave;
};

}  // namespace lintel::app
