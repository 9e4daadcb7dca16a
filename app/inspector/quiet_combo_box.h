#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace lintel::app::inspector {

/// A choice that the wheel does not change while it only passes by on the way down the page.
class QuietComboBox : public QComboBox {
public:
    explicit QuietComboBox(QWidget* parent = nullptr) : QComboBox(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        setMinimumContentsLength(6);
    }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace lintel::app::inspector
