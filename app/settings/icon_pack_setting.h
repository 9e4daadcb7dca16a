#pragma once

#include "app/settings/app_settings.h"
#include "app/settings/words.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;

namespace lintel::app::settings {

/// Draws with the pack that the settings name, from now on; with our own icons when they name none, or it is gone.
void applyIconPack(const AppSettings& settings);

/// The choice between Lintel's icons and a pack of AWS's, a zip or a folder. A pack that cannot be read is refused with
/// its reason, and what was chosen before stays.
class IconPackSetting : public QWidget {
    Q_OBJECT

public:
    /// `changed` is called once the icons are others: whatever shows some is to be drawn anew.
    IconPackSetting(const Words& words, std::function<void()> changed, QWidget* parent = nullptr);
    void retranslate();

private:
    void fill();
    void activate(int index);
    void use(const QString& path);

    const Words& m_words;
    std::function<void()> m_changed;
    AppSettings m_settings;
    QComboBox* m_choice;
    QLabel* m_problem;
};

}  // namespace lintel::app::settings
