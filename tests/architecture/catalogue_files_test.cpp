// Every kind of the catalogue is whole: icon, texts in both languages, defaults and initial values that fit.

#include "model/edit/operations/add_block.h"
#include "model/embedded/embedded.h"
#include "model/lint/linter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace lintel::model;
using namespace lintel::model::catalogue;

bool isOneOf(const Property& property, const Value& value)
{
    return std::any_of(property.values.begin(), property.values.end(),
                       [&](const EnumValue& known) { return known.value == value.scalarText(); });
}

bool fits(const Property& property, const Value& value)
{
    switch (property.type) {
        case PropertyType::Boolean: return value.isBool();
        case PropertyType::Integer: return value.isInteger();
        case PropertyType::Number: return value.isNumber();
        case PropertyType::Enum: return isOneOf(property, value);
        case PropertyType::References:
        case PropertyType::Strings:
        case PropertyType::Table: return value.isList();
        case PropertyType::Ports: return value.isString() || value.isInteger();
        default: return value.isString();
    }
}

bool isTranslated(const Translated& text) { return !text.en.empty() && !text.ko.empty(); }

void expectWhole(const Kind& kind, const Property& property)
{
    const std::string place = kind.id.text() + "." + property.key;
    EXPECT_TRUE(isTranslated(property.title)) << place;
    EXPECT_EQ(property.help.en.empty(), property.help.ko.empty()) << place;
    if (!property.defaultValue.isNull()) {
        EXPECT_TRUE(fits(property, property.defaultValue)) << place;
    }
    for (const EnumValue& value : property.values)
        EXPECT_TRUE(isTranslated(value.title)) << place << "." << value.value;
    for (const Property& column : property.columns) expectWhole(kind, column);
}

void expectFits(const Kind& kind, const Properties& values, const std::string& where)
{
    for (const auto& [key, value] : values) {
        const Property* property = kind.property(key);
        ASSERT_NE(property, nullptr) << kind.id.text() << " " << where << ": " << key;
        EXPECT_TRUE(fits(*property, value)) << kind.id.text() << " " << where << ": " << key;
    }
}

// A container of a kind that may hold `kind`, itself somewhere legal; empty = the top level.
BlockId placeFor(Document& document, const Kind& kind, int depth = 0)
{
    const auto mayStand = [&](const char* where) {
        return std::find(kind.parents.begin(), kind.parents.end(), where) != kind.parents.end();
    };
    if (mayStand("root") || mayStand("any") || depth > 8) return {};
    const Kind& parent = *embedded::catalogue().find(KindId(kind.parents.front()));
    const BlockId place = placeFor(document, parent, depth + 1);
    const auto change = edit::addBlock(document, embedded::catalogue(), {parent.id, {}, {}, place, {}});
    EXPECT_TRUE(change) << parent.id.text();
    document = edit::apply(document, *change).value();
    return std::find_if(change->blocks.begin(), change->blocks.end(), [](const auto& one) { return !one.before; })
        ->id();
}

// The errors that a fresh block of the kind has of its own: it is the culprit.
std::vector<std::string> ownErrors(const Kind& kind, const std::string& preset)
{
    Document document;
    const BlockId place = placeFor(document, kind);
    const auto change = edit::addBlock(document, embedded::catalogue(), {kind.id, preset, {}, place, {}});
    if (!change) return {embedded::messages().render(change.error(), text::Language::English)};
    const auto added =
        std::find_if(change->blocks.begin(), change->blocks.end(), [](const auto& one) { return !one.before; });
    document = edit::apply(document, *change).value();
    std::vector<std::string> errors;
    for (const lint::Finding& finding : lint::Linter::run(document, embedded::catalogue()))
        if (finding.severity == lint::Severity::Error && finding.subjects.front() == added->id().text())
            errors.push_back(finding.rule + ": " +
                             embedded::messages().render(finding.message, text::Language::English));
    return errors;
}

}  // namespace

TEST(CatalogueFiles, AFreshBlockHasNoErrorOfItsOwn)
{
    for (const Kind& kind : embedded::catalogue().kinds()) {
        for (const std::string& error : ownErrors(kind, {})) ADD_FAILURE() << kind.id.text() << ": " << error;
        for (const Preset& preset : kind.presets)
            for (const std::string& error : ownErrors(kind, preset.id))
                ADD_FAILURE() << kind.id.text() << " (" << preset.id << "): " << error;
    }
}

TEST(CatalogueFiles, EveryIconBelongsToAKind)
{
    for (const auto& entry : fs::directory_iterator(fs::path(LINTEL_SOURCE_DIR) / "resources/icons"))
        if (entry.path().extension() == ".svg") {
            EXPECT_NE(embedded::catalogue().find(KindId(entry.path().stem().string())), nullptr)
                << entry.path().filename();
        }
}

TEST(CatalogueFiles, EveryKindHasAnIcon)
{
    for (const Kind& kind : embedded::catalogue().kinds())
        EXPECT_TRUE(fs::exists(fs::path(LINTEL_SOURCE_DIR) / "resources/icons" / (kind.id.text() + ".svg")))
            << kind.id.text();
}

TEST(CatalogueFiles, EveryKindSpeaksBothLanguages)
{
    for (const Kind& kind : embedded::catalogue().kinds()) {
        EXPECT_TRUE(isTranslated(kind.title)) << kind.id.text();
        EXPECT_TRUE(isTranslated(kind.summary)) << kind.id.text();
        for (const Preset& preset : kind.presets)
            EXPECT_TRUE(isTranslated(preset.title)) << kind.id.text() << " " << preset.id;
    }
}

TEST(CatalogueFiles, PropertiesAreWholeAndDefaultsFit)
{
    for (const Kind& kind : embedded::catalogue().kinds()) {
        std::set<std::string> keys;
        for (const Property& property : kind.properties) {
            EXPECT_TRUE(keys.insert(property.key).second) << kind.id.text() << "." << property.key << " stands twice";
            expectWhole(kind, property);
        }
    }
}

TEST(CatalogueFiles, FreshBlocksAndPresetsHaveValuesThatFit)
{
    for (const Kind& kind : embedded::catalogue().kinds()) {
        expectFits(kind, kind.initial, "new");
        for (const Preset& preset : kind.presets) expectFits(kind, preset.properties, preset.id);
    }
}

TEST(CatalogueFiles, EveryKindHasAPlace)
{
    const Catalogue& catalogue = embedded::catalogue();
    for (const Kind& kind : catalogue.kinds()) {
        EXPECT_FALSE(kind.parents.empty()) << kind.id.text();
        for (const std::string& parent : kind.parents) {
            if (parent == "root" || parent == "any") continue;
            ASSERT_NE(catalogue.find(KindId(parent)), nullptr) << kind.id.text() << " in " << parent;
            EXPECT_TRUE(catalogue.mayHold(KindId(parent), kind.id)) << kind.id.text() << " in " << parent;
        }
    }
}
