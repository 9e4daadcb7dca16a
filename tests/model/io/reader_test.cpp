#include "model/io/reader.h"
#include "model/embedded/embedded.h"
#include "model/io/writer.h"

#include <gtest/gtest.h>

namespace lintel::model::io {

namespace {

Result<SourceDocument> readText(std::string text)
{
    return read(std::move(text), "x.lintel.yaml", embedded::catalogue());
}

struct Garbage {
    const char* name;
    std::string text;
    const char* message;
    int line;
};

std::string repeated(const std::string& part, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

std::string aliasBomb()
{
    std::string text = "lintel: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string alias = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias + repeated(", " + alias, 9) + "]\n";
    }
    return text;
}

class ReaderRefuses : public testing::TestWithParam<Garbage> {};

}  // namespace

TEST_P(ReaderRefuses, WithPlaceAndAdvice)
{
    const auto result = readText(GetParam().text);
    ASSERT_FALSE(result);
    const Error& error = result.error();
    EXPECT_EQ(error.message.id, GetParam().message);
    EXPECT_EQ(error.location.line, GetParam().line);
    EXPECT_GE(error.location.column, 1);
    EXPECT_TRUE(embedded::messages().contains(error.message.id));
    const std::string shown = embedded::messages().render(error, text::Language::Korean);
    EXPECT_EQ(shown.find("x.lintel.yaml:" + std::to_string(GetParam().line) + ":"), 0U) << shown;
}

