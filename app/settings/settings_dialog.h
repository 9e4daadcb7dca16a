#pragma once

#include "app/settings/app_settings.h"
#include "app/settings/words.h"

#include <QDialog>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lintel::app::settings {

class IconPackSetting;

/// What people may set about the program. Everything takes effect at once; the dialog itself follows. A search by words
/// of either language leaves what fits.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    struct Apply {
        std::function<void(model::text::Language)> setLanguage;
        std::function<void(bool dark)> setDark;
    };
    SettingsDialog(const AppSettings& settings, const Words& words, Apply apply, QWidget* parent = nullptr);

private:
    /// A line of the dialog; its title is `editor.preferences.<id>`, more words to find it `<id>-words`.
    struct Row {
        const char* id;
        QLabel* title;
        QWidget* editor;
    };

    void addRows();
    void connectRows();
    void filter();
    void retranslate();

    AppSettings m_settings;
    const Words& m_words;
    Apply m_apply;
    QLineEdit* m_search;
    QFormLayout* m_form;
    QLabel* m_nothing;
    QComboBox* m_language;
    QComboBox* m_theme;
    IconPackSetting* m_icons;
    QCheckBox* m_reopen;
    QPushButton* m_close;
    std::vector<Row> m_rows;
};

}  // namespace lintel::app::settings
