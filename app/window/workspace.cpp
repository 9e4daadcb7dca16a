#include "app/window/workspace.h"

#include <QFileInfo>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app {

Workspace::Workspace(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                     const settings::Words& words, QWidget* parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_messages(messages),
      m_words(words),
      m_bar(new QTabBar),
      m_pages(new QStackedWidget),
      m_startPage(new StartPage(catalogue, words))
{
    m_bar->setObjectName("documentTabs");
    m_bar->setTabsClosable(true);
    m_bar->setDocumentMode(true);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideMiddle);
    m_bar->setUsesScrollButtons(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_startPage);
    add();
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0 && index != m_current) setCurrent(index);
    });
    connect(m_bar, &QTabBar::tabCloseRequested, this,
            [this](int index) { Q_EMIT closeRequested(m_tabs[static_cast<std::size_t>(index)]); });
}

DocumentTab& Workspace::add()
{
    auto* tab = new DocumentTab(m_catalogue, m_messages, m_words, m_recoveryFolder.nextFile());
    tab->setDark(m_isDark);
    m_tabs.push_back(tab);
    m_pages->addWidget(tab);
    connect(&tab->session(), &session::DocumentSession::changed, this, &Workspace::updateTitles);
    const QSignalBlocker blocker(m_bar);
    m_bar->addTab(QString());
    updateTitles();
    Q_EMIT tabAdded(tab);
    return *tab;
}

DocumentTab& Workspace::tabForNewDesign()
{
    if (!current().isPristine()) {
        add();
        setCurrent(static_cast<int>(m_tabs.size()) - 1);
    }
    return current();
}

DocumentTab* Workspace::tabOf(const QString& path) const
{
    const QString wanted = QFileInfo(path).absoluteFilePath();
    const auto at = std::find_if(m_tabs.begin(), m_tabs.end(), [&](DocumentTab* tab) {
        return !tab->session().path().isEmpty() && QFileInfo(tab->session().path()).absoluteFilePath() == wanted;
    });
    return at == m_tabs.end() ? nullptr : *at;
}

void Workspace::show(DocumentTab& tab)
{
    setCurrent(static_cast<int>(std::find(m_tabs.begin(), m_tabs.end(), &tab) - m_tabs.begin()));
}

void Workspace::remove(DocumentTab& tab)
{
    tab.recovery().discard();
    if (m_tabs.size() == 1) {
        tab.session().startEmpty();
        return showStartPage();
    }
    const int index = static_cast<int>(std::find(m_tabs.begin(), m_tabs.end(), &tab) - m_tabs.begin());
    const int next = m_current > index || m_current == static_cast<int>(m_tabs.size()) - 1 ? m_current - 1 : m_current;
    Q_EMIT tabRemoved(&tab);
    {
        const QSignalBlocker blocker(m_bar);
        m_tabs.erase(m_tabs.begin() + index);
        m_bar->removeTab(index);
    }
    m_current = -1;
    setCurrent(std::max(next, 0));
    m_pages->removeWidget(&tab);
    tab.deleteLater();
}

void Workspace::setCurrent(int index)
{
    m_current = index;
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->setCurrentIndex(index);
    }
    updateTitles();
    showCanvas();
}

void Workspace::showCanvas()
{
    m_pages->setCurrentWidget(&current());
    setFocusProxy(&current());
    updateTitles();
    Q_EMIT currentChanged();
}

void Workspace::showStartPage()
{
    m_pages->setCurrentWidget(m_startPage);
    setFocusProxy(m_startPage);
    updateTitles();
    Q_EMIT currentChanged();
}

bool Workspace::isOnStartPage() const { return m_pages->currentWidget() == m_startPage; }

void Workspace::step(int by)
{
    const int count = static_cast<int>(m_tabs.size());
    setCurrent((m_current + by + count) % count);
}

void Workspace::updateTitles()
{
    for (std::size_t i = 0; i < m_tabs.size() && static_cast<int>(i) < m_bar->count(); ++i) {
        session::DocumentSession& session = m_tabs[i]->session();
        // An ampersand in a file's name is not an access key.
        const QString name = session.displayName().replace('&', QStringLiteral("&&"));
        m_bar->setTabText(static_cast<int>(i), session.isModified() ? name + QStringLiteral(" •") : name);
        m_bar->setTabToolTip(static_cast<int>(i), session.path());
    }
    m_bar->setVisible(m_tabs.size() > 1 && !isOnStartPage());
}

void Workspace::retranslate()
{
    for (DocumentTab* tab : m_tabs) tab->retranslate();
    m_startPage->retranslate();
    m_bar->setAccessibleName(m_words("tabs.accessible"));
    updateTitles();
}

void Workspace::setDark(bool dark)
{
    m_isDark = dark;
    for (DocumentTab* tab : m_tabs) tab->setDark(dark);
    m_startPage->setDark(dark);
}

}  // namespace lintel::app
