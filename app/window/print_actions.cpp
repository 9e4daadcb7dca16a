#include "app/window/print_actions.h"

#include "app/window/action_set.h"
#include "app/window/workspace.h"
#include "rendering/canvas/viewport.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/picture.h"

#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace lintel::app {

PrintActions::PrintActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    context.actions.add({"print", "", {QKeySequence::Print}}, [this] {
        QPrinter printer(QPrinter::HighResolution);
        const QRectF bounds = m_context.workspace.current().canvas().picture().bounds();
        printer.setPageOrientation(bounds.width() > bounds.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
        QPrintPreviewDialog preview(&printer, &m_context.window);
        preview.setWindowTitle(plainText(*m_context.actions.find("print")));
        connect(&preview, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* page) { paintOn(*page); });
        preview.exec();
    });
}

void PrintActions::paintOn(QPrinter& printer)
{
    session::DocumentSession& session = m_context.workspace.current().session();
    const rendering::DisplayList picture =
        rendering::pictureOf(session.document(), session.catalogue(), rendering::Theme::print());
    if (picture.isEmpty()) return;
    const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size();
    const qreal scale = std::min(page.width() / picture.bounds().width(), page.height() / picture.bounds().height());
    QPainter painter(&printer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate((page.width() - picture.bounds().width() * scale) / 2,
                      (page.height() - picture.bounds().height() * scale) / 2);
    painter.scale(scale, scale);
    painter.translate(-picture.bounds().topLeft());
    rendering::paint(painter, picture, picture.bounds(), rendering::IconSet());
}

}  // namespace lintel::app
