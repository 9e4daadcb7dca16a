#include "app/canvas/canvas_typing.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace lintel::app::canvas {

namespace {

bool isTyped(const QKeyEvent& key)
{
    const bool isCommand = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isCommand && !key.text().isEmpty() && key.text().front().isPrint() && !key.text().front().isSpace();
}

}  // namespace

CanvasTyping::CanvasTyping(CanvasController& controller) : QObject(&controller), m_controller(controller)
{
    controller.canvas().setAttribute(Qt::WA_InputMethodEnabled);
    controller.canvas().installEventFilter(this);
}

bool CanvasTyping::begin(bool isSlash)
{
    m_line = nullptr;
    const auto& selection = m_controller.selection();
    if (!isSlash && selection.size() == 1) {
        if (m_controller.openName(*selection.begin())) m_line = &m_controller.nameEditor();
    } else if (isSlash || selection.empty()) {
        Q_EMIT searchAsked();
    }
    if (m_line) m_line->clear();
    return m_line;
}

bool CanvasTyping::handOn(QEvent* event)
{
    // What the line has no use for comes back to its parent, the canvas: it ends here.
    if (m_isHandingOn) return true;
    m_isHandingOn = true;
    QCoreApplication::sendEvent(m_line, event);
    m_isHandingOn = false;
    const bool isGone = !m_line || !m_line->isVisible();
    if (isGone) m_line = nullptr;
    return true;
}

QLineEdit* CanvasTyping::letGo()
{
    QLineEdit* line = m_line;
    m_line = nullptr;
    return line;
}

bool CanvasTyping::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
        case QEvent::InputMethod: {
            const auto* input = static_cast<QInputMethodEvent*>(event);
            const bool writes = !input->preeditString().isEmpty() || !input->commitString().isEmpty();
            if (m_line) {
                handOn(event);
                // At rest: now the focus may move without harm.
                if (m_line && input->preeditString().isEmpty()) letGo()->setFocus();
                return true;
            }
            return writes && begin(false) && handOn(event);
        }
        case QEvent::KeyPress: {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (m_line) return handOn(event);
            if (!isTyped(*key) || !begin(key->text() == "/")) return false;
            QLineEdit* line = letGo();
            line->setFocus();
            if (key->text() != "/") QCoreApplication::sendEvent(line, event);
            return true;
        }
        case QEvent::KeyRelease:
        case QEvent::ShortcutOverride:
        case QEvent::InputMethodQuery:
            if (m_line) return handOn(event);
            break;
        case QEvent::FocusOut:
        case QEvent::MouseButtonPress:
            if (letGo() == &m_controller.nameEditor()) m_controller.nameEditor().accept();
            break;
        default: break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace lintel::app::canvas
