#include "app/inspector/table_editor.h"

#include "app/inspector/quiet_combo_box.h"
#include "app/qt_text.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

namespace lintel::app::inspector {

using namespace model;
using catalogue::Property;
using catalogue::PropertyType;

namespace {

constexpr std::size_t kColumnsOfOneLine = 2;

bool isShort(const Property& column)
{
    return column.type == PropertyType::Enum || column.type == PropertyType::Ports ||
           column.type == PropertyType::Boolean || column.type == PropertyType::Integer ||
           column.type == PropertyType::Number;
}

bool isAddress(const Property& column)
{
    return column.type == PropertyType::String && (column.key == "source" || column.key == "destination");
}

}  // namespace

TableEditor::TableEditor(Property property, Value value, const EditorContext& context, ValueChosen chosen,
                         QWidget* parent)
    : QWidget(parent),
      m_property(std::move(property)),
      m_rows(value.toList()),
      m_words(context.words),
      m_document(context.document),
      m_chosen(std::move(chosen)),
      m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    auto* add = new QPushButton(m_words("inspector.add-row"));
    add->setObjectName("addRow");
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    // Whoever comes by keyboard presses Space and types.
    setFocusProxy(add);
    connect(add, &QPushButton::clicked, this, &TableEditor::addRow);
    build();
}

/// The rows anew. The old ones stay until the focus has found its place: hiding what has it sends it anywhere.
void TableEditor::build(int focusedRow)
{
    QWidget* old = m_list;
    m_list = new QWidget(this);
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row) rows->addWidget(makeRow(row));
    m_layout->insertWidget(0, m_list);
    m_list->show();
    if (const auto* frame = m_list->findChild<QFrame*>(QStringLiteral("row.%1").arg(focusedRow)))
        if (auto* first = frame->findChild<QLineEdit*>()) first->setFocus();
    if (!old) return;
    old->hide();
    old->deleteLater();
}

QWidget* TableEditor::makeRow(int row)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("row.%1").arg(row));
    frame->setFrameShape(QFrame::StyledPanel);
    auto* lines = new QVBoxLayout(frame);
    lines->setContentsMargins(5, 4, 3, 4);
    lines->setSpacing(3);
    auto* first = new QHBoxLayout;
    auto* second = new QHBoxLayout;
    const bool isOneLine = m_property.columns.size() <= kColumnsOfOneLine;
    for (const Property& column : m_property.columns)
        (isOneLine || isShort(column) ? first : second)->addWidget(makeCell(row, column), 1);
    lines->addLayout(first);
    if (second->count() > 0)
        lines->addLayout(second);
    else
        delete second;
    // Made last: Tab goes through the cells first.
    auto* remove = new QToolButton(frame);
    remove->setObjectName("removeRow");
    remove->setText(QStringLiteral("✕"));
    remove->setAutoRaise(true);
    remove->setToolTip(m_words("inspector.remove-row"));
    remove->setAccessibleName(m_words("inspector.remove-row"));
    connect(remove, &QToolButton::clicked, this, [this, row] { removeRow(row); });
    first->addWidget(remove);
    return frame;
}

QWidget* TableEditor::makeCell(int row, const Property& column)
{
    const Value& value = m_rows[static_cast<std::size_t>(row)][column.key];
    const QString title = m_words.of(column.title);
    QWidget* cell = nullptr;
    if (isAddress(column)) {
        cell = makeAddressCell(row, column, cellText(value));
    } else {
        const EditorContext context{m_document, m_words};
        cell = makePropertyEditor(
            column, value, context,
            [this, row, key = column.key](Value chosen) { setCell(row, key, std::move(chosen)); }, nullptr);
        if (auto* line = qobject_cast<QLineEdit*>(cell)) line->setPlaceholderText(title);
        if (auto* box = qobject_cast<QComboBox*>(cell)) box->setItemText(0, title);
    }
    const QString help = m_words.of(column.help);
    cell->setObjectName("cell." + toQString(column.key));
    cell->setToolTip(help.isEmpty() ? title : title + '\n' + help);
    cell->setAccessibleName(title);
    return cell;
}

