#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::terraform::folder {

/// A piece of a file that is changed as a whole: a block of Terraform, a section of a document, a line of anything
/// else. `key` tells which it is: the head of the block, the heading, the name before `=`; unique in its file.
struct FilePart {
    std::string key;
    std::string text;

    bool operator==(const FilePart&) const = default;
};

/// The parts of a file in order; the path's ending says what kind of file it is. Line ends of Windows count as ours.
std::vector<FilePart> partsOf(std::string_view path, std::string_view bytes);

/// The file again. What Lintel writes comes back byte for byte; between parts of others only blank lines may change.
std::string fileOf(std::string_view path, const std::vector<FilePart>& parts);

/// Without the carriage returns that a checkout on Windows adds.
std::string withUnixLineEnds(std::string_view bytes);

}  // namespace lintel::exporters::terraform::folder
