#include "app/cli/cli.h"
#include "tests/app/editor_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QTimer>

#include <sstream>

using namespace lintel;

namespace {

const QByteArray kDesign =
    "lintel: 1\ntitle: 예약\nregion: ap-northeast-2\nblocks:\n  main: {kind: vpc, name: 본점, cidr: 10.0.0.0/16}\n"
    "  app: {kind: subnet, in: main, name: app, cidr: 10.0.1.0/24, zone: a}\n  people: {kind: users, name: 손님}\n";

class ExportTest : public test::EditorTest {
protected:
    ExportTest() { openText(kDesign); }

    /// Opens the dialog, lets `fill` fill it in, and presses Export.
    void exportWith(const std::function<void(QDialog&)>& fill)
    {
        QTimer timer;
        bool isFilled = false;
        QObject::connect(&timer, &QTimer::timeout, &window(), [&] {
            auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (!dialog) return;
            auto* button = dialog->findChild<QAbstractButton*>(isFilled ? "noButton" : "exportButton");
            if (!button) {
                for (const auto* label : dialog->findChildren<QLabel*>()) m_told << label->text();
                dialog->close();
                return;
            }
            if (!isFilled) fill(*dialog);
            isFilled = true;
            QTest::mouseClick(button, Qt::LeftButton);
        });
        timer.start(10);
        action("export")->trigger();
    }
    QStringList m_told;  ///< by dialogs that nobody expected

    static void choose(QDialog& dialog, const char* field, const char* data)
    {
        auto* box = dialog.findChild<QComboBox*>(field);
        box->setCurrentIndex(box->findData(QString(data)));
    }
    /// What the command line writes for the same design.
    QByteArray fromCommandLine(std::vector<std::string> arguments, const QString& file)
    {
        std::istringstream in;
        std::ostringstream out;
        arguments.insert(arguments.begin(),
                         {"export", filePath("design.lintel.yaml").toStdString(), "-o", file.toStdString()});
        EXPECT_EQ(app::cli::run(arguments, {in, out, out}), 0) << out.str();
        return readFile(file);
    }
};

}  // namespace

TEST_F(ExportTest, APngIsTheSameAsFromTheCommandLine)
{
    exportWith([](QDialog& dialog) {
        EXPECT_TRUE(dialog.findChild<QLineEdit*>("exportTarget")->text().endsWith("/design.png"))
            << "beside the design, under its name";
        dialog.findChild<QDoubleSpinBox*>("exportScale")->setValue(3);
        choose(dialog, "exportTheme", "dark");
    });
    const QByteArray picture = readFile(filePath("design.png"));
    ASSERT_FALSE(picture.isEmpty());
    EXPECT_EQ(picture, fromCommandLine({"-t", "png", "--scale", "3", "--theme", "dark"}, filePath("same.png")));
    EXPECT_TRUE(find("noticeBar")->isVisible()) << "says where it went";
}

TEST_F(ExportTest, ATransparentPngHasNoGround)
{
    exportWith([](QDialog& dialog) { dialog.findChild<QCheckBox*>("exportTransparent")->setChecked(true); });
    EXPECT_EQ(QImage(filePath("design.png")).pixelColor(0, 0).alpha(), 0);
}

TEST_F(ExportTest, SvgMarkdownAndJsonAreTheSameAsFromTheCommandLine)
{
    const std::pair<const char*, const char*> formats[] = {{"svg", "svg"}, {"json", "json"}, {"markdown", "md"}};
    for (const auto& [type, ending] : formats) {
        exportWith([type = type](QDialog& dialog) {
            choose(dialog, "exportType", type);
            choose(dialog, "exportTheme", "light");
            EXPECT_FALSE(dialog.findChild<QDoubleSpinBox*>("exportScale")->isEnabled()) << "only a PNG has a scale";
        });
        const QByteArray written = readFile(filePath(QStringLiteral("design.") + ending));
        ASSERT_FALSE(written.isEmpty()) << type;
        QDir().mkpath(filePath("cli"));
        EXPECT_EQ(written,
                  fromCommandLine({"-t", type, "--lang", "en"}, filePath(QStringLiteral("cli/design.") + ending)))
            << type;
    }
}