// Typed freely, or chosen: everywhere, the ranges of the design, its security groups by name.
QWidget* TableEditor::makeAddressCell(int row, const Property& column, const QString& text)
{
    auto* box = new QuietComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    const auto offer = [&](const QString& title, const std::string& value) { box->addItem(title, toQString(value)); };
    offer(m_words("inspector.anywhere"), "0.0.0.0/0");
    const bool isRoute = m_property.key == "routes";
    for (const Block& block : m_document.blocks) {
        const std::string& cidr = block.property("cidr").toString();
        if (!isRoute && block.kind == KindId("security-group")) offer(toQString(block.label()), block.id.text());
        if (!cidr.empty()) offer(QStringLiteral("%1 · %2").arg(toQString(cidr), toQString(block.label())), cidr);
    }
    if (!isRoute) offer(QStringLiteral("CloudFront"), "cloudfront");
    box->setCurrentIndex(-1);
    box->setEditText(text);
    box->lineEdit()->setCursorPosition(0);
    box->lineEdit()->setPlaceholderText(m_words.of(column.title));
    auto last = std::make_shared<QString>(text);
    const auto finish = [this, box, last, row, column] {
        // A name that is offered stands for what it means.
        const int offered = box->findText(box->currentText().trimmed(), Qt::MatchFixedString);
        const QString now = offered < 0 ? box->currentText().trimmed() : box->itemData(offered).toString();
        if (now == *last) return;
        *last = now;
        setCell(row, column.key, cellValue(column, now));
    };
    connect(box, &QComboBox::activated, this, [box, finish](int index) {
        box->setEditText(box->itemData(index).toString());
        finish();
    });
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, finish);
    return box;
}

void TableEditor::setCell(int row, const std::string& key, Value value)
{
    Value::Map cells = m_rows[static_cast<std::size_t>(row)].toMap();
    std::erase_if(cells, [&](const ValueEntry& entry) { return entry.key == key; });
    if (!value.isNull()) cells.push_back({key, std::move(value)});
    // Cells in the order of the columns, whatever order they were filled in: files stay stable.
    Value::Map sorted;
    for (const Property& column : m_property.columns)
        for (const ValueEntry& entry : cells)
            if (entry.key == column.key) sorted.push_back(entry);
    for (const ValueEntry& entry : cells) {
        const bool isColumn = std::any_of(m_property.columns.begin(), m_property.columns.end(),
                                          [&](const Property& column) { return column.key == entry.key; });
        if (!isColumn) sorted.push_back(entry);  // of a newer version: kept
    }
    m_rows[static_cast<std::size_t>(row)] = Value(std::move(sorted));
    report();
}

namespace {

// Ctrl+Enter in a cell goes on with the next row.
bool isForNextRow(const QKeyEvent& event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return isEnter && event.modifiers() == Qt::ControlModifier;
}

}  // namespace

// The same key adds a block on the canvas; in a table it is the table's.
bool TableEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isForNextRow(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TableEditor::keyPressEvent(QKeyEvent* event)
{
    if (isForNextRow(*event))
        addRow();
    else
        QWidget::keyPressEvent(event);
}

void TableEditor::addRow()
{
    Value::Map cells;
    for (const Property& column : m_property.columns) {
        if (!column.defaultValue.isNull())
            cells.push_back({column.key, column.defaultValue});
        else if (!column.values.empty())
            cells.push_back({column.key, Value(column.values.front().value)});
    }
    m_rows.emplace_back(std::move(cells));
    // A row says nothing until a cell is filled in: adding an empty one is not yet an edit.
    build(static_cast<int>(m_rows.size()) - 1);
}

void TableEditor::removeRow(int row)
{
    // What is typed in a cell counts before the rows change their numbers.
    QWidget* focused = QApplication::focusWidget();
    if (focused && m_list->isAncestorOf(focused)) setFocus();
    if (row >= static_cast<int>(m_rows.size())) return;
    m_rows.erase(m_rows.begin() + row);
    build();
    report();
}

void TableEditor::report()
{
    Value::List rows;
    for (const Value& row : m_rows)
        if (!row.toMap().empty()) rows.push_back(row);
    m_chosen(rows.empty() ? Value() : Value(std::move(rows)));
}

}  // namespace lintel::app::inspector
