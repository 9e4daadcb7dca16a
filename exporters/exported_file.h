#pragma once

#include <string>
#include <vector>

namespace lintel::exporters {

/// One file of an export: a path relative to the export's folder, with forward slashes, and its bytes.
struct ExportedFile {
    std::string path;
    std::string bytes;

    bool operator==(const ExportedFile&) const = default;
};

using ExportedFiles = std::vector<ExportedFile>;

}  // namespace lintel::exporters
