#pragma once

#include "app/session/recovery_folder.h"
#include "app/start_page/start_page.h"
#include "app/window/document_tab.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace lintel::app {

/// The middle of the window: the open designs in tabs, and the start page while nothing is being worked on.
/// There is always a current design, if only an empty one.
class Workspace : public QWidget {
    Q_OBJECT

public:
    Workspace(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
              const settings::Words& words, QWidget* parent = nullptr);

    DocumentTab& current() const { return *m_tabs[static_cast<std::size_t>(m_current)]; }
    const std::vector<DocumentTab*>& tabs() const { return m_tabs; }
    StartPage& startPage() const { return *m_startPage; }
    session::RecoveryFolder& recoveryFolder() { return m_recoveryFolder; }

    /// The current tab when it is pristine, else a new one, which becomes current.
    DocumentTab& tabForNewDesign();
    /// Null when the file is not open.
    DocumentTab* tabOf(const QString& path) const;
    void show(DocumentTab& tab);
    /// Takes the tab away without asking; the last one is emptied instead.
    void remove(DocumentTab& tab);
    void showStartPage();
    void showCanvas();
    bool isOnStartPage() const;
    void step(int by);  ///< to the next or previous tab

    void retranslate();
    void setDark(bool dark);

Q_SIGNALS:
    void tabAdded(DocumentTab* tab);
    void tabRemoved(DocumentTab* tab);
    /// Another design, or the start page instead of it.
    void currentChanged();
    void closeRequested(DocumentTab* tab);

private:
    DocumentTab& add();
    void setCurrent(int index);
    void updateTitles();

    const model::catalogue::Catalogue& m_catalogue;
    const model::text::Messages& m_messages;
    const settings::Words& m_words;
    session::RecoveryFolder m_recoveryFolder;
    QTabBar* m_bar;
    QStackedWidget* m_pages;
    StartPage* m_startPage;
    std::vector<DocumentTab*> m_tabs;
    int m_current = 0;
    bool m_isDark = false;
};

}  // namespace lintel::app
