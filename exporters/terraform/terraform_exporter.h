#pragma once

#include "exporters/exported_file.h"
#include "exporters/terraform/folder/manifest.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/text/language.h"
#include "model/text/messages.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::exporters::terraform {

/// The design as a Terraform root configuration: files by concern, formatted as `terraform fmt` does, and
/// NOT-EXPORTED.md, which names every block and connection that the code does not build. Deterministic.
struct Export {
    ExportedFiles files;
    std::vector<ResourceRecord> resources;  ///< in the order of the code
    std::string project;                    ///< what every name begins with
};

/// `project`: of an earlier export, so that another title of the design does not name anew what is built; empty: from
/// the design.
Export exportWithRecords(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                         const model::text::Messages& messages, model::text::Language language,
                         const std::string& project = {});

/// What an export holds, to be looked at before anything is written.
struct Overview {
    /// A resource or a data source, with its comment.
    struct Part {
        std::string path;  ///< of its file
        std::string code;
        std::set<std::string> blocks;  ///< ids of those it stands for; none: shared by many
        bool isResource = false;
    };
    /// What the code does not build, and what to do about it.
    struct LeftOut {
        std::string element;  ///< a block's or a connection's id
        std::string text;
    };

    ExportedFiles files;
    std::vector<Part> parts;  ///< in the order of the code
    std::vector<LeftOut> leftOut;
};

Overview overviewOf(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                    const model::text::Messages& messages, model::text::Language language);

/// The files alone.
ExportedFiles exportTerraform(const model::Document& document, const model::catalogue::Catalogue& catalogue,
                              const model::text::Messages& messages, model::text::Language language);

}  // namespace lintel::exporters::terraform
