#pragma once

#include "model/text/language.h"

#include <QColor>
#include <QIcon>
#include <QString>

class QApplication;

namespace lintel::app::settings {

/// Colours the widgets to go with the canvas theme.
void applyWidgetTheme(QApplication& application, bool dark);
/// Installs or takes away the widgets' translation; windows get a LanguageChange event.
void applyWidgetLanguage(QApplication& application, model::text::Language language);

/// A toolbar symbol of resources/icons/ui in the text colour of the theme.
QIcon symbolIcon(const QString& name, bool dark);
QIcon symbolIcon(const QString& name, const QColor& colour);
/// A kind's picture.
QIcon kindIcon(const std::string& kind);

}  // namespace lintel::app::settings
