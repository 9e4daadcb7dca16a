#pragma once

#include <QFrame>

#include <functional>
#include <string>
#include <vector>

class QLineEdit;
class QListWidget;

namespace lintel::app::canvas {

/// A line to type in and the few things that fit what was typed, over the canvas. Enter or a click takes one, Escape or
/// a click elsewhere none.
class Chooser : public QFrame {
    Q_OBJECT

public:
    struct Choice {
        std::string kind;  ///< whose icon to show; empty = none
        QString title;
        QString detail;         ///< muted, behind the title
        QString words;          ///< what people may type, lower case, one per line; titles count anyway
        bool isOffered = true;  ///< also shown before anything is typed
    };
    using Chosen = std::function<void(std::size_t)>;

    explicit Chooser(QWidget& canvas);

    /// Near `at`, kept inside the canvas. `chosen` gets the index into `choices`, at most once.
    void open(const QString& prompt, std::vector<Choice> choices, QPoint at, Chosen chosen);
    /// In the middle below the top, ready to be typed in: for what is asked of the whole design.
    void openOnTop(const QString& prompt, std::vector<Choice> choices, Chosen chosen);
    bool isOpen() const { return isVisible(); }
    void giveUp();
    QLineEdit& line() { return *m_line; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void take();
    bool step(int by);

    QLineEdit* m_line;
    QListWidget* m_list;
    std::vector<Choice> m_choices;
    Chosen m_chosen;
};

/// How well typed text fits a choice: 0 = not at all, more is better.
int fitOf(const Chooser::Choice& choice, const QString& typed);

}  // namespace lintel::app::canvas
