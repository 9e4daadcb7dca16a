#include "app/editor_main.h"

#include "app/cli/user_catalogue.h"
#include "app/settings/appearance.h"
#include "app/window/main_window.h"
#include "model/embedded/embedded.h"

#include <QApplication>
#include <QTimer>

namespace lintel::app {

int runEditor(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName("lintel");
    QApplication::setOrganizationName("lintel");
    QApplication::setDesktopFileName("lintel");
    QApplication::setWindowIcon(settings::kindIcon("app/lintel"));
    // A mistake in the user's own kinds must not keep anybody from working: it is told, and the built-in ones serve.
    const auto own = cli::catalogueWithUserKinds({});
    const model::catalogue::Catalogue& catalogue = own && *own ? **own : model::embedded::catalogue();
    model::text::Messages messages = model::embedded::messages();
    messages.addTitles(catalogue);
    MainWindow window(catalogue, messages);
    window.show();
    // Once the event loop runs: what follows may ask something.
    QTimer::singleShot(0, &window, [&] {
        if (!own) window.tell(own.error());
        const QStringList files = QApplication::arguments().mid(1);
        if (files.isEmpty()) window.restoreDesigns();
        for (const QString& file : files) window.openFile(file);
        window.offerLostWork();
        window.welcome();
    });
    return QApplication::exec();
}

}  // namespace lintel::app
