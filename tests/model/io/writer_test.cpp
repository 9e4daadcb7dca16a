#include "model/io/writer.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace lintel::model::io {

namespace {

SourceDocument mustRead(const std::string& text)
{
    auto result = read(text, "x.lintel.yaml", embedded::catalogue());
    if (!result) {
        ADD_FAILURE() << embedded::messages().render(result.error(), text::Language::English) << "\n" << text;
        return {};
    }
    return *std::move(result);
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// Lines that are in only one of the texts, by count.
int differingLines(const std::string& a, const std::string& b)
{
    std::map<std::string, int> count;
    for (const std::string& line : linesOf(a)) ++count[line];
    for (const std::string& line : linesOf(b)) --count[line];
    int result = 0;
    for (const auto& [line, n] : count) result += std::abs(n);
    return result;
}

const std::vector<std::string> kHostileNames = {"",
                                                " ",
                                                "a\"b",
                                                "it's",
                                                "line\nbreak",
                                                "tab\there",
                                                "${var.x}",
                                                "a: b",
                                                "a #b",
                                                "- a",
                                                "yes",
                                                "No",
                                                "true",
                                                "null",
                                                "~",
                                                "NaN",
                                                "8080",
                                                "1.5",
                                                "1e3",
                                                "0x1F",
                                                "012",
                                                "+1",
                                                "12:30",
                                                "2027-01-01",
                                                "{a}",
                                                "[a]",
                                                "a, b",
                                                "*a",
                                                "&a",
                                                "!a",
                                                "%a",
                                                "@a",
                                                "`a`",
                                                "|",
                                                ">",
                                                "?",
                                                ":",
                                                "a:",
                                                "<b>x</b>",
                                                "\\",
                                                "C:\\x",
                                                "메인 서버",
                                                "\xF0\x9F\x98\x80",
                                                "\xE2\x80\xAEgnp.exe",
                                                "\xD8\xA7\xD9\x84",
                                                "\xE2\x80\xA8",
                                                "\xC2\x85",
                                                "\xEF\xBB\xBFx",
                                                "...",
                                                "---",
                                                "<<",
                                                "=",
                                                "a\r\nb",
                                                "\x7F",
                                                "inf",
                                                ".inf",
                                                "#x",
                                                "trailing ",
                                                "'",
                                                "\""};

const std::string kCommented = R"(# A design.
lintel: 1   # the format
title: Before
future: {a: 1}

blocks:
  # The network.
  v: {kind: vpc, name: 'main', cidr: "10.0.0.0/16", shiny: yes-sir}   # one line

  rt:
    kind: route-table
    in: v   # where
    # The way out.
    routes:
      - {destination: 0.0.0.0/0, target: igw}   # first
      # Kept.
      - {destination: 10.1.0.0/16, target: peer}
    unknown-key: [1, 2]
  igw: {kind: internet-gateway, in: v}
connections: {}
waivers: []
layout:                      # always last
  v: [0, 0, 500, 400]
  rt: [10, 20, 64, 64]   # here
# The end.
)";

Document edited(const Document& document, const std::function<void(edit::Transaction&)>& change)
{
    edit::Transaction transaction(document);
    change(transaction);
    return transaction.document();
}

}  // namespace

TEST(Writer, CanonicalTextReadsBackAsTheDocument)
{
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const Document document = test::randomDocument(seed, 25, embedded::catalogue());
        const std::string text = write(document, {}, embedded::catalogue());
        EXPECT_TRUE(mustRead(text).document == document) << seed << "\n" << text;
    }
}

TEST(Writer, EditedTextReadsBackAsTheDocument)
{
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const Document first = test::randomDocument(seed, 20, embedded::catalogue());
        const SourceDocument source = mustRead(write(first, {}, embedded::catalogue()));
        const Document second = test::randomlyEdited(source.document, seed, 10, embedded::catalogue());
        const std::string text = write(second, source, embedded::catalogue());
        EXPECT_TRUE(mustRead(text).document == second) << seed << "\n" << text;
    }
}

