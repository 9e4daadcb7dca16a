#pragma once

#include <QFrame>

#include <functional>

class QIcon;

namespace lintel::app::inspector {

/// A finding as a line of text with its sign; a click, or Space while it has the focus, leads to the problem.
class FindingRow : public QFrame {
    Q_OBJECT

public:
    FindingRow(const QIcon& icon, const QString& text, std::function<void()> run);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::function<void()> m_run;
};

}  // namespace lintel::app::inspector
