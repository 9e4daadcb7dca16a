#pragma once

#include "app/settings/words.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace lintel::app {

/// A line above the canvas that tells what happened without stopping anybody, with buttons for what to do about it.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    struct Choice {
        std::string textId;  ///< `editor.<textId>`
        std::function<void()> run;
    };
    struct Notice {
        std::string textId;
        QString detail;  ///< a text of its own, such as an error; may be empty
        std::vector<Choice> choices;
    };

    explicit NoticeBar(QWidget* parent = nullptr);

    /// One without a text takes away what was told before.
    void tell(Notice notice, const settings::Words& words);
    void retranslate(const settings::Words& words);

private:
    Notice m_notice;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
    QToolButton* m_close;
};

}  // namespace lintel::app
