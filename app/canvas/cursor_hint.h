#pragma once

#include "model/lint/finding.h"

#include <QLabel>

#include <optional>

namespace lintel::app::canvas {

/// A few words beside the pointer: why something is refused, or what lint would say of it. Lets the mouse through.
class CursorHint : public QLabel {
    Q_OBJECT

public:
    explicit CursorHint(QWidget& canvas);

    /// Why not; shown in the colour of errors. Empty = nothing to say.
    void setRefusal(const QString& text, QPoint at);
    /// Each line with its severity, or none for what gets better.
    using Line = std::pair<std::optional<model::lint::Severity>, QString>;
    void setVerdict(const std::vector<Line>& lines);
    void moveTo(QPoint at);
    void clearAll();
    void setDark(bool dark);

private:
    void compose();

    QString m_refusal;
    QString m_verdict;
    QPoint m_at;
    bool m_isDark = false;
};

}  // namespace lintel::app::canvas
