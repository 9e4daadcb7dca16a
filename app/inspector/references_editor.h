#pragma once

#include "app/inspector/property_editor.h"

#include <QToolButton>

class QCheckBox;

namespace lintel::app::inspector {

/// A property that names several blocks: a button that tells them, with a list to tick. Everything ticked until the
/// list closes is one edit.
class ReferencesEditor : public QToolButton {
    Q_OBJECT

public:
    ReferencesEditor(const model::catalogue::Property& property, const model::Value& value,
                     const EditorContext& context, ValueChosen chosen, QWidget* parent);

private:
    std::vector<std::string> ticked() const;
    void fill();
    void addFilter();
    void showTicked();
    void finish();

    ValueChosen m_chosen;
    std::vector<ReferenceChoice> m_choices;
    std::vector<std::pair<QCheckBox*, std::string>> m_boxes;  ///< none before the list is opened
    std::vector<QAction*> m_rows;                             ///< one for each of `m_boxes`
    std::vector<std::string> m_before;
    QString m_filterHint;
    QString m_nothing;
};

}  // namespace lintel::app::inspector
