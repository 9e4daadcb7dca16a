#include "tests/architecture/include_checker.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <map>
#include <set>

namespace lintel::test {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLayers[] = {"model", "rendering", "exporters", "app"};

struct Include {
    std::string target;
    bool isProject = false;
};

struct Source {
    std::string file;
    std::vector<Include> includes;
};

std::vector<Include> includesOf(const fs::path& path)
{
    std::vector<Include> includes;
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find_first_not_of(" \t");
        if (first == std::string::npos || line[first] != '#') continue;
        const auto word = line.find_first_not_of(" \t", first + 1);
        if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
        const auto open = line.find_first_of("\"<", word);
        const auto close = line.find_last_of("\">");
        if (open == std::string::npos || close <= open) continue;
        includes.push_back({line.substr(open + 1, close - open - 1), line[open] == '"'});
    }
    return includes;
}

std::vector<Source> sourcesOf(const fs::path& root)
{
    std::vector<Source> sources;
    for (const char* layer : kLayers) {
        if (!fs::exists(root / layer)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / layer))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                sources.push_back({fs::relative(entry.path(), root).generic_string(), includesOf(entry.path())});
    }
    std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.file < b.file; });
    return sources;
}

bool isUnder(const std::string& path, const std::string& folder) { return path.starts_with(folder + "/"); }

bool isHeader(const std::string& file) { return file.ends_with(".h"); }

// moc puts the code it generates from a source into the build folder.
bool isGenerated(const Include& include)
{
    return include.target.ends_with(".moc") || include.target.starts_with("moc_");
}

bool isQt(const std::string& target)
{
    return target.starts_with("Qt") ||
           (target.size() > 1 && target[0] == 'Q' && std::isupper(static_cast<unsigned char>(target[1])));
}

bool isLayered(const std::string& file, const std::string& target)
{
    static const std::map<std::string, std::set<std::string>> kAllowed{
        {"model", {"model"}},
        {"rendering", {"model", "rendering"}},
        {"exporters", {"model", "exporters"}},
        {"app", {"model", "rendering", "exporters", "app"}},
    };
    const auto layerOf = [](const std::string& path) { return path.substr(0, path.find('/')); };
    if (isUnder(file, "exporters/image") && layerOf(target) == "rendering") return true;
    return kAllowed.at(layerOf(file)).contains(layerOf(target));
}

bool mayKnowQt(const std::string& file)
{
    return isUnder(file, "rendering") || isUnder(file, "app") || isUnder(file, "exporters/image");
}

bool mayKnowWidgets(const std::string& file)
{
    return isUnder(file, "rendering/canvas") || (isUnder(file, "app") && !isUnder(file, "app/cli"));
}

bool mayReadYaml(const std::string& file)
{
    return isUnder(file, "model/io") || isUnder(file, "model/catalogue") || isUnder(file, "model/text") ||
           isUnder(file, "model/embedded");
}

bool isHiddenThirdParty(const std::string& target)
{
    return target.starts_with("yaml-cpp/") || target.starts_with("boost/graph/");
}

std::string ownHeader(const std::string& file) { return file.substr(0, file.size() - 3) + "h"; }

class Checker {
public:
    explicit Checker(const fs::path& root) : m_root(root), m_sources(sourcesOf(root)) {}

    std::vector<Violation> run()
    {
        for (const Source& source : m_sources) {
            checkOrder(source);
            for (const Include& include : source.includes) {
                if (include.isProject && !isGenerated(include)) checkProject(source.file, include.target);
                if (!include.isProject) checkLibrary(source.file, include.target);
            }
        }
        findCycles();
        return std::move(m_violations);
    }

private:
    void add(const char* law, const std::string& file, const std::string& target)
    {
        m_violations.push_back({law, file, target});
    }

    void checkProject(const std::string& file, const std::string& target)
    {
        if (!fs::exists(m_root / target))
            add("missing", file, target);
        else if (!isLayered(file, target))
            add("layer", file, target);
    }

    void checkLibrary(const std::string& file, const std::string& target)
    {
        if (isQt(target) && !mayKnowQt(file)) add("qt", file, target);
        if ((target == "QWidget" || target == "QApplication") && !mayKnowWidgets(file)) add("widgets", file, target);
        if (target.starts_with("yaml-cpp/") && !mayReadYaml(file)) add("yaml", file, target);
        if (isHeader(file) && file.find("/detail/") == std::string::npos && isHiddenThirdParty(target))
            add("third-party-header", file, target);
    }

    void checkOrder(const Source& source)
    {
        if (isHeader(source.file) || source.includes.empty()) return;
        const std::string own = ownHeader(source.file);
        if (fs::exists(m_root / own) && source.includes.front().target != own)
            add("own-header-first", source.file, own);
    }

    void findCycles()
    {
        std::map<std::string, std::vector<std::string>> edges;
        for (const Source& source : m_sources)
            if (isHeader(source.file))
                for (const Include& include : source.includes)
                    if (include.isProject) edges[source.file].push_back(include.target);
        enum class State { Fresh, Open, Done };
        std::map<std::string, State> states;
        const std::function<void(const std::string&)> visit = [&](const std::string& file) {
            states[file] = State::Open;
            const auto next = edges.find(file);
            for (const std::string& target : next == edges.end() ? std::vector<std::string>() : next->second) {
                if (states[target] == State::Open) add("cycle", file, target);
                if (states[target] == State::Fresh) visit(target);
            }
            states[file] = State::Done;
        };
        for (const auto& [file, targets] : edges)
            if (states[file] == State::Fresh) visit(file);
    }

    fs::path m_root;
    std::vector<Source> m_sources;
    std::vector<Violation> m_violations;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Violation& violation)
{
    return out << violation.law << ": " << violation.file << " includes " << violation.target;
}

std::size_t countSources(const fs::path& root) { return sourcesOf(root).size(); }

std::vector<Violation> includeViolations(const fs::path& root) { return Checker(root).run(); }

}  // namespace lintel::test
