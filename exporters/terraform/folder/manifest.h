#pragma once

#include "exporters/terraform/folder/merge.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::terraform {

/// A resource of the code and what it stands for. `key` stays when the block gets another name: the type, and the
/// name without the block's own.
struct ResourceRecord {
    std::string address;
    std::string subject;  ///< the block's id; empty for shared parts
    std::string key;

    bool operator==(const ResourceRecord&) const = default;
};

}  // namespace lintel::exporters::terraform

namespace lintel::exporters::terraform::folder {

inline constexpr const char* kManifestName = ".lintel-terraform";

/// What Lintel wrote into a folder: the digests of its files, its resources, and the moves of earlier exports. Kept
/// in the folder, beside the code, in git. A value; text and back without loss.
struct Manifest {
    /// More than one digest while an export is under way: the old and the new one are both ours.
    std::map<std::string, std::set<std::string>> files;
    /// What the files were made of, by path, for the merge with what somebody changed.
    std::map<std::string, PartDigests> parts;
    std::vector<ResourceRecord> resources;
    std::map<std::string, std::string> moves;  ///< address before, address after
    std::string project = {};                  ///< the start of every name that AWS shows

    bool operator==(const Manifest&) const = default;

    std::string text() const;
    /// Without a value when the text is no manifest that this version understands.
    static std::optional<Manifest> from(std::string_view text);
};

/// The moves that the new resources need on top of the old ones: of blocks that got another name, and of earlier
/// exports, as far as their ends still make sense.
std::map<std::string, std::string> movesBetween(const Manifest& before, const std::vector<ResourceRecord>& now);

/// `moved { ... }` for each, as moved.tf has them; `comment` stands above.
std::string movedFile(const std::map<std::string, std::string>& moves, std::string_view comment);

}  // namespace lintel::exporters::terraform::folder
