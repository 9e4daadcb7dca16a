#include "app/cli/offscreen_gui.h"

#include <QGuiApplication>

namespace lintel::app::cli {

namespace {

// QGuiApplication keeps references to these.
int argumentCount = 1;
char programName[] = "lintel";
char* argumentValues[] = {programName, nullptr};

}  // namespace

OffscreenGui::OffscreenGui()
{
    if (QCoreApplication::instance()) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(argumentCount, argumentValues);
}

OffscreenGui::~OffscreenGui() = default;

}  // namespace lintel::app::cli
