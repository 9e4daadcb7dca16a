#include "app/inspector/references_editor.h"

#include "app/qt_text.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QWidgetAction>

#include <algorithm>

namespace lintel::app::inspector {

using namespace model;

ReferencesEditor::ReferencesEditor(const catalogue::Property& property, const Value& value,
                                   const EditorContext& context, ValueChosen chosen, QWidget* parent)
    : QToolButton(parent),
      m_chosen(std::move(chosen)),
      m_filterHint(context.words("inspector.filter")),
      m_nothing(context.words(context.isMixed ? "inspector.mixed" : "inspector.not-set"))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    for (const Value& item : value.toList()) m_before.push_back(item.scalarText());
    m_choices = referenceChoices(property, context.document);
    for (const std::string& id : m_before) {
        const bool isKnown = std::any_of(m_choices.begin(), m_choices.end(),
                                         [&](const ReferenceChoice& choice) { return choice.id == id; });
        if (!isKnown) m_choices.push_back({context.words("inspector.missing", {{"id", id}}), id});
    }
    auto* menu = new QMenu(this);
    if (m_choices.empty()) menu->addAction(context.words("inspector.no-choices"))->setEnabled(false);
    setMenu(menu);
    // A large design has thousands of things to name: their boxes are made when somebody looks.
    connect(menu, &QMenu::aboutToShow, this, &ReferencesEditor::fill);
    connect(menu, &QMenu::aboutToHide, this, &ReferencesEditor::finish);
    showTicked();
}

void ReferencesEditor::fill()
{
    if (!m_boxes.empty() || m_choices.empty()) return;
    addFilter();
    for (const ReferenceChoice& choice : m_choices) {
        auto* box = new QCheckBox(QString(choice.label).replace('&', "&&"));
        box->setObjectName("tick." + toQString(choice.id));
        box->setContentsMargins(8, 2, 8, 2);
        box->setChecked(std::find(m_before.begin(), m_before.end(), choice.id) != m_before.end());
        auto* action = new QWidgetAction(menu());
        action->setDefaultWidget(box);
        menu()->addAction(action);
        m_rows.push_back(action);
        m_boxes.emplace_back(box, choice.id);
        connect(box, &QCheckBox::toggled, this, &ReferencesEditor::showTicked);
    }
}

/// A few letters leave what fits; Enter ticks the first and is done.
void ReferencesEditor::addFilter()
{
    auto* line = new QLineEdit;
    line->setObjectName("referenceFilter");
    line->setPlaceholderText(m_filterHint);
    line->setAccessibleName(m_filterHint);
    auto* action = new QWidgetAction(menu());
    action->setDefaultWidget(line);
    menu()->addAction(action);
    connect(line, &QLineEdit::textChanged, this, [this](const QString& typed) {
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            m_rows[i]->setVisible(m_choices[i].label.contains(typed.trimmed(), Qt::CaseInsensitive));
    });
    connect(line, &QLineEdit::returnPressed, this, [this] {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (!m_rows[i]->isVisible()) continue;
            m_boxes[i].first->toggle();
            break;
        }
        menu()->close();
    });
    connect(menu(), &QMenu::aboutToShow, line, [line] {
        line->clear();
        QTimer::singleShot(0, line, [line] { line->setFocus(); });
    });
    QTimer::singleShot(0, line, [line] { line->setFocus(); });
}

std::vector<std::string> ReferencesEditor::ticked() const
{
    if (m_boxes.empty()) return m_before;
    std::vector<std::string> ids;
    for (const auto& [box, id] : m_boxes)
        if (box->isChecked()) ids.push_back(id);
    return ids;
}

void ReferencesEditor::showTicked()
{
    QStringList names;
    const std::vector<std::string> now = ticked();
    for (const ReferenceChoice& choice : m_choices)
        if (std::find(now.begin(), now.end(), choice.id) != now.end()) names << choice.label;
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
