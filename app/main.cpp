#include "app/cli/cli.h"
#include "app/editor_main.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

// Qt aborts without one. Who chooses a platform (-platform, QT_QPA_PLATFORM) knows better.
bool hasDisplay(const std::vector<std::string>& arguments)
{
#if defined(__linux__)
    if (std::find(arguments.begin(), arguments.end(), "-platform") != arguments.end()) return true;
    const char* names[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(std::begin(names), std::end(names), [](const char* name) {
        const char* value = std::getenv(name);
        return value && *value;
    });
#else
    return true;
#endif
}

}  // namespace

int main(int argc, char** argv)
{
    using namespace lintel::app;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (cli::isCommandLine(arguments)) return cli::run(arguments, {std::cin, std::cout, std::cerr});
    if (!hasDisplay(arguments)) return cli::failWithoutDisplay(arguments, {std::cin, std::cout, std::cerr});
    return runEditor(argc, argv);
}
