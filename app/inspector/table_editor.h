#pragma once

#include "app/inspector/property_editor.h"

class QVBoxLayout;

namespace lintel::app::inspector {

/// Rows of rules, routes or listeners, each on one or two lines with a button to remove it. Each finished cell is one
/// edit. Sources and destinations offer the addresses and security groups of the design.
class TableEditor : public QWidget {
    Q_OBJECT

public:
    TableEditor(model::catalogue::Property property, model::Value value, const EditorContext& context,
                ValueChosen chosen, QWidget* parent);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(int focusedRow = -1);
    QWidget* makeRow(int row);
    QWidget* makeCell(int row, const model::catalogue::Property& column);
    QWidget* makeAddressCell(int row, const model::catalogue::Property& column, const QString& text);
    void setCell(int row, const std::string& key, model::Value value);
    void addRow();
    void removeRow(int row);
    void report();

    model::catalogue::Property m_property;
    model::Value::List m_rows;
    const settings::Words& m_words;
    model::Document m_document;
    ValueChosen m_chosen;
    QVBoxLayout* m_layout;
    QWidget* m_list = nullptr;
};

}  // namespace lintel::app::inspector
