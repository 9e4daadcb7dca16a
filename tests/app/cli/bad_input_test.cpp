// Bad input gives one clear error with its place and exit code 2, and nothing is overwritten. What the reader refuses
// in detail is tested with the reader; here it goes through the commands.

#include "tests/app/cli/command_line.h"

#include <algorithm>

namespace lintel::test {

namespace {

struct BadInput {
    const char* name;
    std::string text;
    const char* place;  ///< line:column, as the error shows it
    const char* says;   ///< a part of the English text
};

std::string nested(const std::string& open, int depth)
{
    std::string text = "lintel: 1\nx:\n  ";
    for (int i = 0; i < depth; ++i) text += open;
    return text + "\n";
}

std::string bomb()
{
    std::string text = "lintel: 1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string alias = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + alias;
        for (int j = 0; j < 9; ++j) text += ", " + alias;
        text += "]\n";
    }
    return text;
}

std::string noise(std::size_t size)
{
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    return bytes;
}

class BadInputTest : public CommandLineTest, public testing::WithParamInterface<BadInput> {};

}  // namespace

TEST_P(BadInputTest, IsOneErrorWithItsPlaceAndHarmsNothing)
{
    const std::string file = write("bad.lintel.yaml", GetParam().text);
    const std::vector<std::vector<std::string>> commands{
        {"check", file}, {"check", "--fix", file},      {"layout", file},
        {"fmt", file},   {"export", file, "-t", "svg"}, {"export", file, "-t", "terraform"}};
    for (const auto& command : commands) {
        const Outcome outcome = lintel(command);
        EXPECT_EQ(outcome.code, 2) << command[0];
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
        EXPECT_EQ(outcome.err.rfind(file + ":" + GetParam().place + ": ", 0), 0U) << outcome.err;
        EXPECT_NE(outcome.err.find(GetParam().says), std::string::npos) << outcome.err;
        EXPECT_EQ(outcome.out, "") << command[0];
    }
    EXPECT_EQ(read("bad.lintel.yaml"), GetParam().text);
    EXPECT_EQ(files(), std::vector<std::string>{"bad.lintel.yaml"});
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadInputTest,
    testing::Values(
        BadInput{"NotYaml", "lintel: 1\nblocks: {a: [}\n", "2:14", "not valid YAML"},
        BadInput{"UnclosedQuote", "lintel: 1\ntitle: \"abc\nblocks: {}\n", "4:2", "not valid YAML"},
        BadInput{"Prose", "hello\n", "1:1", "not a Lintel design"}, BadInput{"Empty", "", "1:1", "empty"},
        BadInput{"WrongType", "lintel: 1\nblocks: [a, b]\n", "2:9", "\"blocks\" must be a map"},
        BadInput{"WrongPropertyType", "lintel: 1\nblocks:\n  db: {kind: rds-instance, multi-az: perhaps}\n", "3:38",
                 "true or false"},
        BadInput{"UnknownKind", "lintel: 1\nblocks:\n  v: {kind: frobnicator}\n", "3:13", "lintel kinds"},
        BadInput{"DuplicateId", "lintel: 1\nblocks:\n  v: {kind: vpc}\n  v: {kind: vpc}\n", "4:3", "twice"},
        BadInput{"DuplicateIdOfTwoSections",
                 "lintel: 1\nblocks:\n  v: {kind: vpc}\nconnections:\n  v: {from: v, to: v}\n", "5:3", "used twice"},
        BadInput{"DanglingEnd", "lintel: 1\nblocks:\n  v: {kind: vpc}\nconnections:\n  c: {from: v, to: gone}\n",
                 "5:20", "does not exist"},
        BadInput{"DanglingParent", "lintel: 1\nblocks:\n  s: {kind: subnet, in: gone}\n", "3:25", "does not exist"},
        BadInput{"ParentCycle", "lintel: 1\nblocks:\n  a: {kind: vpc, in: b}\n  b: {kind: vpc, in: a}\n", "3:22",
                 "inside itself"},
        BadInput{"NewerVersion", "lintel: 2\n", "1:9", "newer Lintel"},
        BadInput{"AliasBomb", bomb(), "5:45", "aliases"},
        BadInput{"DeepFlow", nested("[", 100000), "3:2003", "nested deeper"},
        BadInput{"DeepBlock", nested("- ", 80), "3:129", "nested deeper"},
        BadInput{"Noise", noise(5'000'000), "1:3", "not UTF-8"}),
    [](const auto& test) { return test.param.name; });

TEST_F(CommandLineTest, AHundredMegabytesOfNoiseAreRefusedAtOnce)
{
    const std::string bytes = noise(100'000'000);
    const std::string file = write("noise.lintel.yaml", bytes);
    const Outcome outcome = lintel({"check", "--fix", file});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find(file + ":1:1: The file is larger"), std::string::npos) << outcome.err;
    EXPECT_EQ(read("noise.lintel.yaml"), bytes);
}

TEST_F(CommandLineTest, StandardInputIsNamedInErrors)
{
    const Outcome outcome = lintel({"check", "-"}, "lintel: 2\n");
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.err.rfind("standard input:1:9: ", 0), 0U) << outcome.err;
}

TEST_F(CommandLineTest, ErrorsSpeakKorean)
{
    const Outcome outcome = lintel({"--lang", "ko", "check", "-"}, "lintel: 2\n");
    EXPECT_EQ(outcome.err.rfind("표준 입력:1:9: ", 0), 0U) << outcome.err;
}

TEST_F(CommandLineTest, AFolderAndAMissingFileAreErrorsThatSayWhy)
{
    EXPECT_EQ(lintel({"check", folder().string()}).code, 2);
    const Outcome missing = lintel({"check", path("gone.lintel.yaml")});
    EXPECT_EQ(missing.code, 2);
    EXPECT_EQ(missing.err,
              path("gone.lintel.yaml") +
                  ": The file cannot be read: No such file or directory. Check the path and its permissions.\n");
}

}  // namespace lintel::test
