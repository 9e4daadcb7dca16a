#pragma once

namespace lintel::app::cli {

/// What the process tells its caller; part of the documented contract.
enum ExitCode : int {
    kFine = 0,
    kFound = 1,     ///< findings at or above --fail-on, a file that is not formatted, differences, or conflicts
    kUnusable = 2,  ///< wrong usage or unreadable input
};

}  // namespace lintel::app::cli
