#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <map>
#include <string>

namespace lintel::model::io {

/// A document together with the text it came from, so that saving changes only what was edited.
struct SourceDocument {
    Document document;
    std::string text;                  ///< the file's bytes; empty for a new design
    std::string file;                  ///< the name errors and findings show
    std::map<std::string, int> lines;  ///< element id -> line in the file, from 1
};

}  // namespace lintel::model::io
