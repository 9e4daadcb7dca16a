#include "tests/app/drawing/editor_driver.h"

#include "app/inspector/inspector_panel.h"
#include "app/problems/problems_panel.h"
#include "app/window/panel_docks.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace lintel::app::test {

using rendering::canvas::CanvasWidget;

EditorDriver::EditorDriver()
{
    QStandardPaths::setTestModeEnabled(false);
    qputenv("XDG_DATA_HOME", m_folder.filePath("data").toUtf8());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath("config"));
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    m_window = std::make_unique<MainWindow>();
    m_window->setLanguage(model::text::Language::English);
    m_window->resize(2200, 1500);
    m_window->show();
    m_window->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
}

EditorDriver::~EditorDriver() = default;

QWidget* EditorDriver::focused()
{
    // The offscreen platform does not give the window back its activity when a menu or a dialog closes.
    if (!QApplication::focusWidget()) {
        m_window->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }
    if (!QApplication::focusWidget()) m_window->canvas().setFocus();
    return QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
}

void EditorDriver::key(Qt::Key code, Qt::KeyboardModifiers modifiers) { QTest::keyClick(focused(), code, modifiers); }

void EditorDriver::type(const QString& text)
{
    for (const QChar character : text) QTest::keyClick(focused(), character.toLatin1());
}

QPoint EditorDriver::inWindow(QPoint scene)
{
    CanvasWidget& canvas = m_window->canvas();
    return canvas.mapTo(m_window.get(), canvas.toView(QPointF(scene)).toPoint());
}

void EditorDriver::moveTo(QPoint at) { QTest::mouseMove(m_window->windowHandle(), at); }

QRect EditorDriver::rectOf(const std::string& id)
{
    return rendering::canvas::rectOf(m_window->controller().geometry(), id).toRect();
}

std::string EditorDriver::onlySelected()
{
    const auto& selection = m_window->session().selection();
    return selection.size() == 1 ? *selection.begin() : std::string();
}

/// Ctrl+0 fits the drawing into the window, as people do when something is out of sight.
void EditorDriver::show(const QRect& scene)
{
    CanvasWidget& canvas = m_window->canvas();
    if (canvas.visibleSceneRect().contains(QRectF(scene))) return;
    canvas.setFocus();
    key(Qt::Key_0, Qt::ControlModifier);
}

QPoint EditorDriver::findInPalette(const QString& title)
{
    auto* search = m_window->findChild<QLineEdit*>("paletteSearch");
    auto* tree = m_window->findChild<QTreeWidget*>("paletteTree");
    QTest::mouseClick(search, Qt::LeftButton);
    key(Qt::Key_A, Qt::ControlModifier);
    type(title);
    const auto found = tree->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
    QTreeWidgetItem* item = nullptr;
    for (QTreeWidgetItem* candidate : found)
        if (!candidate->isHidden() && candidate->parent()) item = candidate;
    EXPECT_NE(item, nullptr) << title.toStdString();
    if (!item) return {};
    tree->scrollToItem(item);
    tree->setCurrentItem(item);
    return tree->viewport()->mapTo(m_window.get(), tree->visualItemRect(item).center());
}

