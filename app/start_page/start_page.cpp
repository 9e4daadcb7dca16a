#include "app/start_page/start_page.h"

#include "app/settings/appearance.h"
#include "app/start_page/recent_files.h"
#include "app/start_page/template_cards.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app {

namespace {

void enlarge(QLabel* label, double factor)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    label->setFont(font);
}

}  // namespace

StartPage::StartPage(const model::catalogue::Catalogue& catalogue, const settings::Words& words, QWidget* parent)
    : QWidget(parent),
      m_words(words),
      m_title(new QLabel),
      m_subtitle(new QLabel),
      m_templatesTitle(new QLabel),
      m_recentTitle(new QLabel),
      m_noRecent(new QLabel),
      m_dropHint(new QLabel),
      m_empty(new QPushButton),
      m_open(new QPushButton),
      m_templates(new TemplateCards(catalogue, words)),
      m_recent(new RecentFiles(catalogue))
{
    enlarge(m_title, 1.8);
    enlarge(m_templatesTitle, 1.15);
    enlarge(m_recentTitle, 1.15);
    for (QLabel* label : {m_subtitle, m_noRecent, m_dropHint}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_empty->setObjectName("newEmpty");
    m_empty->setDefault(true);
    m_open->setObjectName("openFile");
    for (QPushButton* button : {m_empty, m_open}) {
        button->setMinimumHeight(36);
        button->setIconSize(QSize(20, 20));
    }

    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_empty, m_open}) side->addWidget(widget);
    side->addSpacing(16);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_recentTitle, m_noRecent}) side->addWidget(widget);
    side->addWidget(m_recent, 100);
    side->addStretch(1);
    side->addWidget(m_dropHint);
    auto* gallery = new QVBoxLayout;
    gallery->addWidget(m_templatesTitle);
    gallery->addWidget(m_templates, 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(28);
    columns->addLayout(side, 1);
    columns->addLayout(gallery, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(36, 28, 28, 20);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addSpacing(16);
    layout->addLayout(columns, 1);

    connect(m_empty, &QPushButton::clicked, this, &StartPage::emptyChosen);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openChosen);
    connect(m_templates, &TemplateCards::templateChosen, this, &StartPage::templateChosen);
    connect(m_recent, &RecentFiles::fileChosen, this, &StartPage::fileChosen);
    retranslate();
}

void StartPage::setRecentFiles(const QStringList& paths)
{
    m_recent->setFiles(paths);
    m_noRecent->setVisible(paths.isEmpty());
    m_recent->setVisible(!paths.isEmpty());
}

void StartPage::retranslate()
{
    m_title->setText(m_words("start.title"));
    m_subtitle->setText(m_words("start.subtitle"));
    m_templatesTitle->setText(m_words("start.templates"));
    m_recentTitle->setText(m_words("start.recent"));
    m_recent->setAccessibleName(m_words("start.recent"));
    m_noRecent->setText(m_words("start.no-recent"));
    m_dropHint->setText(m_words("start.drop"));
    m_empty->setText(m_words("start.empty"));
    m_open->setText(m_words("start.open"));
    m_templates->retranslate();
}

void StartPage::setDark(bool dark)
{
    m_empty->setIcon(settings::symbolIcon("new", dark));
    m_open->setIcon(settings::symbolIcon("open", dark));
    m_recent->setDark(dark);
    m_templates->setDark(dark);
}

}  // namespace lintel::app
