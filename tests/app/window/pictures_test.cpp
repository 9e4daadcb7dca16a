// Every panel and dialog in both languages and both themes: no text is cut off. With LINTEL_TEST_PICTURES=FOLDER they
// are saved to be looked at; QT_SCALE_FACTOR=1.5 shows them at 150 %.
#include "app/window/action_set.h"
#include "app/window/panel_docks.h"
#include "tests/app/editor_test.h"

#include "model/embedded/embedded.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

using namespace lintel;
using model::text::Language;

namespace {

const char* const kPanels[] = {"palette", "outline", "inspector", "history",   "problems", "reach",
                               "failure", "matrix",  "addresses", "terraform", "cost"};
const char* const kDialogs[] = {"shortcuts", "settings", "export", "about", "print"};
// What lies over the canvas until Escape.
const char* const kOverCanvas[] = {"command-palette", "find", "edit-field", "add-next", "add-note", "tour"};

class PicturesTest : public test::EditorTest {
protected:
    void openTemplate(const std::string& name)
    {
        for (const auto& design : model::embedded::templates())
            if (design.name == name) openText(QByteArray::fromStdString(design.text), "look.lintel.yaml");
    }

    void picture(QWidget& widget, const QString& name)
    {
        if (!qEnvironmentVariableIsSet("LINTEL_TEST_PICTURES")) return;
        const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(qEnvironmentVariable("LINTEL_TEST_PICTURES"), name, m_look)
                                 .arg(qRound(widget.devicePixelRatioF() * 100));
        widget.grab().save(file);
    }

    /// A label and a button have room for their words, or say themselves that they shorten them.
    void expectWholeTexts(QWidget& widget, const QString& where)
    {
        for (const QLabel* label : widget.findChildren<QLabel*>()) {
            if (label->visibleRegion().isEmpty() || label->text().isEmpty()) continue;
            const bool isWhole = label->wordWrap() ? label->height() + 1 >= label->heightForWidth(label->width())
                                                   : label->width() + 1 >= label->minimumSizeHint().width();
            EXPECT_TRUE(isWhole) << where.toStdString() << ": " << label->text().toStdString();
        }
        for (const QPushButton* button : widget.findChildren<QPushButton*>()) {
            if (!button->isVisible() || button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) continue;
            EXPECT_GE(button->width() + 1, button->minimumSizeHint().width())
                << where.toStdString() << ": " << button->text().toStdString();
        }
        for (const QCheckBox* box : widget.findChildren<QCheckBox*>()) {
            if (!box->isVisible()) continue;
            EXPECT_GE(box->width() + 1, box->minimumSizeHint().width())
                << where.toStdString() << ": " << box->text().toStdString();
        }
    }

    void lookAtDialog(const char* command)
    {
        bool came = false;
        QTimer::singleShot(120, &window(), [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            came = true;
            picture(*dialog, QStringLiteral("dialog-") + command);
            expectWholeTexts(*dialog, command);
            dialog->close();
        });
        action(command)->trigger();
        EXPECT_TRUE(came) << command;
    }

    void lookAtWhatLiesOverTheCanvas()
    {
        for (const char* command : kOverCanvas) {
            window().activateWindow();
            window().canvas().setFocus();
            window().session().select({"main-a"});
            action(command)->trigger();
            QApplication::processEvents();
            QTest::qWait(20);
            expectWholeTexts(window(), command);
            picture(window(), QStringLiteral("over-") + command);
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &window().canvas(), Qt::Key_Escape);
        }
        action("layer-security")->trigger();
        QTest::qWait(20);
        expectWholeTexts(window(), "layer-security");
        picture(window(), "over-layer-security");
        action("layer-all")->trigger();
    }

    void lookAtFinding()
    {
        window().panels().reveal("problems");
        auto* list = window().findChild<QTreeWidget*>("problemsList");
        ASSERT_GT(list->topLevelItemCount(), 0);
        list->setCurrentItem(list->topLevelItem(0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(0)).center());
        QTest::qWait(20);
        expectWholeTexts(window(), "finding");
        picture(window(), "panel-problems-finding");
    }

    void lookAtEverything()
    {
        window().workspace().showStartPage();
        QTest::qWait(200);
        picture(window(), "start-page");
        window().workspace().showCanvas();
        window().canvas().zoomToFit();
        for (const char* id : kPanels) {
            window().panels().reveal(id);
            QApplication::processEvents();
            expectWholeTexts(window(), QString(id) + ' ' + m_look);
            picture(window(), QStringLiteral("panel-") + id);
        }
        lookAtFinding();
        lookAtWhatLiesOverTheCanvas();
        for (const char* command : kDialogs) lookAtDialog(command);
    }

    QString m_look;
};

}  // namespace

TEST_F(PicturesTest, NoPanelAndNoDialogCutsItsTextOff)
{
    openTemplate("dangdang-salon");
    ASSERT_TRUE(waitForLint());
    window().session().select({"main-a"});
    for (const Language language : {Language::English, Language::Korean}) {
        for (const bool dark : {false, true}) {
            m_look = QStringLiteral("%1-%2").arg(language == Language::Korean ? "ko" : "en", dark ? "dark" : "light");
            window().setLanguage(language);
            window().setDark(dark);
            QApplication::processEvents();
            lookAtEverything();
        }
    }
    window().setDark(false);
    window().setLanguage(Language::English);
}
