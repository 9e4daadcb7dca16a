#include "app/settings/outlined_style.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

namespace lintel::app::settings {

OutlinedStyle::OutlinedStyle(bool dark) : QProxyStyle(QStyleFactory::create("Fusion")), m_isDark(dark) {}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isTextArea = element == PE_Frame && qobject_cast<const QPlainTextEdit*>(widget);
    const bool isField = element == PE_FrameLineEdit || element == PE_IndicatorCheckBox || isTextArea;
    if (!m_isDark || !isField) return;
    const bool isFocused = element != PE_IndicatorCheckBox && (option->state & State_HasFocus);
    outline(option, isFocused, painter);
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (m_isDark && control == CC_SpinBox) outline(option, option->state & State_HasFocus, painter);
}

void OutlinedStyle::outline(const QStyleOption* option, bool isFocused, QPainter* painter) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isFocused ? option->palette.color(QPalette::Highlight) : QColor(0x4b, 0x54, 0x62));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter->restore();
}

}  // namespace lintel::app::settings
