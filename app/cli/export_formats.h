#pragma once

#include "app/cli/context.h"
#include "exporters/exported_file.h"
#include "model/document/document.h"

#include <optional>
#include <string>
#include <vector>

namespace lintel::app::cli {

struct ExportOptions {
    std::string file;
    std::string type;    ///< png, svg, pdf, terraform, markdown, mermaid, drawio, html, json
    std::string output;  ///< empty = beside the design
    std::string theme = "light";
    std::optional<double> scale;  ///< absent = 2 pixels per unit of a PNG; 96 units to the inch of a poster
    bool transparent = false;
    bool force = false;  ///< Terraform: overwrite files of ours that somebody changed
    bool legend = false;
    bool titleBlock = false;
    bool story = false;             ///< pictures: the numbered steps, the rest dimmed; markdown: only the list of steps
    bool animate = false;           ///< SVG: the steps one after the other
    std::vector<std::string> only;  ///< pictures: ids or names of what to show; empty = everything
    std::string paper = "A4";       ///< PDF
    std::string poster;             ///< PDF: the paper of a poster; empty = one page
    std::string icons;              ///< a folder or zip of AWS's official icons; empty = our own
};

/// The design may name the language of its document; --lang outranks it, the environment does not.
model::text::Language documentLanguage(const Context& context, const model::Document& document);

/// Names of paper for PDF, as people write them.
const std::vector<std::string>& paperNames();

/// The files of one export. A single file comes with the name of `target`; files beside it follow.
/// `target` is empty when the result goes to standard output. Terraform, a folder, has a way of its own.
model::Result<exporters::ExportedFiles> exportDesign(const Context& context, const ExportOptions& options,
                                                     const model::Document& document, const std::string& target);

}  // namespace lintel::app::cli
