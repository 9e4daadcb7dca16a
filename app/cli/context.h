#pragma once

#include "model/catalogue/catalogue.h"
#include "model/text/messages.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace lintel::app::cli {

struct Streams {
    std::istream& in;
    std::ostream& out;  ///< results only
    std::ostream& err;  ///< everything that is said about the run
};

/// What a subcommand sees of the world: streams, the reader's language, catalogue and texts.
struct Context {
    Streams streams;
    model::text::Language language;
    const model::catalogue::Catalogue& catalogue;
    const model::text::Messages& messages;
    bool isLanguageGiven = false;  ///< by --lang, not by the environment

    std::string text(const std::string& id, std::vector<model::MessageArgument> arguments = {}) const;
    /// Of the two texts of a resource, the one in the reader's language.
    const std::string& text(const model::catalogue::Translated& translated) const;
    /// Prints the error as `file:line:column: text` and returns kUnusable.
    int fail(const model::Error& error) const;
    int fail(const std::string& messageId, std::vector<model::MessageArgument> arguments = {}) const;
};

}  // namespace lintel::app::cli
