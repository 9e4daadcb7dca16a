#include "app/cli/user_catalogue.h"

#include "model/catalogue/catalogue_reader.h"
#include "model/embedded/embedded.h"

#include <cstdlib>
#include <filesystem>

namespace lintel::app::cli {

namespace fs = std::filesystem;

namespace {

fs::path configFolder()
{
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config && *config) return config;
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".config";
    return {};
}

}  // namespace

model::Result<std::optional<model::catalogue::Catalogue>> catalogueWithUserKinds(const std::string& folder)
{
    std::vector<std::string> folders;
    std::error_code ignored;
    if (const fs::path own = configFolder() / "lintel" / "catalogue"; fs::is_directory(own, ignored))
        folders.push_back(own.string());
    if (!folder.empty()) folders.push_back(folder);
    std::optional<model::catalogue::Catalogue> catalogue;
    for (const std::string& one : folders) {
        auto read = model::catalogue::readCatalogueFolder(one, catalogue ? *catalogue : model::embedded::catalogue());
        if (!read) return read.error();
        catalogue = std::move(read).value();
    }
    return catalogue;
}

}  // namespace lintel::app::cli
