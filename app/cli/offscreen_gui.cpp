#include "app/cli/offscreen_gui.h"

#include <QGuiApplication>

#include <cstdio>

namespace lintel::app::cli {

namespace {

// QGuiApplication keeps references to these.
int argumentCount = 1;
char programName[] = "lintel";
char* argumentValues[] = {programName, nullptr};

// Standard error is for what is wrong with the design; Qt's remarks on the session (a missing runtime folder, say)
// are no business of who exports a picture.
void keepRemarksToOneself(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg) std::fprintf(stderr, "%s\n", qUtf8Printable(text));
}

}  // namespace

OffscreenGui::OffscreenGui()
{
    if (QCoreApplication::instance()) return;
    qInstallMessageHandler(keepRemarksToOneself);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(argumentCount, argumentValues);
}

OffscreenGui::~OffscreenGui() = default;

}  // namespace lintel::app::cli
