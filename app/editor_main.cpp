#include "app/editor_main.h"

#include "app/cli/editor_arguments.h"
#include "app/cli/exit_code.h"
#include "app/cli/user_catalogue.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "app/window/main_window.h"
#include "model/embedded/embedded.h"

#include <QApplication>
#include <QTimer>

#include <iostream>

namespace lintel::app {

int runEditor(int argc, char** argv)
{
    QApplication application(argc, argv);
    // Qt has taken its own from them.
    std::vector<std::string> given;
    for (const QString& argument : QApplication::arguments().mid(1)) given.push_back(fromQString(argument));
    const auto arguments = cli::editorArguments(std::move(given), {std::cin, std::cout, std::cerr});
    if (!arguments) return cli::kUnusable;
    QApplication::setApplicationName("lintel");
    QApplication::setOrganizationName("lintel");
    QApplication::setDesktopFileName("lintel");
    QApplication::setWindowIcon(settings::kindIcon("app/lintel"));
    // A mistake in the user's own kinds must not keep anybody from working: it is told, and the built-in ones serve.
    const auto own = cli::catalogueWithUserKinds(arguments->catalogueFolder);
    const model::catalogue::Catalogue& catalogue = own && *own ? **own : model::embedded::catalogue();
    model::text::Messages messages = model::embedded::messages();
    messages.addTitles(catalogue);
    MainWindow window(catalogue, messages);
    if (arguments->language) window.speak(*arguments->language);
    window.show();
    // Once the event loop runs: what follows may ask something.
    QTimer::singleShot(0, &window, [&] {
        if (!own) window.tell(own.error());
        if (arguments->files.empty()) window.restoreDesigns();
        for (const std::string& file : arguments->files) window.openFile(toQString(file));
        window.offerLostWork();
        window.welcome();
    });
    return QApplication::exec();
}

}  // namespace lintel::app
