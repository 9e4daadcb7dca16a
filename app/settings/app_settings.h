#pragma once

#include "app/settings/open_design.h"
#include "model/text/language.h"

#include <QSettings>
#include <QStringList>

#include <vector>

namespace lintel::app::settings {

/// What the program remembers between runs.
class AppSettings {
public:
    model::text::Language language() const;  ///< the system's until chosen
    void setLanguage(model::text::Language language);

    bool isDark() const;
    void setDark(bool dark);

    QString iconPack() const;  ///< a folder or zip of AWS's icons; empty = our own
    void setIconPack(const QString& path);

    QStringList recentFiles() const;  ///< newest first
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();

    /// Whether the designs that were open at the end are opened again at the next start.
    bool reopensDesigns() const;
    void setReopensDesigns(bool reopens);
    std::vector<OpenDesign> openDesigns() const;
    void setOpenDesigns(const std::vector<OpenDesign>& designs);

    bool hasSeenTour() const;
    void setSeenTour(bool seen);

    QByteArray windowState(const QString& key) const { return m_settings.value(key).toByteArray(); }
    void setWindowState(const QString& key, const QByteArray& state) { m_settings.setValue(key, state); }

private:
    QSettings m_settings;
};

}  // namespace lintel::app::settings
