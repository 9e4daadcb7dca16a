#include "app/settings/app_settings.h"

#include <QFileInfo>
#include <QLocale>

namespace lintel::app::settings {

namespace {
constexpr qsizetype kRecentFiles = 10;
}

model::text::Language AppSettings::language() const
{
    const QString code = m_settings.value("language", QLocale::system().name()).toString();
    return model::text::languageFrom(code.toStdString());
}

void AppSettings::setLanguage(model::text::Language language)
{
    m_settings.setValue("language", QString::fromStdString(std::string(codeOf(language))));
}

bool AppSettings::isDark() const { return m_settings.value("dark", false).toBool(); }
void AppSettings::setDark(bool dark) { m_settings.setValue("dark", dark); }

QString AppSettings::iconPack() const { return m_settings.value("icon-pack").toString(); }
void AppSettings::setIconPack(const QString& path) { m_settings.setValue("icon-pack", path); }

QStringList AppSettings::recentFiles() const { return m_settings.value("recent-files").toStringList(); }

void AppSettings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    while (files.size() > kRecentFiles) files.removeLast();
    m_settings.setValue("recent-files", files);
}

void AppSettings::removeRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(QFileInfo(path).absoluteFilePath());
    m_settings.setValue("recent-files", files);
}

void AppSettings::clearRecentFiles() { m_settings.remove("recent-files"); }

bool AppSettings::reopensDesigns() const { return m_settings.value("reopen-designs", true).toBool(); }
void AppSettings::setReopensDesigns(bool reopens) { m_settings.setValue("reopen-designs", reopens); }

std::vector<OpenDesign> AppSettings::openDesigns() const
{
    std::vector<OpenDesign> designs;
    for (const QVariant& row : m_settings.value("open-designs").toList()) {
        const QVariantMap map = row.toMap();
        OpenDesign design{map["path"].toString(), map["origin"].toPointF(), map["scale"].toDouble(),
                          map["current"].toBool()};
        if (!design.path.isEmpty() && design.scale > 0) designs.push_back(std::move(design));
    }
    return designs;
}

void AppSettings::setOpenDesigns(const std::vector<OpenDesign>& designs)
{
    QVariantList rows;
    for (const OpenDesign& design : designs)
        rows.push_back(QVariantMap{
            {"path", design.path}, {"origin", design.origin}, {"scale", design.scale}, {"current", design.isCurrent}});
    m_settings.setValue("open-designs", rows);
}

bool AppSettings::hasSeenTour() const { return m_settings.value("tour-seen", false).toBool(); }
void AppSettings::setSeenTour(bool seen) { m_settings.setValue("tour-seen", seen); }

}  // namespace lintel::app::settings
