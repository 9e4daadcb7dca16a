#pragma once

#include "app/settings/app_settings.h"
#include "app/settings/words.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;

namespace lintel::app::settings {

class IconPackSetting;

/// What people may set about the program. Everything takes effect at once; the dialog itself follows.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    struct Apply {
        std::function<void(model::text::Language)> setLanguage;
        std::function<void(bool dark)> setDark;
    };
    SettingsDialog(const AppSettings& settings, const Words& words, Apply apply, QWidget* parent = nullptr);

private:
    void retranslate();

    const Words& m_words;
    Apply m_apply;
    QLabel* m_languageTitle;
    QComboBox* m_language;
    QLabel* m_themeTitle;
    QComboBox* m_theme;
    QLabel* m_iconsTitle;
    IconPackSetting* m_icons;
    QPushButton* m_close;
};

}  // namespace lintel::app::settings
