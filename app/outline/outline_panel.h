#pragma once

#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app {

/// The design as a tree: what holds what. Follows the selection, and selects.
class OutlinePanel : public QWidget {
    Q_OBJECT

public:
    OutlinePanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent = nullptr);

    void retranslate();

Q_SIGNALS:
    /// A block was chosen here: bring it into sight.
    void chosen(const std::string& id);

private:
    void rebuild();
    void showSelection();
    void takeSelection();

    session::DocumentSession& m_session;
    const settings::Words& m_words;
    QTreeWidget* m_tree;
    std::map<std::string, QTreeWidgetItem*> m_items;
    std::set<std::string> m_folded;  ///< what was closed by hand stays closed
    model::Document m_shown;
    bool m_isFollowing = false;
};

}  // namespace lintel::app