TEST_F(ExportTest, APdfIsTheSameAsFromTheCommandLineAndMayBeAPoster)
{
    exportWith([](QDialog& dialog) {
        EXPECT_FALSE(dialog.findChild<QComboBox*>("exportPaper")->isVisible()) << "a PNG has no paper";
        choose(dialog, "exportType", "pdf");
        choose(dialog, "exportTheme", "print");
        choose(dialog, "exportPaper", "A5");
        EXPECT_TRUE(dialog.findChild<QComboBox*>("exportPaper")->isVisible());
        QTest::mouseClick(dialog.findChild<QCheckBox*>("exportPoster"), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::mouseClick(dialog.findChild<QCheckBox*>("exportTitleBlock"), Qt::LeftButton, {}, QPoint(8, 8));
    });
    const QByteArray poster = readFile(filePath("design.pdf"));
    ASSERT_TRUE(poster.startsWith("%PDF-"));
    EXPECT_EQ(poster,
              fromCommandLine({"-t", "pdf", "--theme", "print", "--poster", "A5", "--title-block", "--lang", "en"},
                              filePath("same.pdf")));
}

TEST_F(ExportTest, TheSelectionCanBeExportedAlone)
{
    exportWith([](QDialog& dialog) {
        EXPECT_FALSE(dialog.findChild<QCheckBox*>("exportOnly")->isEnabled()) << "nothing is selected";
    });
    window().controller().select({"main"});
    exportWith([](QDialog& dialog) {
        choose(dialog, "exportType", "svg");
        QTest::mouseClick(dialog.findChild<QCheckBox*>("exportOnly"), Qt::LeftButton, {}, QPoint(8, 8));
    });
    const QByteArray part = readFile(filePath("design.svg"));
    EXPECT_TRUE(part.contains("본점</text>"));
    EXPECT_FALSE(part.contains("손님</text>"));
}

TEST_F(ExportTest, APictureOfTheSelectionOrOfAllGoesToTheClipboard)
{
    action("copy-picture")->trigger();
    const QMimeData* whole = QGuiApplication::clipboard()->mimeData();
    ASSERT_TRUE(whole->hasImage());
    const QSize size = qvariant_cast<QImage>(whole->imageData()).size();
    EXPECT_TRUE(whole->data("image/svg+xml").contains("손님</text>"));
    EXPECT_TRUE(whole->data("image/png").startsWith("\x89PNG"));
    window().controller().select({"people"});
    action("copy-picture")->trigger();
    const QMimeData* part = QGuiApplication::clipboard()->mimeData();
    EXPECT_LT(qvariant_cast<QImage>(part->imageData()).width(), size.width());
    EXPECT_FALSE(part->data("image/svg+xml").contains("본점</text>"));
    EXPECT_TRUE(find("noticeBar")->isVisible());
}

TEST_F(ExportTest, TerraformGoesIntoAFolderAndTellsWhatIsLeftOut)
{
    QString about;
    const auto toTerraform = [&about](QDialog& dialog) {
        choose(dialog, "exportType", "terraform");
        about = dialog.findChild<QLabel*>("exportAbout")->text();
    };
    exportWith(toTerraform);
    const QDir folder(filePath("design-terraform"));
    EXPECT_TRUE(folder.exists("NOT-EXPORTED.md")) << "people have no Terraform form";
    const auto written = folder.entryList(QDir::Files | QDir::Hidden).size() - 1;  // Without Lintel's own list.
    EXPECT_TRUE(about.contains(QString::number(written))) << about.toStdString() << ": files, resources, what is left";
    EXPECT_TRUE(about.contains("3")) << about.toStdString() << ": a VPC, its default group and a subnet";
    EXPECT_TRUE(m_told.isEmpty()) << m_told.join('\n').toStdString();
    const QStringList files = folder.entryList({"*.tf"}, QDir::Files);
    ASSERT_FALSE(files.isEmpty());
    const QString changed = folder.filePath(files.front());
    writeFile(changed, readFile(changed) + "# by hand\n");
    exportWith(toTerraform);
    EXPECT_TRUE(readFile(changed).endsWith("# by hand\n")) << "what somebody changed is asked about, and was kept";
}

TEST_F(ExportTest, AnExistingFileIsAskedAbout)
{
    writeFile(filePath("design.png"), "mine");
    exportWith([](QDialog&) {});
    EXPECT_EQ(readFile(filePath("design.png")), "mine");
}

TEST_F(ExportTest, AFailedExportIsTold)
{
    writeFile(filePath("file"), "not a folder");
    exportWith(
        [this](QDialog& dialog) { dialog.findChild<QLineEdit*>("exportTarget")->setText(filePath("file/x.png")); });
    EXPECT_FALSE(m_told.isEmpty());
    EXPECT_FALSE(find("noticeBar")->isVisible());
}
