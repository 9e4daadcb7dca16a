#pragma once

#include "app/analysis/panel_context.h"

#include <QWidget>

class QLayout;

namespace lintel::app::analysis {

/// The panel of one analysis: what all of them see of the program, and how they follow its language and colours.
class AnalysisPanel : public QWidget {
    Q_OBJECT

public:
    /// Everything is said anew, in the language that is chosen now.
    virtual void retranslate() = 0;
    void setDark(bool dark);

protected:
    explicit AnalysisPanel(const PanelContext& context, const char* objectName);

    /// Shows the answer as it is now, or that there is none.
    virtual void showAnswer() = 0;
    /// What is asked on the left, in a column of one width in all panels; what is answered on the right.
    void layOut(QLayout& question, QLayout& answer);

    session::DocumentSession& m_session;
    canvas::CanvasController& m_controller;
    const settings::Words& m_words;
    bool m_isDark = false;
};

}  // namespace lintel::app::analysis
