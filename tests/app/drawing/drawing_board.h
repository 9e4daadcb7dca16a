#pragma once

#include "app/canvas/canvas_commands.h"
#include "app/canvas/canvas_controller.h"
#include "app/lint_service/lint_service.h"
#include "app/qt_text.h"
#include "app/session/document_session.h"
#include "model/embedded/embedded.h"
#include "rendering/canvas/tools/kind_mime.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace lintel::app::test {

/// A canvas with everything behind it, in a window of its own, worked by mouse and keyboard events only. Scene and
/// view coordinates are the same: the view stays at 100 % from the origin.
class DrawingBoard : public ::testing::Test {
protected:
    void SetUp() override
    {
        window.resize(1200, 900);
        canvas = new rendering::canvas::CanvasWidget(&window);
        canvas->setGeometry(0, 0, 1200, 900);
        controller = new canvas::CanvasController(session, lint, *canvas);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        canvas->setFocus();
    }
    void TearDown() override { delete canvas; }

    void mouseMove(QPoint at) { QTest::mouseMove(window.windowHandle(), at); }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        mouseMove(at);
        QTest::mousePress(window.windowHandle(), Qt::LeftButton, modifiers, at);
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseRelease(window.windowHandle(), Qt::LeftButton, modifiers, at);
    }
    void click(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        press(at, modifiers);
        release(at, modifiers);
    }
    /// The way there leads through a point in between, as a hand's does. Holds the button down.
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from, modifiers);
        for (const QPoint at : {from + QPoint(6, 6), (from + to) / 2, to - QPoint(1, 1), to}) {
            QMouseEvent move(QEvent::MouseMove, QPointF(at), QPointF(canvas->mapToGlobal(at)), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QApplication::sendEvent(canvas, &move);
        }
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        dragTo(from, to, modifiers);
        release(to, modifiers);
    }
    /// From the palette: enters, moves, and is let go when `letGo`.
    bool carry(const char* kind, QPoint at, bool letGo = true)
    {
        const std::unique_ptr<QMimeData> data(rendering::canvas::toMimeData({model::KindId(kind), {}}));
        QDragEnterEvent enter(at - QPoint(3, 3), Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(canvas, &enter);
        QDragMoveEvent move(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(canvas, &move);
        if (!letGo || !move.isAccepted()) return move.isAccepted();
        QDropEvent drop(at, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QApplication::sendEvent(canvas, &drop);
        return drop.isAccepted();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), code, modifiers);
    }
    /// Each character to whatever has the focus by then: the first one may open a line.
    void type(const QString& text)
    {
        for (const QChar character : text) QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
    }
    /// What an input method sends, to whatever has the focus at that moment.
    void compose(const QString& preedit, const QString& commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void waitForLint()
    {
        QSignalSpy spy(&lint, &LintService::findingsChanged);
        while (!lint.isUpToDate()) ASSERT_TRUE(spy.wait());
    }

    /// Draws a block by the palette and gives its id.
    std::string draw(const char* kind, QPoint at)
    {
        EXPECT_TRUE(carry(kind, at)) << kind;
        return session.selection().size() == 1 ? *session.selection().begin() : std::string();
    }
    const model::Block* block(const std::string& id) const
    {
        return session.document().blocks.find(model::BlockId(id));
    }
    QRect rectOf(const std::string& id) const { return rendering::canvas::rectOf(controller->geometry(), id).toRect(); }
    std::string parentOf(const std::string& id) const { return block(id) ? block(id)->parent.text() : "?"; }
    std::size_t connectionCount() const { return session.document().connections.size(); }

    QWidget window;
    session::DocumentSession session{model::embedded::catalogue(), model::embedded::messages()};
    LintService lint{session};
    rendering::canvas::CanvasWidget* canvas = nullptr;
    canvas::CanvasController* controller = nullptr;
};

}  // namespace lintel::app::test
