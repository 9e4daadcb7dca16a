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

model::Result<model::catalogue::Catalogue> catalogueWithUserKinds(const std::string& folder)
{
    model::catalogue::Catalogue catalogue = model::embedded::catalogue();
    std::error_code ignored;
    if (const fs::path own = configFolder() / "lintel" / "catalogue"; fs::is_directory(own, ignored)) {
        auto read = model::catalogue::readCatalogueFolder(own.string(), catalogue);
        if (!read) return read.error();
        catalogue = std::move(read).value();
    }
    if (!folder.empty()) return model::catalogue::readCatalogueFolder(folder, catalogue);
    return catalogue;
}

}  // namespace lintel::app::cli
