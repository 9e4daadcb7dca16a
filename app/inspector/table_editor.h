#pragma once

#include "app/inspector/property_editor.h"

#include <QCoreApplication>

class QTableWidget;

namespace lintel::app::inspector {

/// Rows of rules, routes or listeners, with buttons to add and remove them. Each finished cell is one edit.
class TableEditor : public QWidget {
    Q_DECLARE_TR_FUNCTIONS(TableEditor)

public:
    TableEditor(model::catalogue::Property property, model::Value value, const EditorContext& context, ValueChosen chosen, QWidget* parent);

private:
    void fillRow(int row);
    void setCell(int row, const std::string& key, model::Value value);
    void addRow();
    void removeRow();
    void report();

    model::catalogue::Property m_property;
    model::Value::List m_rows;
    model::text::Language m_language;
    model::Document m_document;
    ValueChosen m_chosen;
    QTableWidget* m_table;
    bool m_isFilling = false;
};

}  // namespace lintel::app::inspector
