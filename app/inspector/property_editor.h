#pragma once

#include "model/catalogue/property.h"
#include "model/document/document.h"
#include "model/text/language.h"

#include <QWidget>

#include <functional>

namespace lintel::app::inspector {

/// What an editor needs to know besides the property.
struct EditorContext {
    const model::Document& document;   ///< read while the editor is made
    model::text::Language language;
};

using ValueChosen = std::function<void(model::Value)>;

/// A widget for one value of a property's type; `chosen` is called once per finished edit, with null for
/// "not set".
QWidget* makePropertyEditor(const model::catalogue::Property& property, const model::Value& value,
                            const EditorContext& context, ValueChosen chosen, QWidget* parent);

/// A cell of a table in the text people type, and back.
QString cellText(const model::Value& value);
model::Value cellValue(const model::catalogue::Property& column, const QString& text);

}  // namespace lintel::app::inspector
