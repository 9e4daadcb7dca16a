#include "app/inspector/property_editor.h"

#include "app/inspector/cidr_editor.h"
#include "app/inspector/quiet_combo_box.h"
#include "app/inspector/references_editor.h"
#include "app/inspector/table_editor.h"
#include "app/qt_text.h"

#include <QHash>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include <algorithm>
#include <memory>

namespace lintel::app::inspector {

using namespace model;
using catalogue::Property;
using catalogue::PropertyType;

namespace {

using Choices = std::vector<std::pair<QString, Value>>;

QString notSet(const Property& property, const EditorContext& context)
{
    if (context.isMixed) return context.words("inspector.mixed");
    if (property.defaultValue.isNull()) return context.words("inspector.not-set");
    QString text = toQString(property.defaultValue.scalarText());
    if (property.type == PropertyType::Boolean)
        text = context.words(property.defaultValue.toBool() ? "inspector.yes" : "inspector.no");
    for (const catalogue::EnumValue& value : property.values)
        if (value.value == property.defaultValue.toString()) text = context.words.of(value.title);
    return context.words("inspector.default", {{"value", fromQString(text)}});
}

QWidget* makeChoice(const Choices& choices, const Value& value, const EditorContext& context, ValueChosen chosen,
                    QWidget* parent)
{
    auto* box = new QuietComboBox(parent);
    box->setPlaceholderText(context.words("inspector.mixed"));
    int current = -1;
    for (const auto& [title, choice] : choices) {
        box->addItem(title);
        if (choice == value) current = box->count() - 1;
    }
    box->setCurrentIndex(context.isMixed ? -1 : current);
    QObject::connect(box, &QComboBox::activated, box,
                     [choices, chosen](int index) { chosen(choices[static_cast<std::size_t>(index)].second); });
    return box;
}

Choices enumChoices(const Property& property, const Value& value, const EditorContext& context)
{
    Choices choices{{notSet(property, context), Value()}};
    bool isKnown = value.isNull();
    for (const catalogue::EnumValue& choice : property.values) {
        choices.emplace_back(context.words.of(choice.title), Value(choice.value));
        isKnown = isKnown || choices.back().second == value;
    }
    // A value that the catalogue does not know stays choosable rather than vanishing.
    if (!isKnown) choices.emplace_back(toQString(value.scalarText()), value);
    return choices;
}

Choices referenceValues(const Property& property, const Value& value, const EditorContext& context)
{
    Choices choices{{notSet(property, context), Value()}};
    bool isKnown = value.isNull();
    for (const ReferenceChoice& choice : referenceChoices(property, context.document)) {
        choices.emplace_back(choice.label, Value(choice.id));
        isKnown = isKnown || choices.back().second == value;
    }
    if (!isKnown) choices.emplace_back(context.words("inspector.missing", {{"id", value.scalarText()}}), value);
    return choices;
}

QWidget* makeLine(const Property& property, const Value& value, const EditorContext& context, ValueChosen chosen,
                  QWidget* parent)
{
    auto* line = new QLineEdit(context.isMixed ? QString() : cellText(value), parent);
    line->setPlaceholderText(notSet(property, context));
    line->setCursorPosition(0);  // long texts show their beginning
    auto last = std::make_shared<QString>(line->text());
    QObject::connect(line, &QLineEdit::editingFinished, line, [line, last, property, chosen] {
        if (line->text() == *last) return;
        *last = line->text();
        chosen(cellValue(property, line->text()));
    });
    return line;
}

QWidget* makeRange(const Property& property, const Value& value, const EditorContext& context, ValueChosen chosen,
                   QWidget* parent)
{
    const QString offer = toQString(context.freeRange);
    auto* line = new CidrEditor(cellText(value), offer,
                                context.words("inspector.free-range", {{"range", context.freeRange}}), parent);
    line->setPlaceholderText(notSet(property, context));
    QObject::connect(line, &CidrEditor::chosen, line,
                     [property, chosen](const QString& text) { chosen(cellValue(property, text)); });
    return line;
}

class TextArea : public QPlainTextEdit {
public:
    TextArea(const QString& text, ValueChosen chosen, QWidget* parent)
        : QPlainTextEdit(text, parent), m_last(text), m_chosen(std::move(chosen))
    {
        setTabChangesFocus(true);
        setFixedHeight(3 * fontMetrics().lineSpacing());
        // A form shares out what height it has among fields that would take more.
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void focusOutEvent(QFocusEvent* event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        if (toPlainText() == m_last) return;
        m_last = toPlainText();
        m_chosen(m_last.isEmpty() ? Value() : Value(fromQString(m_last)));
    }

private:
    QString m_last;
    ValueChosen m_chosen;
};

}  // namespace

std::vector<ReferenceChoice> referenceChoices(const Property& property, const Document& document)
{
    std::vector<ReferenceChoice> choices;
    for (const Block& block : document.blocks) {
        const auto& kinds = property.kinds;
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), block.kind) == kinds.end()) continue;
        choices.push_back({toQString(block.label()), block.id.text()});
    }
    // Those of the same name are told apart by their ids.
    QHash<QString, int> bearers;
    for (const ReferenceChoice& choice : choices) ++bearers[choice.label];
    for (ReferenceChoice& choice : choices)
        if (bearers[choice.label] > 1) choice.label += QStringLiteral(" (%1)").arg(toQString(choice.id));
    return choices;
}

