// Dialogs that show themselves: print preview, settings, shortcuts; and Qt's own texts in them.
#include "app/window/action_set.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPushButton>
#include <QScreen>
#include <QTest>
#include <QTimer>

using namespace lintel;
using model::text::Language;

namespace {

class DialogsTest : public test::EditorTest {
protected:
    /// Runs a command that opens a dialog and looks at the dialog. False when none came.
    bool inDialog(const char* command, const std::function<void(QDialog&)>& look)
    {
        bool came = false;
        QTimer::singleShot(100, &window(), [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            came = true;
            look(*dialog);
            dialog->close();
        });
        action(command)->trigger();
        return came;
    }
};

}  // namespace

TEST_F(DialogsTest, ShortcutsListEveryCommandThatHasOne)
{
    window().startEmpty();
    EXPECT_TRUE(inDialog("shortcuts", [&](QDialog& dialog) {
        QStringList texts;
        for (const auto* label : dialog.findChildren<QLabel*>()) texts << label->text();
        for (const QAction* command : window().actions().all()) {
            if (command->shortcut().isEmpty()) continue;
            EXPECT_TRUE(texts.contains(command->shortcut().toString(QKeySequence::NativeText)))
                << command->objectName().toStdString();
        }
        EXPECT_TRUE(texts.contains(window().words()("gesture.connect")));
        EXPECT_LE(dialog.height(), 900) << "it fits a small laptop";
    }));
}

TEST_F(DialogsTest, SettingsApplyAtOnce)
{
    EXPECT_TRUE(inDialog("settings", [&](QDialog& dialog) {
        auto* language = dialog.findChild<QComboBox*>("settingLanguage");
        ASSERT_TRUE(language);
        QTest::keyClick(language, Qt::Key_Down);
        EXPECT_EQ(window().words().language(), Language::Korean);
        EXPECT_EQ(dialog.windowTitle(), QString::fromUtf8("설정"));
        auto* theme = dialog.findChild<QComboBox*>("settingTheme");
        QTest::keyClick(theme, Qt::Key_Down);
        EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 100);
    }));
    window().setDark(false);
}

TEST_F(DialogsTest, SettingsAreFoundByWordsOfEitherLanguage)
{
    EXPECT_TRUE(inDialog("settings", [&](QDialog& dialog) {
        auto* search = dialog.findChild<QLineEdit*>("settingSearch");
        ASSERT_TRUE(search);
        const auto* theme = dialog.findChild<QComboBox*>("settingTheme");
        const auto* language = dialog.findChild<QComboBox*>("settingLanguage");
        search->setFocus();
        QTest::keyClicks(search, "dark");
        EXPECT_TRUE(theme->isVisible());
        EXPECT_FALSE(language->isVisible());
        search->clear();
        QInputMethodEvent event;
        event.setCommitString(QString::fromUtf8("언어"));
        QApplication::sendEvent(search, &event);
        EXPECT_FALSE(theme->isVisible());
        EXPECT_TRUE(language->isVisible());
        search->clear();
        EXPECT_TRUE(theme->isVisible());
    }));
}

TEST_F(DialogsTest, PrintPreviewShowsTheDrawing)
{
    openText(
        "lintel: 1\nblocks:\n  main: {kind: vpc, name: v, cidr: 10.0.0.0/16}\n  pub: {kind: subnet, in: main, name: s, "
        "cidr: 10.0.1.0/24}\n");
    EXPECT_TRUE(inDialog("print", [&](QDialog& dialog) {
        auto* preview = dialog.findChild<QPrintPreviewWidget*>();
        ASSERT_TRUE(preview);
        EXPECT_EQ(preview->pageCount(), 1);
        preview->updatePreview();
        const QImage page = preview->grab().toImage();
        int inked = 0;
        for (int y = 0; y < page.height(); y += 2)
            for (int x = 0; x < page.width(); x += 2) inked += page.pixelColor(x, y).saturation() > 60 ? 1 : 0;
        EXPECT_GT(inked, 20) << "the VPC's border is coloured; paper is not";
    }));
}

TEST_F(DialogsTest, QtSpeaksTheLanguageOfTheWindow)
{
    const auto save = [] { return QCoreApplication::translate("QPlatformTheme", "Save"); };
    EXPECT_EQ(save(), "Save");
    window().setLanguage(Language::Korean);
    EXPECT_EQ(save(), QString::fromUtf8("저장"));
    window().setLanguage(Language::English);
    EXPECT_EQ(save(), "Save");
}
