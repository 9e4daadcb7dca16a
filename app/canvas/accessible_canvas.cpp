#include "app/canvas/accessible_canvas.h"

#include "app/canvas/canvas_controller.h"
#include "app/qt_text.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>
#include <map>

namespace lintel::app::canvas {

using namespace model;

namespace {

QString titleOf(const Block& block, const CanvasController& controller, session::DocumentSession& session)
{
    const catalogue::Kind* kind = controller.catalogue().kindOf(block);
    if (!kind) return toQString(block.kind.text());
    return toQString(session.language() == text::Language::Korean && !kind->title.ko.empty() ? kind->title.ko
                                                                                             : kind->title.en);
}

/// One block or connection of the drawing, by its id: it stays the same while the design changes around it.
class AccessibleElement : public QAccessibleInterface {
public:
    AccessibleElement(CanvasController* controller, std::string id) : m_controller(controller), m_id(std::move(id)) {}

    bool isValid() const override { return m_controller && isIdTaken(m_controller->document(), m_id); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return m_controller ? QAccessible::queryAccessibleInterface(&m_controller->canvas()) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    const std::string& id() const { return m_id; }

    QString text(QAccessible::Text wanted) const override
    {
        if (!isValid()) return {};
        if (wanted == QAccessible::Name) return name();
        return wanted == QAccessible::Description ? description() : QString();
    }

    QRect rect() const override
    {
        if (!isValid()) return {};
        rendering::canvas::CanvasWidget& canvas = m_controller->canvas();
        const rendering::Element* element = canvas.picture().find(m_id);
        if (!element) return {};
        const QRect view = canvas.toView(element->bounds).toRect();
        return {canvas.mapToGlobal(view.topLeft()), view.size()};
    }

    QAccessible::Role role() const override
    {
        const Block* block = isValid() ? m_controller->document().blocks.find(BlockId(m_id)) : nullptr;
        if (!block) return QAccessible::Graphic;
        const catalogue::Kind* kind = m_controller->catalogue().kindOf(*block);
        return kind && kind->isContainer() ? QAccessible::Grouping : QAccessible::Graphic;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid) return state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_controller->selection().contains(m_id);
        state.focused = state.selected && m_controller->selection().size() == 1 && m_controller->canvas().hasFocus();
        return state;
    }

private:
    QString label(const BlockId& id) const
    {
        const Block* block = m_controller->document().blocks.find(id);
        if (!block) return toQString(id.text());
        return block->name.empty() ? titleOf(*block, *m_controller, m_controller->session()) : toQString(block->name);
    }

    QString name() const
    {
        const Document& document = m_controller->document();
        if (const Block* block = document.blocks.find(BlockId(m_id))) {
            const QString title = titleOf(*block, *m_controller, m_controller->session());
            return block->name.empty() ? title : toQString(block->name) + QStringLiteral(", ") + title;
        }
        const Connection* line = document.connections.find(ConnectionId(m_id));
        if (!line) return toQString(m_id);
        QString text = label(line->from) + QStringLiteral(" → ") + label(line->to);
        for (const std::string& part : {line->ports, line->name})
            if (!part.empty()) text += QStringLiteral(", ") + toQString(part);
        return text;
    }

    QString description() const
    {
        QStringList parts;
        const Block* block = m_controller->document().blocks.find(BlockId(m_id));
        if (block && !block->parent.isEmpty())
            parts << m_controller->session().textOf(
                Message("editor.accessible.inside", {{"name", fromQString(label(block->parent))}}));
        for (const lint::Finding& finding : m_controller->findings()) {
            const auto& subjects = finding.subjects;
            if (finding.waived || std::find(subjects.begin(), subjects.end(), m_id) == subjects.end()) continue;
            parts << m_controller->session().textOf(finding.message);
        }
        return parts.join(QStringLiteral(". "));
    }

    QPointer<CanvasController> m_controller;
    std::string m_id;
};

/// The canvas: its children are the blocks, in the order in which they are painted, and then the connections.
class AccessibleCanvas : public QAccessibleWidget {
public:
    AccessibleCanvas(rendering::canvas::CanvasWidget* canvas, CanvasController* controller)
        : QAccessibleWidget(canvas, QAccessible::Canvas), m_controller(controller)
    {
    }
    ~AccessibleCanvas() override
    {
        for (const auto& [id, registered] : m_children) QAccessible::deleteAccessibleInterface(registered);
    }

    int childCount() const override
    {
        if (!m_controller) return 0;
        return static_cast<int>(m_controller->geometry().blocks.size() + m_controller->geometry().routes.size());
    }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) return nullptr;
        const auto& geometry = m_controller->geometry();
        const auto at = static_cast<std::size_t>(index);
        return elementOf(at < geometry.blocks.size() ? geometry.blocks[at].id.text()
                                                     : geometry.routes[at - geometry.blocks.size()].id.text());
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* element = dynamic_cast<const AccessibleElement*>(child);
        return element && m_controller ? indexOf(element->id()) : -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        if (!m_controller) return nullptr;
        rendering::canvas::CanvasWidget& canvas = m_controller->canvas();
        const QPointF scene = canvas.toScene(canvas.mapFromGlobal(QPointF(x, y)));
        const rendering::Element* element = canvas.picture().elementAt(scene);
        return element ? elementOf(element->id) : nullptr;
    }

    QAccessibleInterface* focusChild() const override
    {
        if (!m_controller || m_controller->selection().size() != 1) return nullptr;
        return elementOf(*m_controller->selection().begin());
    }

private:
    int indexOf(const std::string& id) const
    {
        const auto& geometry = m_controller->geometry();
        const auto is = [&](const auto& drawn) { return drawn.id.text() == id; };
        const auto block = std::find_if(geometry.blocks.begin(), geometry.blocks.end(), is);
        if (block != geometry.blocks.end()) return static_cast<int>(block - geometry.blocks.begin());
        const auto route = std::find_if(geometry.routes.begin(), geometry.routes.end(), is);
        if (route == geometry.routes.end()) return -1;
        return static_cast<int>(geometry.blocks.size()) + static_cast<int>(route - geometry.routes.begin());
    }

    QAccessibleInterface* elementOf(const std::string& id) const
    {
        auto found = m_children.find(id);
        if (found == m_children.end()) {
            const auto registered = QAccessible::registerAccessibleInterface(new AccessibleElement(m_controller, id));
            found = m_children.emplace(id, registered).first;
        }
        return QAccessible::accessibleInterface(found->second);
    }

    QPointer<CanvasController> m_controller;
    mutable std::map<std::string, QAccessible::Id> m_children;
};

QAccessibleInterface* accessibleCanvas(const QString&, QObject* object)
{
    auto* canvas = qobject_cast<rendering::canvas::CanvasWidget*>(object);
    auto* controller = canvas ? canvas->findChild<CanvasController*>() : nullptr;
    return controller ? new AccessibleCanvas(canvas, controller) : nullptr;
}

}  // namespace

void installAccessibleCanvas()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(accessibleCanvas);
        return true;
    }();
    static_cast<void>(kInstalled);
}

}  // namespace lintel::app::canvas
