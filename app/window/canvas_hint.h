#pragma once

#include "app/settings/words.h"

#include <QWidget>

namespace lintel::app {

/// What to do first, in the middle of an empty canvas. Lets every click through to the canvas.
class CanvasHint : public QWidget {
    Q_OBJECT

public:
    explicit CanvasHint(QWidget& canvas);

    void retranslate(const settings::Words& words);
    void setDark(bool dark);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QStringList m_lines;
    bool m_isDark = false;
};

}  // namespace lintel::app
