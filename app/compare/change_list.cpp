#include "app/compare/change_list.h"

#include "app/qt_text.h"
#include "model/io/value_text.h"

#include <QHeaderView>

namespace lintel::app::compare {

namespace {

using model::review::ChangeType;
using model::review::ElementChange;
using model::review::ElementType;

constexpr int kIdsRole = Qt::UserRole;

QString signOf(ChangeType type)
{
    switch (type) {
        case ChangeType::Added: return QStringLiteral("+ ");
        case ChangeType::Removed: return QStringLiteral("− ");
        case ChangeType::Changed: break;
    }
    return QStringLiteral("Δ ");
}

}  // namespace

ChangeList::ChangeList(const settings::Words& words, QWidget* parent) : QTreeWidget(parent), m_words(words)
{
    setObjectName("changeList");
    setHeaderHidden(true);
    setWordWrap(true);
    setAccessibleName(words("compare.changes"));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { tellChosen(item); });
}

void ChangeList::show(const Comparison& comparison)
{
    clear();
    const model::review::DesignDifference& difference = comparison.difference;
    addExposure("compare.exposed", difference.newlyExposed, comparison.after.document);
    addExposure("compare.no-longer-exposed", difference.noLongerExposed, comparison.before.document);
    addFindings("compare.new-findings", difference.newFindings);
    addFindings("compare.fixed-findings", difference.fixedFindings);
    addCost(difference.cost);
    addElements(comparison, ChangeType::Added, "compare.added");
    addElements(comparison, ChangeType::Removed, "compare.removed");
    addElements(comparison, ChangeType::Changed, "compare.changed");
    if (difference.isEmpty()) addGroup(m_words("compare.same"));
    if (difference.layoutChanges > 0)
        addGroup(m_words("compare.layout", {{"count", std::to_string(difference.layoutChanges)}}));
    expandAll();
}

QTreeWidgetItem* ChangeList::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(this, {title});
    QFont font = this->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

void ChangeList::addEntry(QTreeWidgetItem* group, const QString& text, const std::vector<std::string>& ids)
{
    auto* entry = new QTreeWidgetItem(group, {text});
    entry->setToolTip(0, text);
    QStringList list;
    for (const std::string& id : ids) list += toQString(id);
    entry->setData(0, kIdsRole, list);
}

void ChangeList::addExposure(const char* titleId, const std::vector<model::review::ExposureChange>& changes,
                             const model::Document& document)
{
    if (changes.empty()) return;
    QTreeWidgetItem* group = addGroup(m_words(titleId));
    for (const model::review::ExposureChange& change : changes) {
        const model::Block* block = document.blocks.find(change.block);
        addEntry(group,
                 m_words("compare.reached",
                         {{"name", block ? block->label() : change.block.text()}, {"ports", change.ports.text()}}),
                 {change.block.text()});
    }
}

void ChangeList::addFindings(const char* titleId, const std::vector<model::lint::Finding>& findings)
{
    if (findings.empty()) return;
    QTreeWidgetItem* group = addGroup(m_words(titleId));
    for (const model::lint::Finding& finding : findings) addEntry(group, m_words.of(finding.message), finding.subjects);
}

void ChangeList::addCost(const model::review::CostChange& cost)
{
    if (cost.more().microDollars == 0) return;
    const std::string sign = cost.more().microDollars > 0 ? "+" : "";
    QTreeWidgetItem* group = addGroup(m_words("compare.cost"));
    addEntry(group,
             m_words(cost.isComplete ? "compare.cost-change" : "compare.cost-change-incomplete",
                     {{"old", cost.before.text()}, {"new", cost.after.text()}, {"more", sign + cost.more().text()}}),
             {});
}

void ChangeList::addElements(const Comparison& comparison, ChangeType type, const char* titleId)
{
    QTreeWidgetItem* group = nullptr;
    for (const ElementChange& change : comparison.difference.elements) {
        if (change.change != type) continue;
        if (!group) group = addGroup(m_words(titleId));
        std::vector<std::string> ids;
        const bool isGone = change.change == ChangeType::Removed;
        if (!change.id.empty()) ids.push_back(isGone ? comparison.combined.idOfGone(change.id) : change.id);
        addEntry(group, signOf(type) + titleOf(comparison, change), ids);
        for (const model::review::FieldChange& field : change.fields)
            addEntry(group,
                     QStringLiteral("    ") + m_words("compare.field", {{"field", field.field},
                                                                        {"old", model::io::valueText(field.before)},
                                                                        {"new", model::io::valueText(field.after)}}),
                     ids);
    }
}

QString ChangeList::titleOf(const Comparison& comparison, const ElementChange& change) const
{
    switch (change.element) {
        case ElementType::Settings: return m_words("compare.settings");
        case ElementType::Block: {
            const QString kind = m_words.of(model::Message("kind." + change.kind.text() + ".title"));
            return change.name.empty() ? kind : toQString(change.name) + QStringLiteral(" · ") + kind;
        }
        case ElementType::Connection: {
            const model::ConnectionId id(change.id);
            const bool isGone = change.change == ChangeType::Removed;
            const model::Document& both = (isGone ? comparison.before : comparison.after).document;
            const model::Connection* connection = both.connections.find(id);
            if (!connection) break;
            const auto label = [&](const model::BlockId& end) {
                const model::Block* block = both.blocks.find(end);
                return toQString(block ? block->label() : end.text());
            };
            return label(connection->from) + QStringLiteral(" → ") + label(connection->to);
        }
        case ElementType::Note: return m_words("compare.note");
        case ElementType::Waiver: return m_words("compare.waiver");
    }
    return toQString(change.id);
}

void ChangeList::step(int by)
{
    std::vector<QTreeWidgetItem*> entries;
    for (QTreeWidgetItemIterator at(this); *at; ++at)
        if (!(*at)->data(0, kIdsRole).toStringList().isEmpty()) entries.push_back(*at);
    if (entries.empty()) return;
    const auto here = std::find(entries.begin(), entries.end(), currentItem());
    const int count = static_cast<int>(entries.size());
    const int from = here == entries.end() ? (by > 0 ? -1 : 0) : static_cast<int>(here - entries.begin());
    setCurrentItem(entries[static_cast<std::size_t>(((from + by) % count + count) % count)]);
}

void ChangeList::tellChosen(QTreeWidgetItem* item)
{
    std::set<std::string> ids;
    if (item)
        for (const QString& id : item->data(0, kIdsRole).toStringList()) ids.insert(fromQString(id));
    Q_EMIT chosen(ids);
}

}  // namespace lintel::app::compare
