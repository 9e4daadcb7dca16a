#pragma once

#include "exporters/markdown/sections.h"

#include <string>
#include <vector>

namespace lintel::exporters::markdown {

/// A property of a block as a reader sees it: both in the reader's language.
struct Detail {
    std::string title;
    std::string value;
};

/// What is said about the block in single values, in the catalogue's order. Rule tables, routes and references are not
/// among them, nor a value that only repeats the name.
std::vector<Detail> detailsOf(const Source& source, const model::Block& block);

}  // namespace lintel::exporters::markdown
