#include "app/settings/settings_dialog.h"

#include "app/settings/icon_pack_setting.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app::settings {

using model::text::Language;

SettingsDialog::SettingsDialog(const AppSettings& settings, const Words& words, Apply apply, QWidget* parent)
    : QDialog(parent),
      m_words(words),
      m_apply(std::move(apply)),
      m_languageTitle(new QLabel),
      m_language(new QComboBox),
      m_themeTitle(new QLabel),
      m_theme(new QComboBox),
      m_iconsTitle(new QLabel),
      // Everything that shows icons is made anew with the theme.
      m_icons(new IconPackSetting(words, [this] { m_apply.setDark(m_theme->currentIndex() == 1); })),
      m_close(new QPushButton)
{
    setObjectName("settingsDialog");
    m_language->setObjectName("settingLanguage");
    m_language->addItems({QStringLiteral("English"), QStringLiteral("한국어")});
    m_language->setCurrentIndex(words.language() == Language::Korean ? 1 : 0);
    m_theme->setObjectName("settingTheme");
    m_theme->addItems({QString(), QString()});
    m_theme->setCurrentIndex(settings.isDark() ? 1 : 0);
    auto* form = new QFormLayout;
    form->addRow(m_languageTitle, m_language);
    form->addRow(m_themeTitle, m_theme);
    form->addRow(m_iconsTitle, m_icons);
    m_languageTitle->setBuddy(m_language);
    m_themeTitle->setBuddy(m_theme);
    m_iconsTitle->setBuddy(m_icons);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addSpacing(12);
    layout->addWidget(buttons);
    setMinimumWidth(360);
    connect(m_language, &QComboBox::activated, this, [this](int index) {
        m_apply.setLanguage(index == 1 ? Language::Korean : Language::English);
        retranslate();
    });
    connect(m_theme, &QComboBox::activated, this, [this](int index) { m_apply.setDark(index == 1); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(m_words("preferences.title"));
    m_languageTitle->setText(m_words("preferences.language"));
    m_themeTitle->setText(m_words("preferences.theme"));
    m_iconsTitle->setText(m_words("preferences.icons"));
    m_icons->retranslate();
    m_theme->setItemText(0, m_words("action.theme-light"));
    m_theme->setItemText(1, m_words("action.theme-dark"));
    m_close->setText(m_words("dialog.close"));
}

}  // namespace lintel::app::settings
