#include "app/inspector/references_editor.h"

#include "app/qt_text.h"

#include <QCheckBox>
#include <QMenu>
#include <QWidgetAction>

#include <algorithm>

namespace lintel::app::inspector {

using namespace model;

ReferencesEditor::ReferencesEditor(const catalogue::Property& property, const Value& value,
                                   const EditorContext& context, ValueChosen chosen, QWidget* parent)
    : QToolButton(parent),
      m_chosen(std::move(chosen)),
      m_nothing(context.words(context.isMixed ? "inspector.mixed" : "inspector.not-set"))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    for (const Value& item : value.toList()) m_before.push_back(item.scalarText());
    std::vector<ReferenceChoice> choices = referenceChoices(property, context.document);
    for (const std::string& id : m_before) {
        const bool isKnown =
            std::any_of(choices.begin(), choices.end(), [&](const ReferenceChoice& choice) { return choice.id == id; });
        if (!isKnown) choices.push_back({context.words("inspector.missing", {{"id", id}}), id});
    }
    for (const ReferenceChoice& choice : choices) {
        auto* box = new QCheckBox(QString(choice.label).replace('&', "&&"));
        box->setObjectName("tick." + toQString(choice.id));
        box->setContentsMargins(8, 2, 8, 2);
        box->setChecked(std::find(m_before.begin(), m_before.end(), choice.id) != m_before.end());
        auto* action = new QWidgetAction(menu);
        action->setDefaultWidget(box);
        menu->addAction(action);
        m_boxes.emplace_back(box, choice.id);
        connect(box, &QCheckBox::toggled, this, &ReferencesEditor::showTicked);
    }
    if (choices.empty()) menu->addAction(context.words("inspector.no-choices"))->setEnabled(false);
    setMenu(menu);
    connect(menu, &QMenu::aboutToHide, this, &ReferencesEditor::finish);
    showTicked();
}

std::vector<std::string> ReferencesEditor::ticked() const
{
    std::vector<std::string> ids;
    for (const auto& [box, id] : m_boxes)
        if (box->isChecked()) ids.push_back(id);
    return ids;
}

void ReferencesEditor::showTicked()
{
    QStringList names;
    for (const auto& [box, id] : m_boxes)
        if (box->isChecked()) names << QString(box->text()).replace("&&", "&");
    const QString all = names.join(QStringLiteral(", "));
    setText(names.isEmpty() ? m_nothing : fontMetrics().elidedText(all, Qt::ElideRight, 150).replace('&', "&&"));
    setToolTip(all);
}

void ReferencesEditor::finish()
{
    const std::vector<std::string> now = ticked();
    if (now == m_before) return;
    // Those that were there keep their order, new ones follow: a tick changes one line of the file.
    std::vector<std::string> ordered;
    for (const std::string& id : m_before)
        if (std::find(now.begin(), now.end(), id) != now.end()) ordered.push_back(id);
    for (const std::string& id : now)
        if (std::find(ordered.begin(), ordered.end(), id) == ordered.end()) ordered.push_back(id);
    m_before = now;
    Value::List values;
    for (const std::string& id : ordered) values.emplace_back(id);
    m_chosen(values.empty() ? Value() : Value(std::move(values)));
}

}  // namespace lintel::app::inspector
