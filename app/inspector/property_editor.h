#pragma once

#include "app/settings/words.h"
#include "model/catalogue/property.h"
#include "model/document/document.h"

#include <QWidget>

#include <functional>

namespace lintel::app::inspector {

/// What an editor needs to know besides the property.
struct EditorContext {
    const model::Document& document;  ///< read while the editor is made
    const settings::Words& words;
    bool isMixed = false;        ///< several blocks with different values
    std::string freeRange = {};  ///< the next free addresses for a range; empty = none to offer
};

using ValueChosen = std::function<void(model::Value)>;

/// A widget for one value of a property's type; `chosen` is called once per finished edit, with null for
/// "not set".
QWidget* makePropertyEditor(const model::catalogue::Property& property, const model::Value& value,
                            const EditorContext& context, ValueChosen chosen, QWidget* parent);

/// A cell of a table in the text people type, and back.
QString cellText(const model::Value& value);
model::Value cellValue(const model::catalogue::Property& column, const QString& text);

/// What a reference property may name: the label to show and the id.
struct ReferenceChoice {
    QString label;
    std::string id;
};
std::vector<ReferenceChoice> referenceChoices(const model::catalogue::Property& property,
                                              const model::Document& document);

}  // namespace lintel::app::inspector
