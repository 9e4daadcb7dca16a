#pragma once

namespace lintel::app {

/// Opens the editor, with the file among the arguments if there is one; returns the exit code.
int runEditor(int argc, char** argv);

}  // namespace lintel::app
