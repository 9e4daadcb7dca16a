#include "model/catalogue/catalogue_reader.h"

#include "model/catalogue/detail/yaml_fields.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lintel::model::catalogue {

using detail::YamlFields;
using detail::YamlProblem;

namespace {

template <class Enum>
using Names = std::initializer_list<std::pair<std::string_view, Enum>>;

const Names<PropertyType> kTypes = {{"string", PropertyType::String},       {"text", PropertyType::Text},
                                    {"integer", PropertyType::Integer},     {"number", PropertyType::Number},
                                    {"boolean", PropertyType::Boolean},     {"enum", PropertyType::Enum},
                                    {"cidr", PropertyType::Cidr},           {"ports", PropertyType::Ports},
                                    {"reference", PropertyType::Reference}, {"references", PropertyType::References},
                                    {"strings", PropertyType::Strings},     {"table", PropertyType::Table}};

const Names<Shape> kShapes = {
    {"container", Shape::Container}, {"node", Shape::Node}, {"border", Shape::Border}, {"group", Shape::Group}};

template <class Enum>
Enum parse(const YamlFields& fields, const char* key,
           const std::initializer_list<std::pair<std::string_view, Enum>>& names)
{
    const std::string text = fields.required(key);
    for (const auto& [name, value] : names)
        if (name == text) return value;
    fields.fail("catalogue.unknown-word", {{"key", key}, {"word", text}}, key);
}

std::vector<KindId> kindIds(const std::vector<std::string>& texts)
{
    std::vector<KindId> ids;
    for (const std::string& text : texts) ids.emplace_back(text);
    return ids;
}

Property readProperty(const YamlFields& fields)
{
    fields.allowOnly({"key", "type", "title", "help", "group", "default", "values", "kinds", "columns"});
    Property property;
    property.key = fields.required("key");
    property.type = parse(fields, "type", kTypes);
    fields.required("key");
    property.title = fields.translated("title");
    property.help = fields.translated("help");
    property.group = fields.text("group", "general");
    property.defaultValue = fields.value("default");
    property.kinds = kindIds(fields.texts("kinds"));
    for (const YamlFields& value : fields.maps("values")) {
        value.allowOnly({"value", "title"});
        property.values.push_back({value.required("value"), value.translated("title")});
    }
    for (const YamlFields& column : fields.maps("columns")) property.columns.push_back(readProperty(column));
    if (property.title.en.empty()) fields.fail("catalogue.missing", {{"key", "title"}});
    if (property.type == PropertyType::Enum && property.values.empty())
        fields.fail("catalogue.missing", {{"key", "values"}});
    if (property.type == PropertyType::Table && property.columns.empty())
        fields.fail("catalogue.missing", {{"key", "columns"}});
    return property;
}

/// Properties that every block may have; in one place so that no catalogue file repeats them.
std::vector<Property> commonProperties()
{
    const auto value = [](const char* id, const char* en, const char* ko) { return EnumValue{id, {en, ko}}; };
    Property environment{
        .key = "environment", .type = PropertyType::Enum, .title = {"Environment", "환경"}, .group = "general"};
    environment.values = {value("development", "Development", "개발"), value("test", "Test", "테스트"),
                          value("staging", "Staging", "스테이징"), value("production", "Production", "운영")};
    Property description{
        .key = "description", .type = PropertyType::Text, .title = {"Description", "설명"}, .group = "general"};
    Property decision{.key = "decision", .type = PropertyType::Text, .title = {"Decision", "결정"}, .group = "general"};
    return {environment, description, decision};
}

template <class Read>
Result<void> guarded(const std::string& file, const Read& read)
{
    try {
        read();
        return {};
    } catch (const YamlProblem& problem) {
        return problem.error;
    } catch (const YAML::Exception& problem) {
        return makeError("yaml.syntax", {{"detail", problem.msg}},
                         {file, problem.mark.line + 1, problem.mark.column + 1});
    }
}

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace

Result<void> CatalogueReader::addPropertySet(std::string_view name, std::string_view yaml, const std::string& file)
{
    return guarded(file, [&] {
        const YamlFields fields(YAML::Load(std::string(yaml)), file);
        fields.allowOnly({"properties"});
        auto& set = m_sets[std::string(name)];
        for (const YamlFields& property : fields.maps("properties")) set.push_back(readProperty(property));
    });
}

Result<void> CatalogueReader::addKind(std::string_view yaml, const std::string& file)
{
    return guarded(file, [&] {
        const YamlFields fields(YAML::Load(std::string(yaml)), file);
        fields.allowOnly({"kind", "category", "title", "summary", "keywords", "shape", "in", "facts", "include",
                          "properties", "new", "next", "presets", "terraform"});
        Kind kind;
        kind.id = KindId(fields.required("kind"));
        kind.category = fields.required("category");
        kind.title = fields.translated("title");
        kind.summary = fields.translated("summary");
        kind.keywords = fields.texts("keywords");
        kind.shape = parse(fields, "shape", kShapes);
        kind.parents = fields.texts("in");
        kind.facts = fields.properties("facts");
        kind.initial = fields.properties("new");
        kind.terraform = fields.text("terraform");
        // A kind's own property replaces one of the same key from a shared set.
        for (const YamlFields& property : fields.maps("properties")) kind.properties.push_back(readProperty(property));
        for (const std::string& set : fields.texts("include")) {
            const auto found = m_sets.find(set);
            if (found == m_sets.end()) fields.fail("catalogue.unknown-set", {{"set", set}}, "include");
            for (const Property& property : found->second)
                if (!kind.property(property.key)) kind.properties.push_back(property);
        }
        for (Property& property : commonProperties())
            if (!kind.property(property.key)) kind.properties.push_back(std::move(property));
        for (const YamlFields& next : fields.maps("next")) {
            next.allowOnly({"kind", "port"});
            kind.next.push_back({KindId(next.required("kind")), next.text("port")});
        }
        for (const YamlFields& preset : fields.maps("presets")) {
            preset.allowOnly({"id", "title", "new"});
            kind.presets.push_back({preset.required("id"), preset.translated("title"), preset.properties("new")});
        }
        if (kind.title.en.empty()) fields.fail("catalogue.missing", {{"key", "title"}});
        m_kinds.push_back(std::move(kind));
    });
}

Result<std::vector<Kind>> CatalogueReader::finish(const Catalogue& known) const
{
    const auto exists = [&](const KindId& id) {
        return known.find(id) ||
               std::any_of(m_kinds.begin(), m_kinds.end(), [&](const Kind& kind) { return kind.id == id; });
    };
    const auto unknown = [](const Kind& kind, const std::string& other) {
        return makeError("catalogue.unknown-kind", {{"kind", kind.id.text()}, {"other", other}});
    };
    for (const Kind& kind : m_kinds) {
        for (const std::string& parent : kind.parents)
            if (parent != "root" && parent != "any" && !exists(KindId(parent))) return unknown(kind, parent);
        for (const NextKind& next : kind.next)
            if (!exists(next.kind)) return unknown(kind, next.kind.text());
        for (const Property& property : kind.properties)
            for (const KindId& other : property.kinds)
                if (!exists(other)) return unknown(kind, other.text());
    }
    return m_kinds;
}

Result<Catalogue> readCatalogueFolder(const std::string& folder, const Catalogue& base)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    std::vector<fs::path> sets;
    std::vector<fs::path> kinds;
    for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure)) {
        if (it->path().extension() != ".yaml") continue;
        (it->path().parent_path().filename() == "property-sets" ? sets : kinds).push_back(it->path());
    }
    if (failure) return makeError("catalogue.unreadable-folder", {{"folder", folder}});
    std::sort(sets.begin(), sets.end());
    std::sort(kinds.begin(), kinds.end());

    CatalogueReader reader;
    for (const fs::path& path : sets)
        if (auto done = reader.addPropertySet(path.stem().string(), readFile(path), path.string()); !done)
            return done.error();
    for (const fs::path& path : kinds)
        if (auto done = reader.addKind(readFile(path), path.string()); !done) return done.error();
    auto read = reader.finish(base);
    if (!read) return read.error();
    std::vector<Kind> all = base.kinds();
    all.insert(all.end(), read->begin(), read->end());
    return Catalogue(std::move(all));
}

}  // namespace lintel::model::catalogue
