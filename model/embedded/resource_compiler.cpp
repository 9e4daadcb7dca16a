// Build tool: checks everything in resources/ that the model reads and compiles it into one bundle.
// Usage: resource_compiler RESOURCES-FOLDER OUTPUT-FILE

#include "model/catalogue/catalogue_reader.h"
#include "model/embedded/bundle.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace fs = std::filesystem;
using namespace lintel::model;

namespace {

struct Failure {
    std::string text;
};

std::string readFile(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw Failure{path.string() + ": cannot be read"};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<fs::path> yamlFiles(const fs::path& folder)
{
    std::vector<fs::path> files;
    if (fs::exists(folder))
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

// The texts are what is being compiled, so errors here are printed as message id and arguments.
std::string plain(const Error& error)
{
    std::string text = error.location.file + ":" + std::to_string(error.location.line) + ":" +
                       std::to_string(error.location.column) + ": " + error.message.id;
    for (const MessageArgument& argument : error.message.arguments) text += " " + argument.name + "=" + argument.value;
    return text;
}

std::vector<std::pair<std::string, std::string>> translations(const fs::path& file)
{
    auto read = text::readTranslations(readFile(file), file.string());
    if (!read) throw Failure{plain(read.error())};
    return std::move(read).value();
}

void addTranslations(const fs::path& resources, text::Messages& messages)
{
    std::map<std::string, text::Messages::Entry> entries;
    const auto put = [&](const std::string& id, const std::string& value, std::string text::Messages::Entry::*side) {
        if (value.empty()) throw Failure{"message " + id + " is empty"};
        entries[id].*side = value;
    };
    for (const fs::path& file : yamlFiles(resources / "translations/en"))
        for (const auto& [id, value] : translations(file)) put(id, value, &text::Messages::Entry::en);
    for (const fs::path& file : yamlFiles(resources / "translations/ko"))
        for (const auto& [id, value] : translations(file)) put(id, value, &text::Messages::Entry::ko);
    for (const fs::path& file : yamlFiles(resources / "rules"))
        for (const auto& [id, value] : translations(file)) {
            // `controls` stands above the languages: the same ids for every reader.
            const std::string key =
                "rule." + file.stem().string() + "." + (id == "controls" ? id : id.substr(id.find('.') + 1));
            if (!id.starts_with("ko.")) put(key, value, &text::Messages::Entry::en);
            if (!id.starts_with("en.")) put(key, value, &text::Messages::Entry::ko);
        }
    for (auto& [id, entry] : entries) {
        if (entry.en.empty() || entry.ko.empty())
            throw Failure{"message " + id + " has no " + (entry.en.empty() ? "English" : "Korean") + " text"};
        messages.add(id, std::move(entry));
    }
}

std::vector<embedded::Template> readTemplates(const fs::path& folder)
{
    std::vector<embedded::Template> templates;
    if (!fs::exists(folder / "index.yaml")) return templates;
    for (const YAML::Node& entry : YAML::Load(readFile(folder / "index.yaml"))) {
        const auto both = [&](const char* key) {
            return catalogue::Translated{entry[key]["en"].as<std::string>(), entry[key]["ko"].as<std::string>()};
        };
        embedded::Template design{entry["name"].as<std::string>(), both("title"), both("summary"), {}};
        design.text = readFile(folder / (design.name + ".lintel.yaml"));
        templates.push_back(std::move(design));
    }
    return templates;
}

/// `<rule-id>.before.lintel.yaml`, and `<rule-id>.after.lintel.yaml` where a fix alone does not lead there.
std::vector<embedded::RuleExample> readRuleExamples(const fs::path& rules)
{
    constexpr std::string_view kBefore = ".before.lintel.yaml";
    constexpr std::string_view kAfter = ".after.lintel.yaml";
    std::map<std::string, embedded::RuleExample> examples;
    for (const fs::path& file : yamlFiles(rules / "examples")) {
        const std::string name = file.filename().string();
        const bool isBefore = name.ends_with(kBefore);
        if (!isBefore && !name.ends_with(kAfter))
            throw Failure{file.string() + ": is called neither *.before.lintel.yaml nor *.after.lintel.yaml"};
        const std::string rule = name.substr(0, name.size() - (isBefore ? kBefore : kAfter).size());
        if (!fs::exists(rules / (rule + ".yaml"))) throw Failure{file.string() + ": there is no rule " + rule};
        examples[rule].rule = rule;
        (isBefore ? examples[rule].before : examples[rule].after) = readFile(file);
    }
    std::vector<embedded::RuleExample> all;
    for (auto& [rule, example] : examples) {
        if (example.before.empty()) throw Failure{rule + ": has an example of after, and none of before"};
        all.push_back(std::move(example));
    }
    return all;
}

std::string bundleOf(const fs::path& resources)
{
    embedded::Bundle bundle;
    auto catalogue = catalogue::readCatalogueFolder((resources / "catalogue").string());
    if (!catalogue) throw Failure{plain(catalogue.error())};
    bundle.catalogue = std::move(catalogue).value();
    addTranslations(resources, bundle.messages);
    return embedded::encode(bundle, {readTemplates(resources / "templates"), readRuleExamples(resources / "rules")});
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: resource_compiler RESOURCES-FOLDER OUTPUT-FILE\n";
        return 2;
    }
    try {
        const std::string bytes = bundleOf(argv[1]);
        std::ofstream(argv[2], std::ios::binary) << bytes;
        return 0;
    } catch (const Failure& failure) {
        std::cerr << failure.text << '\n';
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
    }
    return 1;
}
