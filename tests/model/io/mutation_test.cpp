#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

/// Files as they come out of editors, merges and accidents.
namespace lintel::model::io {

namespace {

Result<SourceDocument> readText(std::string text)
{
    return read(std::move(text), "x.lintel.yaml", embedded::catalogue());
}

int lineCount(const std::string& text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; })) + 2;
}

/// One error with a place in the file and a text in both languages, or a document that is written back byte for byte.
void expectOneErrorOrTheSameBytes(const std::string& text, const std::string& what)
{
    const auto result = readText(text);
    if (result) {
        EXPECT_EQ(write(result->document, *result, embedded::catalogue()), text) << what;
        return;
    }
    const Error& error = result.error();
    EXPECT_TRUE(embedded::messages().contains(error.message.id)) << what << ": " << error.message.id;
    EXPECT_EQ(error.location.file, "x.lintel.yaml") << what;
    EXPECT_GE(error.location.line, 1) << what << ": " << error.message.id;
    EXPECT_LE(error.location.line, lineCount(text)) << what << ": " << error.message.id;
    EXPECT_GE(error.location.column, 1) << what << ": " << error.message.id;
}

/// A few bytes changed the way keyboards, merges and transfers change them.
std::string mutated(std::string text, std::mt19937& random)
{
    static const std::vector<std::string> kPieces{"\t",
                                                  "\r",
                                                  "\r\n",
                                                  "\n",
                                                  " ",
                                                  "  ",
                                                  ":",
                                                  ": ",
                                                  "- ",
                                                  "{",
                                                  "}",
                                                  "[",
                                                  "]",
                                                  "\"",
                                                  "'",
                                                  "#",
                                                  " #",
                                                  "&a ",
                                                  "*a",
                                                  "|",
                                                  ">",
                                                  "!",
                                                  "%",
                                                  "@",
                                                  "`",
                                                  ",",
                                                  "<<<<<<< ours\n",
                                                  "=======\n",
                                                  ">>>>>>> theirs\n",
                                                  "\xEF\xBB\xBF",
                                                  "\xE2\x80\xAE",
                                                  "\xF0\x9F\x90\xB6",
                                                  "\0",
                                                  "---\n",
                                                  "...\n",
                                                  "lintel: 1\n",
                                                  "null",
                                                  "~",
                                                  "한",
                                                  "? "};
    const auto place = [&] { return std::uniform_int_distribution<std::size_t>(0, text.size())(random); };
    const auto length = [&] { return std::uniform_int_distribution<std::size_t>(1, 40)(random); };
    for (int edits = std::uniform_int_distribution<int>(1, 3)(random); edits > 0; --edits) {
        const std::size_t at = place();
        switch (std::uniform_int_distribution<int>(0, 4)(random)) {
            case 0: text.erase(at, length()); break;
            case 1:
                text.insert(at, kPieces[std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random)]);
                break;
            case 2: text.insert(place(), text.substr(at, length())); break;
            case 3:
                if (at < text.size()) text[at] = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
                break;
            default: text.resize(at); break;  // cut off
        }
    }
    return text;
}

/// Hand-written style: comments, blank lines and both forms of a record, with a layout.
std::string handWritten(const Document& document)
{
    std::string text = write(document, {}, embedded::catalogue());
    std::string result = "# By hand.\n";
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        if (line.starts_with("  ") && number % 5 == 0) result += "  # about the next one\n";
        if (line.starts_with("  ") && number % 7 == 0) result += "\n";
        result += line + (line.starts_with("  ") && number % 3 == 0 ? "   # why\n" : "\n");
        ++number;
        at = end + 1;
    }
    return result;
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    return lines;
}

/// Lines of `after` that are not lines of `before`, and the other way round; whichever is more.
int changedLines(const std::string& before, const std::string& after)
{
    std::map<std::string, int> balance;
    for (const std::string& line : linesOf(before)) --balance[line];
    for (const std::string& line : linesOf(after)) ++balance[line];
    int added = 0;
    int removed = 0;
    for (const auto& [line, count] : balance) (count > 0 ? added : removed) += std::abs(count);
    return std::max(added, removed);
}

int occurrences(const std::string& text, std::string_view part)
{
    int count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST(MutatedFile, IsReadOrRefusedWithAPlace)
{
    const auto& templates = embedded::templates();
    for (std::uint32_t seed = 1; seed <= 600; ++seed) {
        std::mt19937 random(seed);
        const std::string& text = templates[seed % templates.size()].text;
        expectOneErrorOrTheSameBytes(mutated(text, random), "seed " + std::to_string(seed));
        if (HasFailure()) return;  // one report, not hundreds of the same
    }
}

TEST(MutatedFile, NoiseOfEveryKindIsRefused)
{
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        std::string noise;
        const int kind = static_cast<int>(seed % 4);
        for (int i = 0; i < 2000; ++i) {
            const int byte = std::uniform_int_distribution<int>(0, 255)(random);
            if (kind == 0) noise += static_cast<char>(byte);
            if (kind == 1) noise += static_cast<char>(32 + byte % 95);
            if (kind == 2) noise += "{}[]:,&*#-?|>'\"% \n"[byte % 18];
            if (kind == 3) noise += byte % 9 == 0 ? "\n" : byte % 5 == 0 ? ": " : "a";
        }
        expectOneErrorOrTheSameBytes("lintel: 1\n" + noise, "noise " + std::to_string(seed));
        expectOneErrorOrTheSameBytes(noise, "bare noise " + std::to_string(seed));
    }
}

