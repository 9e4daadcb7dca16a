#pragma once

#include <QProxyStyle>

namespace lintel::app::settings {

/// Fusion with fields and tick boxes that can be seen on a dark ground: their own outline is darker than the window.
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit OutlinedStyle(bool dark);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;

private:
    void outline(const QStyleOption* option, bool isFocused, QPainter* painter) const;

    bool m_isDark;
};

}  // namespace lintel::app::settings
