#pragma once

#include "model/base/result.h"
#include "model/catalogue/catalogue.h"

#include <map>
#include <string_view>

namespace lintel::model::catalogue {

/// Reads catalogue files. Every mistake is an error with file, line and column.
class CatalogueReader {
public:
    /// A shared property set, to be added before the kinds that include it.
    Result<void> addPropertySet(std::string_view name, std::string_view yaml, const std::string& file);
    Result<void> addKind(std::string_view yaml, const std::string& file);

    /// What was read, checked as a whole: names of kinds refer to kinds (`known` counts as well).
    Result<std::vector<Kind>> finish(const Catalogue& known = {}) const;

private:
    std::map<std::string, std::vector<Property>, std::less<>> m_sets;
    std::vector<Kind> m_kinds;
};

/// Reads every `*.yaml` of a folder and its subfolders (`property-sets/` first), in path order, on top of `base`.
Result<Catalogue> readCatalogueFolder(const std::string& folder, const Catalogue& base = {});

}  // namespace lintel::model::catalogue
