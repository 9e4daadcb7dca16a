#include "model/catalogue/catalogue_reader.h"

#include "model/catalogue/catalogue_codec.h"
#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

namespace lintel::model::catalogue {
namespace {

constexpr const char* kKind = R"(kind: thing
category: general
title: {en: Thing, ko: 것}
summary: {en: A thing., ko: 것입니다.}
shape: node
in: [root]
facts: {role: none}
properties:
  - {key: size, type: integer, default: 3, title: {en: Size, ko: 크기}}
)";

Error failure(const std::string& yaml)
{
    CatalogueReader reader;
    const auto done = reader.addKind(yaml, "thing.yaml");
    if (!done) return done.error();
    const auto all = reader.finish();
    return all ? Error{} : all.error();
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

TEST(CatalogueReader, ReadsAKind)
{
    CatalogueReader reader;
    ASSERT_TRUE(reader.addKind(kKind, "thing.yaml"));
    const Catalogue catalogue(*reader.finish());
    const Kind* kind = catalogue.find(KindId("thing"));
    ASSERT_TRUE(kind);
    EXPECT_EQ(kind->title.ko, "것");
    EXPECT_EQ(kind->property("size")->defaultValue, Value(3));
    EXPECT_TRUE(kind->property("environment")) << "every kind has the common properties";
    EXPECT_TRUE(catalogue.mayHold(KindId(), KindId("thing")));
    EXPECT_FALSE(catalogue.mayHold(KindId("thing"), KindId("thing")));
}

TEST(CatalogueReader, NamesFileLineAndColumnOfEachMistake)
{
    const Error unknownKey = failure(replaced(kKind, "category:", "categorie:"));
    EXPECT_EQ(unknownKey.message.id, "catalogue.unknown-key");
    EXPECT_EQ(unknownKey.location.line, 2);
    EXPECT_EQ(failure(replaced(kKind, "shape: node", "shape: round")).message.id, "catalogue.unknown-word");
    EXPECT_EQ(failure(replaced(kKind, ", ko: 것}", "}")).message.id, "catalogue.missing");
    EXPECT_EQ(failure(replaced(kKind, "in: [root]", "in: root")).message.id, "catalogue.not-a-list");
    EXPECT_EQ(failure(replaced(kKind, "in: [root]", "in: [nowhere]")).message.id, "catalogue.unknown-kind");
    EXPECT_EQ(failure(replaced(kKind, "in: [root]", "in: [root")).message.id, "yaml.syntax");
    EXPECT_EQ(failure(std::string("in: [root]\ninclude: [none]\n") + replaced(kKind, "in: [root]\n", "")).message.id,
              "catalogue.unknown-set");
    EXPECT_EQ(failure("just text").message.id, "catalogue.not-a-map");
}

TEST(CatalogueCodec, DecodesWhatItEncoded)
{
    const Catalogue& catalogue = embedded::catalogue();
    EXPECT_EQ(decode(encode(catalogue)), catalogue);
}

}  // namespace
}  // namespace lintel::model::catalogue
