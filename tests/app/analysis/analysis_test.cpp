#include "tests/app/analysis/analysis_test.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QTimer>

namespace lintel::test {

bool AnalysisTest::chooseFromMenu(const std::string& id, const QString& entry)
{
    auto& canvas = window().canvas();
    const rendering::Element* element = canvas.picture().find(id);
    if (!element) return false;
    QPointF scene = element->isContainer ? element->bounds.topLeft() + QPointF(12, 12) : element->bounds.center();
    if (element->kind == rendering::ElementKind::Connection) {
        const auto path = canvas.picture().pathOf(id);
        scene = (path[0] + path[1]) / 2;
    }
    canvas.ensureVisible(QRectF(scene - QPointF(20, 20), QSizeF(40, 40)));
    const QPoint at = canvas.toView(scene).toPoint();
    bool chosen = false;
    QTimer::singleShot(50, &window(), [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        for (QAction* action : menu->actions())
            if (action->objectName() == entry) {
                chosen = true;
                QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
                return;
            }
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas.mapToGlobal(at));
    QApplication::sendEvent(&canvas, &event);
    return chosen;
}

QStringList AnalysisTest::rows(QTreeWidget& tree, int column)
{
    QStringList texts;
    for (QTreeWidgetItemIterator at(&tree); *at; ++at) texts << (*at)->text(column);
    return texts;
}

}  // namespace lintel::test