TEST(Writer, EditedTemplatesReadBackAndStayAlmostTheSame)
{
    for (const embedded::Template& sample : embedded::templates()) {
        const SourceDocument source = mustRead(sample.text);
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            const Document second = test::randomlyEdited(source.document, seed, 8, embedded::catalogue());
            const std::string text = write(second, source, embedded::catalogue());
            EXPECT_TRUE(mustRead(text).document == second) << sample.name << seed << "\n" << text;
            EXPECT_EQ(text.substr(0, text.find('\n')), sample.text.substr(0, sample.text.find('\n')));
        }
    }
}

TEST(Writer, HostileTextSurvives)
{
    for (const bool flow : {true, false}) {
        SourceDocument source =
            mustRead(flow ? "lintel: 1\nblocks:\n  a: {kind: users}\n" : "lintel: 1\nblocks:\n  a:\n    kind: users\n");
        for (const std::string& name : kHostileNames) {
            const Document document = edited(source.document, [&](edit::Transaction& transaction) {
                Block block = *transaction.block(BlockId("a"));
                block.name = name;
                block.properties["description"] = Value(name);
                block.properties["free"] =
                    Value(Value::List{Value(name), Value(Value::Map{{name + "k", Value(name)}})});
                transaction.put(block);
                Settings settings;
                settings.title = name;
                transaction.put(settings);
            });
            const std::string text = write(document, source, embedded::catalogue());
            EXPECT_TRUE(mustRead(text).document == document) << text;
            EXPECT_TRUE(mustRead(write(document, {}, embedded::catalogue())).document == document) << text;
        }
    }
}

TEST(Writer, MovingABlockChangesTwoLinesAtMost)
{
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const Document document = test::randomDocument(seed, 20, embedded::catalogue());
        const std::string before = write(document, {}, embedded::catalogue());
        const SourceDocument source = mustRead(before);
        const BlockId id = document.blocks.rows()[seed % document.blocks.size()]->id;
        const Document moved = edited(document, [&](edit::Transaction& transaction) {
            transaction.put(Placement{placementId(id), {777, 778, 64, 64}, {}, seed % 2 == 0});
        });
        const std::string after = write(moved, source, embedded::catalogue());
        EXPECT_LE(differingLines(before, after), 2) << after;
        EXPECT_TRUE(mustRead(after).document == moved);
    }
}

TEST(Writer, ChangesOnlyWhatWasEdited)
{
    const SourceDocument source = mustRead(kCommented);
    const Document document = edited(source.document, [](edit::Transaction& transaction) {
        transaction.setProperty(BlockId("v"), "dns-hostnames", Value(true));
        Block table = *transaction.block(BlockId("rt"));
        table.parent = BlockId("v");
        table.name = "out";
        Value::List routes = table.property("routes").toList();
        routes[1] = Value(Value::Map{{"destination", Value("10.2.0.0/16")}, {"target", Value("igw")}});
        table.properties["routes"] = Value(routes);
        transaction.put(table);
        transaction.put(Placement{PlacementId("rt"), {11, 20, 64, 64}, {}, false});
        Settings settings = transaction.base().settings();
        settings.title = "After";
        settings.region = "ap-northeast-2";
        transaction.put(settings);
    });
    EXPECT_EQ(write(document, source, embedded::catalogue()), R"(# A design.
lintel: 1   # the format
title: After
region: ap-northeast-2
future: {a: 1}

blocks:
  # The network.
  v: {kind: vpc, name: 'main', cidr: "10.0.0.0/16", shiny: yes-sir, dns-hostnames: true}   # one line

  rt:
    kind: route-table
    in: v   # where
    name: out
    # The way out.
    routes:
      - {destination: 0.0.0.0/0, target: igw}   # first
      # Kept.
      - {destination: 10.2.0.0/16, target: igw}
    unknown-key: [1, 2]
  igw: {kind: internet-gateway, in: v}
connections: {}
waivers: []
layout:                      # always last
  v: [0, 0, 500, 400]
  rt: [11, 20, 64, 64]   # here
# The end.
)");
}

