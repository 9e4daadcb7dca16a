#include "app/settings/appearance.h"
#include "app/window/action_set.h"
#include "tests/app/editor_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <cmath>

using namespace lintel;
using model::text::Language;

namespace {

const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}\n"
    "  pub: {kind: subnet, in: main, name: s, cidr: 10.0.1.0/24}\n  db: {kind: rds-instance, in: pub, name: d}\n";

class LookTest : public test::EditorTest {
protected:
    /// Everything that can be read in the window at the moment.
    QStringList texts()
    {
        QStringList all;
        for (const auto* menu : window().findChildren<QMenu*>()) all << menu->title();
        for (const auto* command : window().actions().all()) all << command->text() << command->toolTip();
        for (const auto* dock : window().findChildren<QDockWidget*>()) all << dock->windowTitle();
        for (const auto* label : window().findChildren<QLabel*>())
            if (label->isVisible()) all << label->text();
        for (const auto* button : window().findChildren<QAbstractButton*>())
            if (button->isVisible()) all << button->text();
        for (const auto* line : window().findChildren<QLineEdit*>())
            if (line->isVisible()) all << line->placeholderText();
        for (auto* tree : window().findChildren<QTreeWidget*>()) {
            all << tree->headerItem()->text(0);
            for (int i = 0; i < tree->topLevelItemCount(); ++i) all << tree->topLevelItem(i)->text(0);
        }
        return all;
    }
    int countKorean()
    {
        static const QRegularExpression kHangul("[\\x{AC00}-\\x{D7A3}]");
        int count = 0;
        for (const QString& text : texts()) count += text.contains(kHangul) ? 1 : 0;
        return count;
    }
};

qreal lightness(const QIcon& icon)
{
    const QImage image = icon.pixmap(20).toImage();
    qreal sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).alpha() > 200) {
                sum += image.pixelColor(x, y).lightnessF();
                ++count;
            }
    return count ? sum / count : -1;
}

/// WCAG: 1 = the same, 21 = black on white.
qreal contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](qreal part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const qreal first = luminance(a) + 0.05;
    const qreal second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

}  // namespace

TEST_F(LookTest, WhereTheSelectionIsCanBeReadInBothThemes)
{
    openText(kDesign);
    window().session().select({"db"});
    for (const bool dark : {false, true, false}) {
        window().setDark(dark);
        QApplication::processEvents();
        static const QRegularExpression kColour("color:(#[0-9a-f]{6})");
        auto* label = find<QLabel>("selectionText");
        const auto found = kColour.match(label->text());
        ASSERT_TRUE(found.hasMatch()) << label->text().toStdString();
        EXPECT_GE(contrast(QColor(found.captured(1)), label->palette().color(QPalette::Window)), 4.5)
            << label->text().toStdString();
    }
}

TEST_F(LookTest, WhatCannotBePressedIsTakenBackInBothThemes)
{
    for (const bool dark : {false, true}) {
        const QIcon icon = app::settings::symbolIcon("undo", dark);
        const auto strongest = [&](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(20, 20), mode).toImage();
            int most = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) most = std::max(most, image.pixelColor(x, y).alpha());
            return most;
        };
        EXPECT_GT(strongest(QIcon::Normal), 200);
        EXPECT_LT(strongest(QIcon::Disabled), 110);
    }
}

TEST_F(LookTest, EverythingFollowsTheLanguage)
{
    openText(kDesign);
    window().session().select({"db"});
    ASSERT_TRUE(waitForLint());
    QTest::qWait(20);
    // Each language is called by its own name, the switch is in the other one's words (each as text and tool tip, once
    // more on the tool bar), and the search gives a Korean example.
    const int own = 6;
    EXPECT_LE(countKorean(), own);
    action("toggle-language")->trigger();
    ASSERT_TRUE(waitFor([&] { return countKorean() > own; }));
    QTest::qWait(20);
    static const QRegularExpression kOnlyEnglish("^[A-Z][a-z]+ [a-z ]+[a-z]$");
    for (const QString& text : texts())
        EXPECT_FALSE(text.contains(kOnlyEnglish) && text != "Show in English") << text.toStdString();
    EXPECT_EQ(find<QDockWidget>("problemsDock")->windowTitle(), QString("문제"));
    EXPECT_EQ(find<QTreeWidget>("paletteTree")->topLevelItem(0)->text(0), QString("네트워크"));
    action("toggle-language")->trigger();
    ASSERT_TRUE(waitFor([&] { return countKorean() <= own; }));
}

TEST_F(LookTest, TheLanguageIsRemembered)
{
    window().setLanguage(Language::Korean);
    crash();
    startAgain();
    EXPECT_EQ(window().words().language(), Language::Korean);
    EXPECT_EQ(find<QPushButton>("newEmpty")->text(), QString("빈 설계 만들기"));
}

TEST_F(LookTest, EverythingFollowsTheTheme)
{
    openText(kDesign);
    window().setDark(false);
    const qreal light = lightness(action("save")->icon());
    EXPECT_LT(light, 0.5);
    EXPECT_GT(QApplication::palette().color(QPalette::Window).lightnessF(), 0.7);
    action("toggle-theme")->trigger();
    ASSERT_TRUE(waitFor([&] { return QApplication::palette().color(QPalette::Window).lightnessF() < 0.3; }));
    EXPECT_GT(lightness(action("save")->icon()), 0.5) << "symbols are drawn in the colour of the text";
    EXPECT_TRUE(window().canvas().theme().isDark);
    EXPECT_TRUE(action("theme-dark")->isChecked());
    openText(kDesign, "second.lintel.yaml");
    EXPECT_TRUE(window().canvas().theme().isDark) << "new tabs too";
    window().setDark(false);
    for (app::DocumentTab* tab : window().workspace().tabs()) EXPECT_FALSE(tab->canvas().theme().isDark);
}

TEST_F(LookTest, NoButtonCutsItsTextOff)
{
    openText(kDesign);
    for (const Language language : {Language::English, Language::Korean}) {
        window().setLanguage(language);
        window().session().select({"db"});
        QTest::qWait(30);
        for (const auto* button : window().findChildren<QPushButton*>()) {
            // Fixes take what room there is and tell the rest in their tool tips.
            if (!button->isVisible() || button->objectName().startsWith("fix.")) continue;
            EXPECT_GE(button->width(), button->fontMetrics().horizontalAdvance(button->text()))
                << button->text().toStdString();
        }
    }
}

TEST_F(LookTest, EveryCommandHasATextAndIsReachable)
{
    for (const QAction* command : window().actions().all()) {
        EXPECT_FALSE(command->text().isEmpty());
        EXPECT_FALSE(command->text().startsWith("editor.")) << command->text().toStdString();
    }
    QStringList taken;
    for (const QAction* command : window().actions().all())
        for (const QKeySequence& keys : command->shortcuts()) {
            EXPECT_FALSE(taken.contains(keys.toString())) << keys.toString().toStdString() << " twice";
            taken << keys.toString();
        }
}
