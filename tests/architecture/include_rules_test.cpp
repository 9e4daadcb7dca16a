// Reads the #include lines of the sources: include directions are law (ARCHITECTURE.md).

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = LINTEL_SOURCE_DIR;
const std::vector<std::string> kLayers{"model", "rendering", "exporters", "app"};

struct Include {
    std::string file;    ///< relative to the root
    std::string target;  ///< as written
    bool isProject = false;
};

bool isSource(const fs::path& path) { return path.extension() == ".h" || path.extension() == ".cpp"; }

std::vector<Include> includesOf(const fs::path& path)
{
    std::vector<Include> includes;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        if (!line.starts_with("#include ")) continue;
        const auto open = line.find_first_of("\"<");
        const auto close = line.find_last_of("\">");
        if (open == std::string::npos || close <= open) continue;
        includes.push_back({fs::relative(path, kRoot).generic_string(), line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
    return includes;
}

const std::vector<Include>& allIncludes()
{
    static const std::vector<Include> kIncludes = [] {
        std::vector<Include> all;
        for (const std::string& layer : kLayers)
            for (const auto& entry : fs::recursive_directory_iterator(kRoot / layer))
                if (isSource(entry.path()))
                    for (Include& include : includesOf(entry.path())) all.push_back(std::move(include));
        return all;
    }();
    return kIncludes;
}

std::string layerOf(const std::string& path) { return path.substr(0, path.find('/')); }

bool isUnder(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

bool mayInclude(const std::string& file, const std::string& target)
{
    static const std::map<std::string, std::set<std::string>> kAllowed{
        {"model", {"model"}},
        {"rendering", {"model", "rendering"}},
        {"exporters", {"model", "exporters"}},
        {"app", {"model", "rendering", "exporters", "app"}},
    };
    if (isUnder(file, "exporters/image") && layerOf(target) == "rendering") return true;
    return kAllowed.at(layerOf(file)).contains(layerOf(target));
}

bool isQt(const std::string& target) { return target.size() > 1 && target[0] == 'Q' && std::isupper(static_cast<unsigned char>(target[1])); }

}  // namespace

TEST(IncludeRules, TheSourcesAreFound) { EXPECT_GT(allIncludes().size(), 200u); }

TEST(IncludeRules, LayersIncludeOneWay)
{
    for (const Include& include : allIncludes()) {
        if (!include.isProject) continue;
        EXPECT_TRUE(mayInclude(include.file, include.target)) << include.file << " includes " << include.target;
    }
}

TEST(IncludeRules, ProjectIncludesNameFilesFromTheRoot)
{
    for (const Include& include : allIncludes()) {
        if (!include.isProject) continue;
        // Generated headers live in the build folder.
        if (include.target.find('/') == std::string::npos && include.target.find("moc_") == 0) continue;
        EXPECT_TRUE(fs::exists(kRoot / include.target)) << include.file << " includes " << include.target;
    }
}

TEST(IncludeRules, TheModelAndPlainExportersKnowNoQt)
{
    for (const Include& include : allIncludes()) {
        const bool isFree = isUnder(include.file, "model") ||
                            (isUnder(include.file, "exporters") && !isUnder(include.file, "exporters/image"));
        if (!isFree) continue;
        EXPECT_FALSE(isQt(include.target)) << include.file << " includes " << include.target;
    }
}

TEST(IncludeRules, WidgetsStayInCanvasAndApp)
{
    for (const Include& include : allIncludes()) {
        if (isUnder(include.file, "app") || isUnder(include.file, "rendering/canvas")) continue;
        EXPECT_NE(include.target, "QWidget") << include.file;
        EXPECT_NE(include.target, "QApplication") << include.file;
    }
}

TEST(IncludeRules, TheCommandLineKnowsNoWidgets)
{
    for (const Include& include : allIncludes())
        if (isUnder(include.file, "app/cli")) {
            EXPECT_NE(include.target, "QWidget") << include.file;
            EXPECT_NE(include.target, "QApplication") << include.file;
        }
}

TEST(IncludeRules, YamlIsReadInFourFoldersOnly)
{
    for (const Include& include : allIncludes()) {
        if (!include.target.starts_with("yaml-cpp/")) continue;
        const bool mayRead = isUnder(include.file, "model/io") || isUnder(include.file, "model/catalogue") ||
                             isUnder(include.file, "model/text") || isUnder(include.file, "model/embedded");
        EXPECT_TRUE(mayRead) << include.file << " includes " << include.target;
    }
}

TEST(IncludeRules, HeadersHaveNoCycles)
{
    std::map<std::string, std::vector<std::string>> edges;
    for (const Include& include : allIncludes())
        if (include.isProject && include.file.ends_with(".h")) edges[include.file].push_back(include.target);

    enum class State { Fresh, Open, Done };
    std::map<std::string, State> states;
    std::function<void(const std::string&)> visit = [&](const std::string& file) {
        states[file] = State::Open;
        for (const std::string& next : edges[file]) {
            if (states[next] == State::Open) ADD_FAILURE() << file << " and " << next << " are on a cycle";
            if (states[next] == State::Fresh) visit(next);
        }
        states[file] = State::Done;
    };
    std::vector<std::string> files;
    for (const auto& [file, targets] : edges) files.push_back(file);
    for (const std::string& file : files)
        if (states[file] == State::Fresh) visit(file);
}
