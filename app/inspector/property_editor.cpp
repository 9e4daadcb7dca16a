#include "app/inspector/property_editor.h"

#include "app/inspector/table_editor.h"
#include "app/qt_text.h"

#include <QComboBox>
#include <QCoreApplication>
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

QString notSet(const Property& property, const EditorContext& context)
{
    if (property.defaultValue.isNull()) return QCoreApplication::translate("Inspector", "Not set");
    QString text = toQString(property.defaultValue.scalarText());
    if (property.type == PropertyType::Boolean)
        text = property.defaultValue.toBool() ? QCoreApplication::translate("Inspector", "Yes")
                                              : QCoreApplication::translate("Inspector", "No");
    for (const catalogue::EnumValue& value : property.values)
        if (value.value == property.defaultValue.toString()) text = toQString(value.title.in(codeOf(context.language)));
    return QCoreApplication::translate("Inspector", "Default: %1").arg(text);
}

QWidget* makeChoice(const std::vector<std::pair<QString, Value>>& choices, const Value& value, ValueChosen chosen, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const auto& [title, choice] : choices) {
        box->addItem(title);
        if (choice == value) box->setCurrentIndex(box->count() - 1);
    }
    QObject::connect(box, &QComboBox::activated, box, [choices, chosen](int index) {
        chosen(choices[static_cast<std::size_t>(index)].second);
    });
    return box;
}

QWidget* makeLine(const Property& property, const Value& value, const EditorContext& context, ValueChosen chosen, QWidget* parent)
{
    auto* line = new QLineEdit(cellText(value), parent);
    line->setPlaceholderText(notSet(property, context));
    auto last = std::make_shared<QString>(line->text());
    QObject::connect(line, &QLineEdit::editingFinished, line, [line, last, property, chosen] {
        if (line->text() == *last) return;
        *last = line->text();
        chosen(cellValue(property, line->text()));
    });
    return line;
}

std::vector<std::pair<QString, Value>> referenceChoices(const Property& property, const EditorContext& context)
{
    std::vector<std::pair<QString, Value>> choices{{notSet(property, context), Value()}};
    for (const Block& block : context.document.blocks) {
        const auto& kinds = property.kinds;
        if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), block.kind) == kinds.end()) continue;
        choices.emplace_back(toQString(block.label()), Value(block.id.text()));
    }
    return choices;
}

class TextArea : public QPlainTextEdit {
public:
    TextArea(const QString& text, ValueChosen chosen, QWidget* parent) : QPlainTextEdit(text, parent), m_last(text), m_chosen(std::move(chosen))
    {
        setTabChangesFocus(true);
        setMaximumHeight(64);
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
        Value::List items;
        for (const QString& item : trimmed.split(QRegularExpression("[,\\s]+"), Qt::SkipEmptyParts)) items.emplace_back(fromQString(item));
        return Value(std::move(items));
    }
    bool isNumber = false;
    if (column.type == PropertyType::Number || column.type == PropertyType::Integer || column.type == PropertyType::Ports) {
        if (const qlonglong number = trimmed.toLongLong(&isNumber); isNumber) return Value(static_cast<std::int64_t>(number));
        if (const double number = trimmed.toDouble(&isNumber); isNumber && column.type == PropertyType::Number) return Value(number);
    }
    return Value(fromQString(trimmed));
}

QWidget* makePropertyEditor(const Property& property, const Value& value, const EditorContext& context, ValueChosen chosen, QWidget* parent)
{
    switch (property.type) {
    case PropertyType::Boolean:
        return makeChoice({{notSet(property, context), Value()},
                           {QCoreApplication::translate("Inspector", "Yes"), Value(true)},
                           {QCoreApplication::translate("Inspector", "No"), Value(false)}}, value, std::move(chosen), parent);
    case PropertyType::Enum: {
        std::vector<std::pair<QString, Value>> choices{{notSet(property, context), Value()}};
        for (const catalogue::EnumValue& choice : property.values)
            choices.emplace_back(toQString(choice.title.in(codeOf(context.language))), Value(choice.value));
        return makeChoice(choices, value, std::move(chosen), parent);
    }
    case PropertyType::Reference: return makeChoice(referenceChoices(property, context), value, std::move(chosen), parent);
    case PropertyType::Text: return new TextArea(cellText(value), std::move(chosen), parent);
    case PropertyType::Table: return new TableEditor(property, value, context, std::move(chosen), parent);
    default: return makeLine(property, value, context, std::move(chosen), parent);
    }
}

}  // namespace lintel::app::inspector