INSTANTIATE_TEST_SUITE_P(
    Garbage, ReaderRefuses,
    testing::Values(
        Garbage{"Empty", "", "io.empty", 1}, Garbage{"OnlyComments", "# nothing\n", "io.empty", 1},
        Garbage{"NotYaml", "lintel: 1\nblocks: {a: [}\n", "yaml.syntax", 2},
        Garbage{"UnclosedQuote", "lintel: 1\ntitle: \"abc\nblocks: {}\n", "yaml.syntax", 4},
        Garbage{"UnclosedSingleQuote", "lintel: 1\ntitle: 'abc\n\n", "yaml.syntax", 4},
        Garbage{"NotADesign", "- a\n- b\n", "io.not-a-design", 1}, Garbage{"Prose", "hello\n", "io.not-a-design", 1},
        Garbage{"TwoDocuments", "lintel: 1\n---\nlintel: 1\n", "io.several-documents", 3},
        Garbage{"Binary", std::string("lintel: 1\n\0\1", 12), "io.binary", 2},
        Garbage{"NotUtf8", "lintel: 1\ntitle: \xff\xfe\n", "io.not-utf8", 2},
        Garbage{"Surrogate", "title: \xED\xA0\x80\n", "io.not-utf8", 1},
        Garbage{"NoVersion", "title: a\n", "io.no-version", 1},
        Garbage{"BadVersion", "title: a\nlintel: [1]\n", "io.bad-version", 2},
        Garbage{"NewerVersion", "lintel: 2\n", "io.newer-version", 1},
        Garbage{"DuplicateKey", "lintel: 1\nblocks:\n  a: {kind: users}\n  a: {kind: users}\n", "io.duplicate-key", 4},
        Garbage{"DuplicateId", "lintel: 1\nblocks:\n  a: {kind: users}\nconnections:\n  a: {from: a, to: a}\n",
                "document.duplicate-id", 5},
        Garbage{"DuplicateNoteId", "lintel: 1\nblocks:\n  a: {kind: users}\nnotes:\n  a: {text: x}\n",
                "document.duplicate-id", 5},
        Garbage{"UnknownKind", "lintel: 1\nblocks:\n  a:\n    kind: lambada\n", "document.unknown-kind", 4},
        Garbage{"NoKind", "lintel: 1\nblocks:\n  a: {name: x}\n", "io.no-kind", 3},
        Garbage{"DanglingParent", "lintel: 1\nblocks:\n  a:\n    kind: vpc\n    in: nowhere\n",
                "document.unknown-parent", 5},
        Garbage{"DanglingEnd", "lintel: 1\nblocks:\n  a: {kind: users}\nconnections:\n  c: {from: a, to: b}\n",
                "document.dangling-connection", 5},
        Garbage{"NoEnd", "lintel: 1\nblocks:\n  a: {kind: users}\nconnections:\n  c: {from: a}\n", "io.no-end", 5},
        Garbage{"ParentCycle", "lintel: 1\nblocks:\n  a: {kind: group, in: b}\n  b: {kind: group, in: a}\n",
                "document.parent-cycle", 3},
        Garbage{"ForbiddenContainer", "lintel: 1\nblocks:\n  u: {kind: users}\n  v: {kind: vpc, in: u}\n",
                "document.wrong-container", 4},
        Garbage{"WrongInteger", "lintel: 1\nblocks:\n  m: {kind: group}\n  a:\n    kind: lambda\n    replicas: many\n",
                "io.not-an-integer", 6},
        Garbage{"WrongBoolean", "lintel: 1\nblocks:\n  a: {kind: vpc, default-vpc: perhaps}\n", "io.not-a-boolean", 3},
        Garbage{"WrongEnum", "lintel: 1\nblocks:\n  a: {kind: lambda, session-storage: shelf}\n", "io.not-one-of", 3},
        Garbage{"WrongTable", "lintel: 1\nblocks:\n  v: {kind: vpc}\n  r: {kind: route-table, in: v, routes: [x]}\n",
                "io.not-a-row", 4},
        Garbage{"WrongList", "lintel: 1\nblocks:\n  a: {kind: lambda, subnets: {a: b}}\n", "io.not-a-list", 3},
        Garbage{"BlockIsText", "lintel: 1\nblocks:\n  a: vpc\n", "io.record-not-a-map", 3},
        Garbage{"SectionIsList", "lintel: 1\nblocks:\n  - {kind: vpc}\n", "io.section-not-a-map", 3},
        Garbage{"BadRelation",
                "lintel: 1\nblocks:\n  a: {kind: users}\nconnections:\n  c: {from: a, to: a, relation: love}\n",
                "io.not-one-of", 5},
        Garbage{"BadRectangle", "lintel: 1\nblocks:\n  a: {kind: users}\nlayout:\n  a: [1, 2, x, 4]\n",
                "io.bad-rectangle", 5},
        Garbage{"HugeRectangle", "lintel: 1\nblocks:\n  a: {kind: users}\nlayout:\n  a: [1, 2, 99999999999, 4]\n",
                "io.bad-rectangle", 5},
        Garbage{"BadPoints", "lintel: 1\nblocks:\n  a: {kind: users}\nlayout:\n  a: {points: [1]}\n", "io.bad-points",
                5},
        Garbage{"AliasBomb", aliasBomb(), "io.alias-bomb", 5},
        Garbage{"AliasOfItself", "lintel: 1\na: &a [*a]\n", "io.alias-cycle", 2},
        Garbage{"DeepClosedFlow", "lintel: 1\na: " + std::string(70, '[') + std::string(70, ']') + "\n", "io.too-deep",
                2},
        Garbage{"VeryDeepFlow", "lintel: 1\na: " + std::string(5'000'000, '[') + "\n", "io.too-deep", 2},
        Garbage{"DeepBlock", "lintel: 1\na:\n  " + repeated("- ", 100'000) + "x\n", "io.too-deep", 3},
        Garbage{"Noise", "lintel: 1\n" + repeated("&@% \xEA\xB0\x80 }{ ]:", 500'000), "yaml.syntax", 2},
        Garbage{"TooLarge", std::string(100'000'000, 'x'), "io.too-large", 1}),
    [](const auto& garbage) { return std::string(garbage.param.name); });

TEST(Reader, ReadsEverySection)
{
    const auto result = readText(R"(lintel: 1
title: 댕댕살롱
future: {key: [1, 2.5, "3", true, null]}
blocks:
  v: {kind: vpc, name: "true", cidr: 10.0.0.0/16}
  u: {kind: users}
  db: {kind: rds-instance, in: v, engine-version: 8.0, storage-gb: 50, shelf: 8.0}
connections:
  c: {from: u, to: db, port: 3306, step: 2}
  d: {from: u, to: db, port: [80, 443], relation: observe}
notes:
  n: {text: look, subjects: [db]}
waivers: []
layout:
  v: [1, -2, 300, 400]
  u: {rect: [0, 0, 64, 64], pinned: true}
  c: {points: [[1, 2], [3, 4]]}
  gone: [0, 0, 1, 1]
)");
    ASSERT_TRUE(result) << embedded::messages().render(result.error(), text::Language::English);
    const Document& document = result->document;
    EXPECT_EQ(document.settings().title, "댕댕살롱");
    EXPECT_EQ(document.settings().properties.at("future")["key"].toList().size(), 5U);
    EXPECT_EQ(document.blocks.find(BlockId("v"))->name, "true");
    const Block& db = *document.blocks.find(BlockId("db"));
    EXPECT_EQ(db.property("engine-version"), Value("8.0"));
    EXPECT_EQ(db.property("storage-gb"), Value(50));
    EXPECT_EQ(db.property("shelf"), Value(8.0));
    EXPECT_EQ(document.connections.find(ConnectionId("c"))->ports, "3306");
    EXPECT_EQ(document.connections.find(ConnectionId("d"))->ports, "80,443");
    EXPECT_EQ(document.connections.find(ConnectionId("c"))->property("step"), Value(2));
    EXPECT_EQ(document.notes.find(NoteId("n"))->subjects, std::vector<std::string>{"db"});
    EXPECT_EQ(document.placements.find(PlacementId("v"))->rect, (Rect{1, -2, 300, 400}));
    EXPECT_TRUE(document.placements.find(PlacementId("u"))->pinned);
    EXPECT_EQ(document.placements.find(PlacementId("c"))->waypoints, (std::vector<Point>{{1, 2}, {3, 4}}));
    EXPECT_FALSE(document.placements.contains(PlacementId("gone")));
    EXPECT_EQ(result->lines.at("db"), 7);
    EXPECT_EQ(result->lines.at("c"), 9);
}

TEST(Reader, ColumnsCountCharacters)
{
    const auto result = readText("lintel: 1\nblocks:\n  a: {kind: vpc, name: 한글, default-vpc: x}\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().location.column, 41);
}

TEST(Reader, MissingFileIsAnError)
{
    const auto result = readFile("/nonexistent/x.lintel.yaml", embedded::catalogue());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message.id, "io.unreadable");
}

TEST(Reader, ReadsEveryTemplate)
{
    for (const embedded::Template& sample : embedded::templates()) {
        const auto result = readText(sample.text);
        ASSERT_TRUE(result) << embedded::messages().render(result.error(), text::Language::English);
        EXPECT_EQ(write(result->document, *result, embedded::catalogue()), sample.text);
    }
}

TEST(Reader, SaysThatGitLeftAConflict)
{
    const auto marked =
        read("lintel: 1\nblocks:\n<<<<<<< HEAD\n  a: {kind: vpc}\n=======\n  b: {kind: vpc}\n>>>>>>> x\n", "x",
             embedded::catalogue());
    ASSERT_FALSE(marked);
    EXPECT_EQ(marked.error().message.id, "io.conflict-marker");
    EXPECT_EQ(marked.error().location.line, 3);
    EXPECT_TRUE(read("lintel: 1\ntitle: a <<<<<<< b\n", "x", embedded::catalogue())) << "only at the start of a line";
}

}  // namespace lintel::model::io
