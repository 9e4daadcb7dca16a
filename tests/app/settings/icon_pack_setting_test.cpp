#include "app/settings/app_settings.h"
#include "rendering/icons/icon_set.h"
#include "tests/app/editor_test.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace lintel;
using rendering::IconSet;

namespace {

const QByteArray kIcon =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\">"
    "<rect width=\"48\" height=\"48\" fill=\"#00FF00\"/></svg>";
const QByteArray kDesign =
    "lintel: 1\nblocks:\n  main: {kind: vpc, cidr: 10.0.0.0/16}\n  net: {kind: subnet, in: main, cidr: 10.0.1.0/24, "
    "zone: a}\n"
    "  web: {kind: ec2-instance, in: net}\n";

class IconPackSettingTest : public test::EditorTest {
protected:
    IconPackSettingTest()
    {
        QDir().mkpath(filePath("icons/Arch_Compute"));
        QDir().mkpath(filePath("nothing"));
        writeFile(filePath("icons/Arch_Compute/Arch_Amazon-EC2_48.svg"), kIcon);
        writeFile(filePath("nothing/readme.txt"), "no icons");
    }
    ~IconPackSettingTest() override
    {
        app::settings::AppSettings().setIconPack({});
        IconSet::usePack(nullptr);
    }

    static constexpr Qt::Key kOwn = Qt::Key_Home;
    static constexpr Qt::Key kFolder = Qt::Key_End;

    /// Opens the settings, picks the first or the last entry of the list by its key, and answers the file dialog.
    void choose(Qt::Key key, const QString& path = {})
    {
        m_key = key;
        m_path = path;
        m_isAsked = m_isAnswered = false;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &window(), [&] { step(); });
        timer.start(10);
        action("settings")->trigger();
    }

    QString m_problem;
    QStringList m_entries;

private:
    void step()
    {
        QWidget* modal = QApplication::activeModalWidget();
        if (auto* files = qobject_cast<QFileDialog*>(modal)) return answer(*files);
        auto* dialog = qobject_cast<QDialog*>(modal);
        auto* box = dialog ? dialog->findChild<QComboBox*>("settingIcons") : nullptr;
        if (!box) return;
        if (!m_isAsked) {
            m_isAsked = true;
            box->setFocus();
            // The key opens a dialog that runs on; a timer does not fire while its own slot does.
            QTimer::singleShot(0, box, [box, key = m_key] { QTest::keyClick(box, key); });
            return;
        }
        auto* problem = dialog->findChild<QLabel*>("settingIconsProblem");
        m_problem = problem->isVisible() ? problem->text() : QString();
        m_entries.clear();
        for (int i = 0; i < box->count(); ++i) m_entries << box->itemText(i);
        m_entries << box->currentText();
        dialog->reject();
    }

    void answer(QFileDialog& files)
    {
        if (m_isAnswered) return files.reject();
        m_isAnswered = true;
        auto* line = files.findChild<QLineEdit*>("fileNameEdit");
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(m_path);
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        if (line->completer()) line->completer()->popup()->hide();
        auto* buttons = files.findChild<QDialogButtonBox*>("buttonBox");
        for (QAbstractButton* button : buttons->buttons())
            if (buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
                return QTest::mouseClick(button, Qt::LeftButton);
    }

    Qt::Key m_key = kOwn;
    QString m_path;
    bool m_isAsked = false;
    bool m_isAnswered = false;
};

}  // namespace

TEST_F(IconPackSettingTest, APackIsDrawnRememberedAndTakenBack)
{
    openText(kDesign);
    const QImage own = window().canvas().grab().toImage();
    choose(kFolder, filePath("icons"));
    EXPECT_TRUE(m_problem.isEmpty()) << m_problem.toStdString();
    EXPECT_EQ(m_entries.value(1), "icons") << "the pack in use has an entry of its own";
    EXPECT_EQ(m_entries.last(), "icons");
    EXPECT_TRUE(IconSet::isFromPack("ec2-instance"));
    EXPECT_NE(window().canvas().grab().toImage(), own) << "the canvas shows it at once";
    startAgain();
    EXPECT_TRUE(IconSet::isFromPack("ec2-instance"));
    choose(kOwn);
    EXPECT_FALSE(IconSet::isFromPack("ec2-instance"));
    EXPECT_TRUE(app::settings::AppSettings().iconPack().isEmpty());
}

TEST_F(IconPackSettingTest, WhatIsNoPackIsRefusedWithItsReason)
{
    choose(kFolder, filePath("icons"));
    choose(kFolder, filePath("nothing"));
    EXPECT_TRUE(m_problem.contains("None of AWS's Architecture Icons")) << m_problem.toStdString();
    EXPECT_EQ(m_entries.last(), "icons") << "what was chosen before stays";
    EXPECT_TRUE(IconSet::isFromPack("ec2-instance"));
}

TEST_F(IconPackSettingTest, APackThatIsGoneLeavesOurIcons)
{
    app::settings::AppSettings().setIconPack(filePath("gone.zip"));
    startAgain();
    EXPECT_FALSE(IconSet::isFromPack("ec2-instance"));
}
