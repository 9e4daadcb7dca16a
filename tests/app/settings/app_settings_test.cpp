#include "app/settings/app_settings.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace lintel::app::settings;

namespace {

class AppSettingsTest : public ::testing::Test {
protected:
    AppSettingsTest() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path()); }
    QTemporaryDir m_folder;
};

}  // namespace

TEST_F(AppSettingsTest, RecentFilesAreNewestFirstOnceEachAndNotEndless)
{
    AppSettings settings;
    for (int i = 0; i < 20; ++i) settings.addRecentFile(QStringLiteral("/designs/%1.lintel.yaml").arg(i));
    settings.addRecentFile("/designs/15.lintel.yaml");
    const QStringList files = settings.recentFiles();
    EXPECT_EQ(files.size(), 10);
    EXPECT_EQ(files.front(), QString("/designs/15.lintel.yaml"));
    EXPECT_EQ(files.count("/designs/15.lintel.yaml"), 1);
    settings.removeRecentFile("/designs/15.lintel.yaml");
    EXPECT_FALSE(settings.recentFiles().contains("/designs/15.lintel.yaml"));
    settings.clearRecentFiles();
    EXPECT_TRUE(settings.recentFiles().isEmpty());
}

TEST_F(AppSettingsTest, RemembersLanguageAndTheme)
{
    {
        AppSettings settings;
        settings.setLanguage(lintel::model::text::Language::Korean);
        settings.setDark(true);
    }
    const AppSettings settings;
    EXPECT_EQ(settings.language(), lintel::model::text::Language::Korean);
    EXPECT_TRUE(settings.isDark());
}