std::string EditorDriver::dragFromPalette(const QString& title, QPoint scene)
{
    show(QRect(scene, QSize(1, 1)));
    findInPalette(title);
    // The offscreen platform carries no drags: what it would send to the window is sent here, with the palette's own
    // data.
    auto* tree = m_window->findChild<QTreeWidget*>("paletteTree");
    const std::unique_ptr<QMimeData> data(tree->model()->mimeData({tree->currentIndex()}));
    const QPoint to = inWindow(scene);
    QWindow* handle = m_window->windowHandle();
    QDragEnterEvent enter(to - QPoint(4, 4), Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(handle, &enter);
    QDragMoveEvent move(to, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(handle, &move);
    EXPECT_TRUE(move.isAccepted()) << title.toStdString();
    QDropEvent drop(to, Qt::CopyAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(handle, &drop);
    return onlySelected();
}

std::string EditorDriver::placeFromPalette(const QString& title, QPoint scene)
{
    show(QRect(scene, QSize(1, 1)));
    const QPoint from = findInPalette(title);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, from);
    EXPECT_TRUE(m_window->controller().isHolding()) << title.toStdString();
    const QPoint to = inWindow(scene);
    moveTo(to);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, to);
    EXPECT_FALSE(m_window->controller().isHolding()) << title.toStdString() << " found no place";
    return onlySelected();
}

std::string EditorDriver::connect(const std::string& from, const std::string& to)
{
    show(rectOf(from).united(rectOf(to)));
    moveTo(inWindow(rectOf(from).center()));
    const QPoint edge = inWindow({rectOf(from).right() + 1, rectOf(from).center().y()});
    // A container's middle may be covered by what it holds; its icon is not.
    const model::Rect icon = m_window->controller().geometry().find(model::BlockId(to))->icon;
    const QPoint target = inWindow({icon.center().x, icon.center().y});
    moveTo(edge);
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, edge);
    for (const QPoint at : {edge + QPoint(8, 3), (edge + target) / 2, target}) moveTo(at);
    QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, target);
    const std::string id = onlySelected();
    EXPECT_TRUE(document().connections.contains(model::ConnectionId(id))) << from << " to " << to;
    return id;
}

void EditorDriver::select(const std::string& id)
{
    show(rectOf(id));
    // On the name: a container's middle may be covered by what it holds.
    const model::layout::BlockGeometry* block = m_window->controller().geometry().find(model::BlockId(id));
    ASSERT_NE(block, nullptr) << id;
    const QPoint at = inWindow({block->icon.center().x, block->icon.center().y});
    moveTo(at);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, at);
    EXPECT_EQ(onlySelected(), id);
    QApplication::processEvents();
}

void EditorDriver::rename(const std::string& id, const QString& name)
{
    select(id);
    type(name);
    key(Qt::Key_Return);
}

QWidget* EditorDriver::inInspector(const QString& name)
{
    QApplication::processEvents();
    const auto found = m_window->panels().inspector().findChildren<QWidget*>(name);
    for (QWidget* widget : found)
        if (widget->isVisibleTo(m_window.get())) return widget;
    ADD_FAILURE() << "the inspector shows no " << name.toStdString();
    return nullptr;
}

void EditorDriver::setLine(const QString& name, const QString& text)
{
    QWidget* line = inInspector(name);
    if (!line) return;
    QTest::mouseClick(line, Qt::LeftButton);
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
    key(Qt::Key_Return);
    QApplication::processEvents();
}

void EditorDriver::choose(const QString& name, const QString& label)
{
    auto* box = qobject_cast<QComboBox*>(inInspector(name));
    ASSERT_NE(box, nullptr);
    box->setFocus();
    const int index = box->findText(label);
    ASSERT_GE(index, 0) << label.toStdString();
    while (box->currentIndex() < index) QTest::keyClick(box, Qt::Key_Down);
    while (box->currentIndex() > index) QTest::keyClick(box, Qt::Key_Up);
    QApplication::processEvents();
}

void EditorDriver::tick(const QString& name, const std::vector<std::string>& ids)
{
    auto* button = qobject_cast<QToolButton*>(inInspector(name));
    ASSERT_NE(button, nullptr);
    QTimer::singleShot(0, button, [button, ids] {
        for (const std::string& id : ids) {
            auto* box = button->menu()->findChild<QCheckBox*>("tick." + QString::fromStdString(id));
            ASSERT_NE(box, nullptr) << id;
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(12, box->height() / 2));
        }
        QTest::keyClick(button->menu(), Qt::Key_Escape);
    });
    QTest::mouseClick(button, Qt::LeftButton);
    QApplication::processEvents();
}

void EditorDriver::addRow(const QString& table)
{
    QWidget* editor = inInspector(table);
    ASSERT_NE(editor, nullptr);
    QTest::mouseClick(editor->findChild<QPushButton*>("addRow"), Qt::LeftButton);
}

namespace {

QWidget* cellOf(QWidget* editor, int row, const QString& column)
{
    for (QWidget* frame : editor->findChildren<QWidget*>(QStringLiteral("row.%1").arg(row)))
        if (frame->parentWidget()->isVisible()) return frame->findChild<QWidget*>("cell." + column);
    return nullptr;
}

}  // namespace

