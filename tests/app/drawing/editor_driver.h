#pragma once

#include "app/window/main_window.h"

#include <QPoint>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string>

class QLineEdit;

namespace lintel::app::test {

/// A person at the editor's real window: knows where things are drawn, moves the mouse, presses keys, reads what is
/// on the screen. Never calls into the program to change anything.
class EditorDriver {
public:
    EditorDriver();
    ~EditorDriver();

    MainWindow& window() { return *m_window; }
    const model::Document& document() { return m_window->session().document(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }

    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);

    /// Looks the entry up in the palette and drops it on a point of the drawing. Gives the new block's id.
    std::string dragFromPalette(const QString& title, QPoint scene);
    /// The same by clicks: one on the entry, one where it goes.
    std::string placeFromPalette(const QString& title, QPoint scene);
    /// From the middle of a block's right edge on to another block. Gives the connection's id.
    std::string connect(const std::string& from, const std::string& to);
    void select(const std::string& id);
    /// Selects the block and types over its name.
    void rename(const std::string& id, const QString& name);

    /// Inspector: writes into a line, ticks references, picks from a list, fills a cell of a table row.
    void setLine(const QString& name, const QString& text);
    void choose(const QString& name, const QString& label);
    void tick(const QString& name, const std::vector<std::string>& ids);
    void addRow(const QString& table);
    void setCell(const QString& table, int row, const QString& column, const QString& text);
    void chooseCell(const QString& table, int row, const QString& column, const QString& label);

    /// Waits until lint has spoken about what is drawn now.
    void waitForLint();
    bool hasFinding(const std::string& rule);
    std::string listedRules();
    /// Problems panel: clicks a finding of the rule, then its fix.
    void applyFix(const std::string& rule, const QString& fixId);

    void saveAs(const QString& path);
    void open(const QString& path);

    QRect rectOf(const std::string& id);

private:
    QWidget* focused();
    QPoint inWindow(QPoint scene);
    void moveTo(QPoint inWindow);
    QWidget* inInspector(const QString& name);
    void answerFileDialog(const QString& path, Qt::Key code);
    QPoint findInPalette(const QString& title);
    std::string onlySelected();
    void show(const QRect& scene);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

}  // namespace lintel::app::test
