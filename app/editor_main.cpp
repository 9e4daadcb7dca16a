#include "app/editor_main.h"

#include "app/window/main_window.h"

#include <QApplication>

namespace lintel::app {

int runEditor(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName("lintel");
    QApplication::setOrganizationName("lintel");
    QApplication::setDesktopFileName("lintel");
    MainWindow window;
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1) window.openFile(arguments.at(1));
    else window.offerLostWork();
    return QApplication::exec();
}

}  // namespace lintel::app