TEST(MutatedFile, MarksOfAnUnfinishedMergeAreRefusedWhereTheyStand)
{
    const auto result = readText(
        "lintel: 1\nblocks:\n  a: {kind: users}\n<<<<<<< HEAD\n  b: {kind: users}\n=======\n  b: {kind: vpc}\n>>>>>>> "
        "main\n");
    ASSERT_FALSE(result);
    EXPECT_GE(result.error().location.line, 4);
    EXPECT_LE(result.error().location.line, 8);
}

TEST(MutatedFile, TabsThatIndentAreRefusedWhereTheyStand)
{
    const auto result = readText("lintel: 1\nblocks:\n\ta: {kind: users}\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().location.line, 3);
    EXPECT_TRUE(readText("lintel: 1\nblocks:\n  a:\t{kind: users}\t# fine\n")) << "tabs between values are legal";
}

TEST(MutatedFile, OtherEncodingsAreRefused)
{
    std::string utf16 = "\xFF\xFE";
    for (const char c : std::string("lintel: 1\n")) utf16 += std::string(1, c) + std::string(1, '\0');
    const auto wide = readText(utf16);
    ASSERT_FALSE(wide);
    EXPECT_EQ(wide.error().message.id, "io.not-utf8");
    const auto eucKr = readText("lintel: 1\ntitle: \xC7\xD1\xB1\xDB\n");
    ASSERT_FALSE(eucKr);
    EXPECT_EQ(eucKr.error().message.id, "io.not-utf8");
    EXPECT_EQ(eucKr.error().location.line, 2);
    EXPECT_EQ(eucKr.error().location.column, 8);
}

TEST(MutatedFile, ANewerMinorVersionKeepsWhatThisOneDoesNotKnow)
{
    const std::string text =
        "lintel: 1.7\nblocks:\n  a: {kind: users, mood: {good: [1, 2]}}  # new\nportals:\n  p: {from: a}\n";
    const auto source = readText(text);
    ASSERT_TRUE(source);
    EXPECT_EQ(write(source->document, *source, embedded::catalogue()), text);
    edit::Transaction draft(source->document);
    draft.put(Block{BlockId("b"), KindId("users"), "", BlockId(), {}});
    const std::string after = write(draft.document(), *source, embedded::catalogue());
    EXPECT_NE(after.find("lintel: 1.7\n"), std::string::npos);
    EXPECT_NE(after.find("mood: {good: [1, 2]}}  # new\n"), std::string::npos);
    EXPECT_NE(after.find("portals:\n  p: {from: a}\n"), std::string::npos);
}

TEST(MutatedFile, AByteOrderMarkCountsForNothing)
{
    const auto result = readText("\xEF\xBB\xBFlintel: 7\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().message.id, "io.newer-version");
    EXPECT_EQ(result.error().location.line, 1);
    EXPECT_EQ(result.error().location.column, 9);
}

TEST(MutatedFile, LinesEndAsTheyDidIncludingTheLast)
{
    for (const char* end : {"\n", "\r\n"}) {
        for (const bool isLastClosed : {true, false}) {
            const std::string e = end;
            const std::string text = "lintel: 1" + e + "blocks:" + e + "  a: {kind: users}  # one" + e + e +
                                     "layout:" + e + "  a: [0, 0, 64, 64]" + (isLastClosed ? e : "");
            const auto source = readText(text);
            ASSERT_TRUE(source);
            edit::Transaction draft(source->document);
            draft.put(Placement{PlacementId("a"), {8, 0, 64, 64}, {}, false});
            const std::string after = write(draft.document(), *source, embedded::catalogue());
            // A last line that was not closed is closed; nothing else is.
            EXPECT_EQ(after, text.substr(0, text.rfind("[0")) + "[8, 0, 64, 64]" + e);
        }
    }
}

TEST(HandWrittenFile, UneditedGivesTheSameBytes)
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::string text = handWritten(test::randomDocument(seed, 30, embedded::catalogue()));
        const auto source = readText(text);
        ASSERT_TRUE(source) << seed << embedded::messages().render(source.error(), text::Language::English) << text;
        EXPECT_EQ(write(source->document, *source, embedded::catalogue()), text) << seed;
    }
}

TEST(HandWrittenFile, EditsAreReadBackAndKeepEveryComment)
{
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::string text = handWritten(test::randomDocument(seed, 30, embedded::catalogue()));
        const auto source = readText(text);
        ASSERT_TRUE(source) << seed;
        // Nothing is removed here: what describes a removed record goes with it.
        const auto& blocks = source->document.blocks.rows();
        edit::Transaction draft(source->document);
        for (std::size_t i = seed % 3; i < blocks.size(); i += 4)
            draft.setProperty(blocks[i]->id, "description", Value("edit " + std::to_string(seed)));
        const std::string after = write(draft.document(), *source, embedded::catalogue());
        const auto again = readText(after);
        ASSERT_TRUE(again) << seed << "\n" << after;
        EXPECT_TRUE(again->document == draft.document()) << seed;
        for (const char* comment : {"# By hand.\n", "# about the next one\n", "# why\n"})
            EXPECT_EQ(occurrences(after, comment), occurrences(text, comment)) << seed << comment << after;
    }
}

TEST(HandWrittenFile, MovingOneBlockChangesTwoLinesAtMost)
{
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        const std::string text = handWritten(test::randomDocument(seed, 25, embedded::catalogue()));
        const auto source = readText(text);
        ASSERT_TRUE(source) << seed;
        for (const auto& block : source->document.blocks.rows()) {
            edit::Transaction draft(source->document);
            const int step = static_cast<int>(seed);
            draft.put(Placement{placementId(block->id), {8 * step, 16 * step, 640, 480}, {}, seed % 2 == 0});
            const std::string after = write(draft.document(), *source, embedded::catalogue());
            EXPECT_LE(changedLines(text, after), 2) << seed << " " << block->id.text() << "\n" << after;
        }
    }
}

}  // namespace lintel::model::io
