#include "app/inspector/table_editor.h"

#include "app/qt_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;
using catalogue::PropertyType;

TableEditor::TableEditor(catalogue::Property property, Value value, const EditorContext& context, ValueChosen chosen, QWidget* parent)
    : QWidget(parent), m_property(std::move(property)), m_rows(value.toList()), m_language(context.language),
      m_document(context.document), m_chosen(std::move(chosen)), m_table(new QTableWidget)
{
    m_table->setColumnCount(static_cast<int>(m_property.columns.size()));
    QStringList titles;
    for (const catalogue::Property& column : m_property.columns) titles << toQString(column.title.in(codeOf(m_language)));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setMinimumHeight(130);
    m_table->setMaximumHeight(220);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) fillRow(row);

    auto* add = new QPushButton(tr("Add row"));
    add->setObjectName("addRow");
    auto* remove = new QPushButton(tr("Remove row"));
    remove->setObjectName("removeRow");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &TableEditor::addRow);
    connect(remove, &QPushButton::clicked, this, &TableEditor::removeRow);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if (m_isFilling) return;
        const catalogue::Property& property_ = m_property.columns[static_cast<std::size_t>(column)];
        setCell(row, property_.key, cellValue(property_, m_table->item(row, column)->text()));
    });
}

void TableEditor::fillRow(int row)
{
    m_isFilling = true;
    for (int index = 0; index < m_table->columnCount(); ++index) {
        const catalogue::Property& column = m_property.columns[static_cast<std::size_t>(index)];
        const Value& value = m_rows[static_cast<std::size_t>(row)][column.key];
        if (column.type == PropertyType::Enum || (column.type == PropertyType::Reference)) {
            const EditorContext context{m_document, m_language};
            m_table->setCellWidget(row, index, makePropertyEditor(column, value, context, [this, row, key = column.key](Value chosen) {
                setCell(row, key, std::move(chosen));
            }, m_table));
        } else {
            m_table->setItem(row, index, new QTableWidgetItem(cellText(value)));
        }
    }
    m_isFilling = false;
}

void TableEditor::setCell(int row, const std::string& key, Value value)
{
    Value::Map cells = m_rows[static_cast<std::size_t>(row)].toMap();
    std::erase_if(cells, [&](const ValueEntry& entry) { return entry.key == key; });
    if (!value.isNull()) cells.push_back({key, std::move(value)});
    // Cells in the order of the columns, whatever order they were filled in: files stay stable.
    Value::Map sorted;
    for (const catalogue::Property& column : m_property.columns)
        for (const ValueEntry& entry : cells)
            if (entry.key == column.key) sorted.push_back(entry);
    m_rows[static_cast<std::size_t>(row)] = Value(std::move(sorted));
    report();
}

void TableEditor::addRow()
{
    Value::Map cells;
    for (const catalogue::Property& column : m_property.columns) {
        if (!column.defaultValue.isNull()) cells.push_back({column.key, column.defaultValue});
        else if (!column.values.empty()) cells.push_back({column.key, Value(column.values.front().value)});
    }
    m_rows.emplace_back(std::move(cells));
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    fillRow(m_table->rowCount() - 1);
    // A row says nothing until its first cell is filled in: adding an empty one is not yet an edit.
}

void TableEditor::removeRow()
{
    const int row = m_table->currentRow() >= 0 ? m_table->currentRow() : m_table->rowCount() - 1;
    if (row < 0) return;
    m_rows.erase(m_rows.begin() + row);
    m_table->setRowCount(0);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int at = 0; at < m_table->rowCount(); ++at) fillRow(at);
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
