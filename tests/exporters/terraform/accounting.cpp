#include "tests/exporters/terraform/accounting.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace lintel::exporters::terraform::test {

namespace {

/// Kinds that frame what others build: their blocks show in settings and references, or not at all.
bool isFrame(const model::Block& block)
{
    const std::string& kind = block.kind.text();
    return kind == "account" || kind == "region" || kind == "availability-zone";
}

}  // namespace

std::vector<std::string> listedIds(const Files& files)
{
    std::vector<std::string> ids;
    const auto file = files.find("NOT-EXPORTED.md");
    if (file == files.end()) return ids;
    std::istringstream lines(file->second);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| ")) ids.push_back(line.substr(2, line.find(" |", 2) - 2));
    }
    return ids;
}

std::vector<std::string> unaccountedBlocks(const model::Document& document, const Files& files)
{
    const std::vector<std::string> ids = listedIds(files);
    const std::set<std::string> listed(ids.begin(), ids.end());
    std::set<std::string> commented;
    std::istringstream code(codeOf(files));
    for (std::string line; std::getline(code, line);) {
        if (!line.starts_with("# ")) continue;
        const std::size_t open = line.rfind(" (");
        if (open != std::string::npos && line.back() == ')') {
            // `Subnet: app (app-a, app-c)`: one part may stand for several blocks.
            std::istringstream names(line.substr(open + 2, line.size() - open - 3));
            for (std::string id; std::getline(names >> std::ws, id, ',');) commented.insert(id);
        }
        if (const std::size_t colon = line.find(": "); colon != std::string::npos)
            commented.insert(line.substr(colon + 2));
    }
    std::vector<std::string> missing;
    for (const model::Block& block : document.blocks) {
        const std::string& id = block.id.text();
        if (!isFrame(block) && listed.count(id) == 0 && commented.count(id) == 0)
            missing.push_back(block.kind.text() + " " + id);
    }
    return missing;
}

}  // namespace lintel::exporters::terraform::test
