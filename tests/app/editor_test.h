#pragma once

#include "app/window/main_window.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace lintel::test {

/// A window of its own, with settings and recovery files of its own, driven by real events.
class EditorTest : public ::testing::Test {
protected:
    EditorTest();
    ~EditorTest() override;

    app::MainWindow& window() { return *m_window; }
    /// Closes the window as a crash would: without a question, recovery files left behind.
    void crash();
    void startAgain();

    QString filePath(const QString& name) const { return m_folder.filePath(name); }
    void writeFile(const QString& path, const QByteArray& bytes);
    QByteArray readFile(const QString& path);
    /// Opens a design from its text, by way of a file.
    void openText(const QByteArray& text, const QString& name = "design.lintel.yaml");

    template <class Widget = QWidget>
    Widget* find(const QString& name)
    {
        return m_window->findChild<Widget*>(name);
    }
    QAction* action(const QString& id) { return m_window->actions().find(id); }

    /// Runs `act`, which opens a dialog, and clicks the named button in it. False when no such dialog came.
    bool answering(const QString& dialog, const QString& button, const std::function<void()>& act);
    bool waitForLint();
    static bool waitFor(const std::function<bool()>& condition);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::MainWindow> m_window;
};

}  // namespace lintel::test
