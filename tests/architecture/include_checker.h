#pragma once

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace lintel::test {

/// An include that breaks a law of ARCHITECTURE.md.
struct Violation {
    std::string law;     ///< layer, missing, qt, widgets, yaml, third-party-header, own-header-first, cycle
    std::string file;    ///< relative to the root
    std::string target;  ///< as written; of a cycle: the header that leads back

    bool operator==(const Violation&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Violation& violation);

/// How many sources the layers under `root` hold: a checker that finds none would be content with anything.
std::size_t countSources(const std::filesystem::path& root);

/// Reads the #include lines of all sources of the layers under `root`. Sorted by file.
std::vector<Violation> includeViolations(const std::filesystem::path& root);

}  // namespace lintel::test