void EditorDriver::setCell(const QString& table, int row, const QString& column, const QString& text)
{
    QWidget* editor = inInspector(table);
    QWidget* cell = editor ? cellOf(editor, row, column) : nullptr;
    ASSERT_NE(cell, nullptr) << table.toStdString() << " " << column.toStdString();
    auto* box = qobject_cast<QComboBox*>(cell);
    QWidget* line = box ? box->lineEdit() : cell;
    QTest::mouseClick(line, Qt::LeftButton);
    key(Qt::Key_A, Qt::ControlModifier);
    type(text);
    key(Qt::Key_Return);
    QApplication::processEvents();
}

void EditorDriver::chooseCell(const QString& table, int row, const QString& column, const QString& label)
{
    QWidget* editor = inInspector(table);
    auto* box = editor ? qobject_cast<QComboBox*>(cellOf(editor, row, column)) : nullptr;
    ASSERT_NE(box, nullptr) << table.toStdString() << " " << column.toStdString();
    box->setFocus();
    const int index = box->findText(label);
    ASSERT_GE(index, 0) << label.toStdString();
    for (int step = 0; box->currentIndex() != index && step < 200; ++step)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    QApplication::processEvents();
}

void EditorDriver::waitForLint()
{
    QSignalSpy spy(&m_window->lint(), &LintService::findingsChanged);
    while (!m_window->lint().isUpToDate()) ASSERT_TRUE(spy.wait());
}

bool EditorDriver::hasFinding(const std::string& rule)
{
    waitForLint();
    const auto& findings = m_window->lint().findings();
    return std::any_of(findings.begin(), findings.end(),
                       [&](const auto& finding) { return finding.rule == rule && !finding.waived; });
}

std::string EditorDriver::listedRules()
{
    waitForLint();
    std::string rules;
    for (const auto& finding : m_window->lint().findings()) {
        rules += finding.rule;
        for (const std::string& id : finding.subjects) rules += " " + id;
        rules += "; ";
    }
    return rules;
}

void EditorDriver::applyFix(const std::string& rule, const QString& fixId)
{
    waitForLint();
    auto* list = m_window->panels().problems().findChild<QTreeWidget*>("problemsList");
    const auto& findings = m_window->lint().findings();
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = list->topLevelItem(row);
        const auto index = static_cast<std::size_t>(item->data(0, Qt::UserRole).toInt());
        if (item->isHidden() || index >= findings.size() || findings[index].rule != rule) continue;
        list->scrollToItem(item);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(item).center());
        QApplication::processEvents();
        // Buttons of the finding before may still be on their way out.
        QPushButton* fix = nullptr;
        for (auto* button : m_window->panels().problems().findChildren<QPushButton*>("fix." + fixId))
            if (button->isVisible()) fix = button;
        ASSERT_NE(fix, nullptr) << fixId.toStdString();
        QTest::mouseClick(fix, Qt::LeftButton);
        QApplication::processEvents();
        return;
    }
    ADD_FAILURE() << "the problems panel does not list " << rule;
}

void EditorDriver::answerFileDialog(const QString& path, Qt::Key code)
{
    // The dialog runs an event loop of its own.
    QTimer timer;
    int tries = 0;
    QObject::connect(&timer, &QTimer::timeout, m_window.get(), [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        if (++tries > 3) {
            ADD_FAILURE() << "the file dialog does not take " << path.toStdString();
            return dialog->reject();
        }
        auto* line = dialog->findChild<QLineEdit*>("fileNameEdit");
        ASSERT_NE(line, nullptr);
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(path);
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        if (line->completer()) line->completer()->popup()->hide();
        auto* buttons = dialog->findChild<QDialogButtonBox*>("buttonBox");
        QAbstractButton* accept = buttons->button(code == Qt::Key_S ? QDialogButtonBox::Save : QDialogButtonBox::Open);
        if (accept) QTest::mouseClick(accept, Qt::LeftButton);
    });
    timer.start(50);
    m_window->canvas().setFocus();
    key(code, Qt::ControlModifier);
}

void EditorDriver::saveAs(const QString& path) { answerFileDialog(path, Qt::Key_S); }
void EditorDriver::open(const QString& path) { answerFileDialog(path, Qt::Key_O); }

}  // namespace lintel::app::test
