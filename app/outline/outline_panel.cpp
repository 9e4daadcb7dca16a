#include "app/outline/outline_panel.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QTreeWidget>
#include <QVBoxLayout>

namespace lintel::app {

using namespace model;

OutlinePanel::OutlinePanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent)
    : QWidget(parent), m_session(session), m_words(words), m_tree(new QTreeWidget)
{
    m_tree->setObjectName("outlineTree");
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIconSize(QSize(18, 18));
    m_tree->setIndentation(14);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_tree);
    connect(&session, &session::DocumentSession::changed, this, [this] {
        if (!(m_shown.blocks == m_session.document().blocks)) rebuild();
    });
    connect(&session, &session::DocumentSession::selectionChanged, this, &OutlinePanel::showSelection);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &OutlinePanel::takeSelection);
    connect(m_tree, &QTreeWidget::itemCollapsed, this,
            [this](QTreeWidgetItem* item) { m_folded.insert(fromQString(item->data(0, Qt::UserRole).toString())); });
    connect(m_tree, &QTreeWidget::itemExpanded, this,
            [this](QTreeWidgetItem* item) { m_folded.erase(fromQString(item->data(0, Qt::UserRole).toString())); });
    rebuild();
}

void OutlinePanel::retranslate()
{
    m_tree->setAccessibleName(m_words("panel.outline"));
    rebuild();
}

void OutlinePanel::rebuild()
{
    const QSignalBlocker blocker(m_tree);
    m_shown = m_session.document();
    m_tree->clear();
    m_items.clear();
    for (const Block& block : m_shown.blocks) {
        const catalogue::Kind* kind = m_session.catalogue().kindOf(block);
        const QString title = kind ? m_words.of(kind->title) : toQString(block.kind.text());
        auto* item = new QTreeWidgetItem({block.name.empty() ? title : toQString(block.name)});
        item->setIcon(0, settings::kindIcon(block.kind.text()));
        item->setToolTip(0, title);
        item->setData(0, Qt::UserRole, toQString(block.id.text()));
        m_items[block.id.text()] = item;
    }
    for (const Block& block : m_shown.blocks) {
        const auto parent = m_items.find(block.parent.text());
        if (parent != m_items.end())
            parent->second->addChild(m_items[block.id.text()]);
        else
            m_tree->addTopLevelItem(m_items[block.id.text()]);
    }
    for (const auto& [id, item] : m_items) item->setExpanded(!m_folded.contains(id));
    showSelection();
}

void OutlinePanel::showSelection()
{
    if (m_isFollowing) return;
    const QSignalBlocker blocker(m_tree);
    m_tree->clearSelection();
    for (const std::string& id : m_session.selection()) {
        const auto item = m_items.find(id);
        if (item == m_items.end()) continue;
        item->second->setSelected(true);
        m_tree->scrollToItem(item->second);
    }
}

void OutlinePanel::takeSelection()
{
    std::set<std::string> ids;
    for (const QTreeWidgetItem* item : m_tree->selectedItems())
        ids.insert(fromQString(item->data(0, Qt::UserRole).toString()));
    m_isFollowing = true;
    m_session.select(ids);
    m_isFollowing = false;
    if (ids.size() == 1) Q_EMIT chosen(*ids.begin());
}

}  // namespace lintel::app
