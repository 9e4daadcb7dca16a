#pragma once

#include "exporters/terraform/folder/parts.h"

#include <map>

namespace lintel::exporters::terraform::folder {

/// The digests of a file's parts by key, as Lintel last wrote them: the common ancestor of a merge.
using PartDigests = std::map<std::string, std::string>;

PartDigests digestsOf(std::string_view path, std::string_view bytes);

/// A part that both sides changed, each in its own way.
struct Conflict {
    std::string key;
    std::string theirs;  ///< empty: taken away
    std::string ours;    ///< empty: no longer of the export
};

struct Merge {
    std::string bytes;  ///< usable only without conflicts
    std::vector<Conflict> conflicts;
};

/// What somebody made of a file that Lintel wrote, and what the export now has. Parts of others stay behind what they
/// stood behind; a part that only one side changed is that side's; one that both changed alike is no conflict.
Merge merged(std::string_view path, const PartDigests& base, std::string_view theirs, std::string_view ours);

}  // namespace lintel::exporters::terraform::folder