QString cellText(const Value& value)
{
    if (!value.isList()) return toQString(value.scalarText());
    QStringList items;
    for (const Value& item : value.toList()) items << toQString(item.scalarText());
    return items.join(", ");
}

Value cellValue(const Property& column, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) return Value();
    if (column.type == PropertyType::Boolean) return Value(trimmed == "true");
    if (column.type == PropertyType::References || column.type == PropertyType::Strings) {
        static const QRegularExpression kSeparators("[,\\s]+");
        Value::List items;
        for (const QString& item : trimmed.split(kSeparators, Qt::SkipEmptyParts))
            items.emplace_back(fromQString(item));
        return Value(std::move(items));
    }
    bool isNumber = false;
    if (column.type == PropertyType::Number || column.type == PropertyType::Integer ||
        column.type == PropertyType::Ports) {
        if (const qlonglong number = trimmed.toLongLong(&isNumber); isNumber)
            return Value(static_cast<std::int64_t>(number));
        if (const double number = trimmed.toDouble(&isNumber); isNumber && column.type == PropertyType::Number)
            return Value(number);
    }
    return Value(fromQString(trimmed));
}

QWidget* makePropertyEditor(const Property& property, const Value& value, const EditorContext& context,
                            ValueChosen chosen, QWidget* parent)
{
    switch (property.type) {
        case PropertyType::Boolean:
            return makeChoice({{notSet(property, context), Value()},
                               {context.words("inspector.yes"), Value(true)},
                               {context.words("inspector.no"), Value(false)}},
                              value, context, std::move(chosen), parent);
        case PropertyType::Enum:
            return makeChoice(enumChoices(property, value, context), value, context, std::move(chosen), parent);
        case PropertyType::Reference:
            return makeChoice(referenceValues(property, value, context), value, context, std::move(chosen), parent);
        case PropertyType::References: return new ReferencesEditor(property, value, context, std::move(chosen), parent);
        case PropertyType::Text:
            return new TextArea(context.isMixed ? QString() : cellText(value), std::move(chosen), parent);
        case PropertyType::Cidr: return makeRange(property, value, context, std::move(chosen), parent);
        case PropertyType::Table: return new TableEditor(property, value, context, std::move(chosen), parent);
        default: return makeLine(property, value, context, std::move(chosen), parent);
    }
}

}  // namespace lintel::app::inspector
