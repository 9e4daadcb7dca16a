#pragma once

#include "exporters/exported_file.h"
#include "exporters/terraform/folder/manifest.h"
#include "model/base/result.h"

#include <filesystem>
#include <vector>

namespace lintel::exporters::terraform::folder {

/// A file in which somebody changed what the export changes as well, or one of theirs that stands where ours would go.
struct Edited {
    std::string path;
    std::string difference;  ///< of the parts in conflict: lines with `-` (on disk) and `+` (of the export)
};

/// What an export into a folder does. Made before anything is touched.
struct Plan {
    std::vector<ExportedFile> writes;
    std::vector<std::string> deletions;
    std::vector<Edited> edited;       ///< would be overwritten: only when forced
    std::vector<std::string> merged;  ///< edited elsewhere than the export changes: both stay
    std::vector<std::string> kept;    ///< no longer of the export, but edited: what is theirs stays
    Manifest manifest;                ///< after the export
};

/// The manifest in the folder; an empty one when there is none.
model::Result<Manifest> readManifest(const std::filesystem::path& folder);

/// Compares the files of an export with the folder. Rewrites what Lintel wrote, deletes what Lintel wrote and no
/// longer writes; whatever else is there is not looked at.
model::Result<Plan> planExport(const std::filesystem::path& folder, const Manifest& before, const ExportedFiles& files,
                               Manifest after);

/// Carries it out. Everything is staged first, so that a failure leaves the folder as it was; one during the last
/// step, the renames, is undone, and what a killed process leaves half done is finished by the next export.
model::Result<void> carryOut(const Plan& plan, const std::filesystem::path& folder);

/// Lines that differ, with three lines around them.
std::string differenceOf(std::string_view before, std::string_view after);

}  // namespace lintel::exporters::terraform::folder
