#include "app/cli/cli.h"
#include "app/editor_main.h"

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    using namespace lintel::app;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (cli::isCommandLine(arguments)) return cli::run(arguments, {std::cin, std::cout, std::cerr});
    return runEditor(argc, argv);
}