TEST(Writer, NewRecordsStandNearTheirSiblings)
{
    const SourceDocument source = mustRead(kCommented);
    const Document document = edited(source.document, [](edit::Transaction& transaction) {
        transaction.put(Block{BlockId("az"), KindId("availability-zone"), "", BlockId("v"), {}});
        transaction.put(Block{BlockId("sub"), KindId("subnet"), "", BlockId("az"), {}});
        transaction.put(Block{BlockId("rt-2"), KindId("route-table"), "", BlockId("v"), {}});
        transaction.put(Connection{ConnectionId("c"), BlockId("igw"), BlockId("sub"), "", "", "", "80,443", {}});
        transaction.put(Note{NoteId("n"), "", "look", {"sub"}, {}});
        transaction.put(Waiver{WaiverId("w"), "some-rule", {"sub"}, "because", "", "", {}});
        transaction.remove(BlockId("rt"));
        transaction.remove(PlacementId("rt"));
        transaction.put(Placement{PlacementId("c"), {}, {{1, 2}}, false});
    });
    EXPECT_EQ(write(document, source, embedded::catalogue()), R"(# A design.
lintel: 1   # the format
title: Before
future: {a: 1}

blocks:
  # The network.
  v: {kind: vpc, name: 'main', cidr: "10.0.0.0/16", shiny: yes-sir}   # one line
  az: {kind: availability-zone, in: v}
  sub: {kind: subnet, in: az}

  igw: {kind: internet-gateway, in: v}
  rt-2: {kind: route-table, in: v}
connections:
  c: {from: igw, to: sub, port: "80,443"}
notes:
  n: {text: look, subjects: [sub]}
waivers:
  w: {rule: some-rule, subjects: [sub], reason: because}
layout:                      # always last
  v: [0, 0, 500, 400]
  c: {points: [[1, 2]]}
# The end.
)");
}

TEST(Writer, KeepsWindowsLineEnds)
{
    std::string text;
    for (const std::string& line : linesOf(kCommented)) text += line + "\r\n";
    const SourceDocument source = mustRead(text);
    EXPECT_EQ(write(source.document, source, embedded::catalogue()), text);
    const Document document = edited(source.document, [](edit::Transaction& transaction) {
        transaction.setProperty(BlockId("rt"), "description", Value("x"));
        transaction.put(Block{BlockId("az"), KindId("availability-zone"), "", BlockId("v"), {}});
        transaction.put(Waiver{WaiverId("w"), "some-rule", {}, "", "", "", {}});
    });
    const std::string after = write(document, source, embedded::catalogue());
    EXPECT_EQ(std::count(after.begin(), after.end(), '\n'), std::count(after.begin(), after.end(), '\r'));
    EXPECT_LE(differingLines(text, after), 5) << after;
    EXPECT_TRUE(mustRead(after).document == document);
}

TEST(Writer, OddShapesAreWrittenRight)
{
    for (const char* text : {"{lintel: 1, blocks: {a: {kind: users}}}", "lintel: 1\nblocks: {a: {kind: users}}",
                             "lintel: 1\nblocks:\n  a: &x {kind: users}\n  b: *x",
                             "\xEF\xBB\xBFlintel: 1\nblocks:\n  a:\n    kind: users\n    description: |\n      # not a "
                             "comment\n\n  # c\nlayout:",
                             "---\nlintel: 1\nblocks:\n  a: {kind: users,\n    name: x}\n...\n",
                             "lintel: 1\nblocks:\n    \"a\":\n        kind: users"}) {
        const SourceDocument source = mustRead(text);
        EXPECT_EQ(write(source.document, source, embedded::catalogue()), text);
        const Document document = edited(source.document, [](edit::Transaction& transaction) {
            transaction.setProperty(BlockId("a"), "decision", Value("x"));
            transaction.put(Block{BlockId("c"), KindId("users"), "u", {}, {}});
            transaction.put(Placement{PlacementId("a"), {1, 2, 3, 4}, {}, false});
        });
        const std::string after = write(document, source, embedded::catalogue());
        EXPECT_TRUE(mustRead(after).document == document) << after;
    }
}

TEST(Writer, SavesAtomicallyAndKeepsPermissions)
{
    const auto folder = std::filesystem::temp_directory_path() / ("lintel-io-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "a.lintel.yaml").string();
    ASSERT_TRUE(writeFileAtomically(path, "one"));
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    ASSERT_TRUE(writeFileAtomically(path, "two"));
    std::ifstream stream(path);
    std::string content;
    std::getline(stream, content);
    EXPECT_EQ(content, "two");
    EXPECT_EQ(std::filesystem::status(path).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    const auto failed = writeFileAtomically((folder / "missing" / "a").string(), "x");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().message.id, "io.unwritable");
    std::filesystem::remove_all(folder);
}

}  // namespace lintel::model::io
