#include "tests/app/editor_test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

namespace lintel::test {

EditorTest::EditorTest()
{
    QStandardPaths::setTestModeEnabled(false);
    qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    qputenv("LANG", "en_US.UTF-8");
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath("config"));
    startAgain();
    m_window->setLanguage(model::text::Language::English);
}

EditorTest::~EditorTest() = default;

void EditorTest::startAgain()
{
    m_window = std::make_unique<app::MainWindow>();
    m_window->resize(1280, 860);
    m_window->show();
    m_window->activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(m_window.get(), 2000));
}

void EditorTest::crash()
{
    for (app::DocumentTab* tab : m_window->workspace().tabs()) tab->recovery().flush();
    m_window.reset();
}

void EditorTest::writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

QByteArray EditorTest::readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void EditorTest::openText(const QByteArray& text, const QString& name)
{
    writeFile(filePath(name), text);
    bool opened = false;
    answering({}, {}, [&] { opened = m_window->openFile(filePath(name)); });
    ASSERT_TRUE(opened);
}

bool EditorTest::answering(const QString& dialog, const QString& button, const std::function<void()>& act)
{
    bool answered = false;
    QTimer timer;
    timer.setInterval(10);
    QObject::connect(&timer, &QTimer::timeout, m_window.get(), [&] {
        QWidget* modal = QApplication::activeModalWidget();
        if (!modal) return;
        auto* wanted = modal->objectName() == dialog ? modal->findChild<QAbstractButton*>(button) : nullptr;
        answered = answered || wanted != nullptr;
        if (wanted)
            QTest::mouseClick(wanted, Qt::LeftButton);
        else
            modal->close();
    });
    timer.start();
    act();
    return answered;
}

bool EditorTest::waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 30000); }

bool EditorTest::waitForLint()
{
    return waitFor([this] { return m_window->lint().isUpToDate(); });
}

}  // namespace lintel::test
