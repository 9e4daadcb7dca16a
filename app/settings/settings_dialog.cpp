#include "app/settings/settings_dialog.h"

#include "app/settings/icon_pack_setting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app::settings {

using model::text::Language;

SettingsDialog::SettingsDialog(const AppSettings& settings, const Words& words, Apply apply, QWidget* parent)
    : QDialog(parent),
      m_words(words),
      m_apply(std::move(apply)),
      m_search(new QLineEdit),
      m_form(new QFormLayout),
      m_nothing(new QLabel),
      m_language(new QComboBox),
      m_theme(new QComboBox),
      // Everything that shows icons is made anew with the theme.
      m_icons(new IconPackSetting(words, [this] { m_apply.setDark(m_theme->currentIndex() == 1); })),
      m_reopen(new QCheckBox),
      m_close(new QPushButton)
{
    setObjectName("settingsDialog");
    m_search->setObjectName("settingSearch");
    m_search->setClearButtonEnabled(true);
    m_language->setObjectName("settingLanguage");
    m_language->addItems({QStringLiteral("English"), QStringLiteral("한국어")});
    m_language->setCurrentIndex(words.language() == Language::Korean ? 1 : 0);
    m_theme->setObjectName("settingTheme");
    m_theme->addItems({QString(), QString()});
    m_theme->setCurrentIndex(settings.isDark() ? 1 : 0);
    m_reopen->setObjectName("settingReopen");
    m_reopen->setChecked(settings.reopensDesigns());
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    addRows();
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_close->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addSpacing(8);
    layout->addLayout(m_form);
    layout->addWidget(m_nothing);
    layout->addStretch();
    layout->addSpacing(12);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connectRows();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    m_language->setFocus();
}

void SettingsDialog::addRows()
{
    m_rows = {{"language", new QLabel, m_language},
              {"theme", new QLabel, m_theme},
              {"icons", new QLabel, m_icons},
              {"reopen", new QLabel, m_reopen}};
    for (const Row& row : m_rows) {
        m_form->addRow(row.title, row.editor);
        row.title->setBuddy(row.editor);
    }
}

void SettingsDialog::connectRows()
{
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_apply.setLanguage(index == 1 ? Language::Korean : Language::English);
        retranslate();
    });
    connect(m_theme, &QComboBox::activated, this, [this](int index) { m_apply.setDark(index == 1); });
    connect(m_reopen, &QCheckBox::toggled, this, [this](bool reopens) { m_settings.setReopensDesigns(reopens); });
}

void SettingsDialog::filter()
{
    const QString wanted = m_search->text().trimmed().toLower();
    bool isAny = false;
    for (const Row& row : m_rows) {
        const std::string id = std::string("preferences.") + row.id;
        const bool fits = m_words.searchable(id).contains(wanted) || m_words.searchable(id + "-words").contains(wanted);
        m_form->setRowVisible(row.editor, fits);
        isAny = isAny || fits;
    }
    m_nothing->setVisible(!isAny);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(m_words("preferences.title"));
    m_search->setPlaceholderText(m_words("preferences.search"));
    m_search->setAccessibleName(m_words("preferences.search"));
    m_nothing->setText(m_words("preferences.nothing"));
    for (const Row& row : m_rows) row.title->setText(m_words(std::string("preferences.") + row.id));
    m_icons->retranslate();
    m_reopen->setText(m_words("preferences.reopen-yes"));
    m_theme->setItemText(0, m_words("action.theme-light"));
    m_theme->setItemText(1, m_words("action.theme-dark"));
    m_close->setText(m_words("dialog.close"));
    filter();
}

}  // namespace lintel::app::settings
