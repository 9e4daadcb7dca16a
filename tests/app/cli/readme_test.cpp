// What the READMEs promise about the command line is what there is.

#include "tests/app/cli/command_line.h"

#include <fstream>
#include <iterator>
#include <regex>

namespace lintel::test {

namespace {

std::string textOf(const std::string& file)
{
    std::ifstream stream(std::string(LINTEL_SOURCE_DIR) + "/" + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The design in the tour, with the blocks around it that a reader would have by then.
std::string designIn(const std::string& readme)
{
    const auto begin = readme.find("```yaml\n") + 8;
    return readme.substr(begin, readme.find("```", begin) - begin);
}

}  // namespace

TEST(Readme, TheSampleDesignIsValidOnceItsEndsExist)
{
    for (const char* file : {"README.md", "README.ko.md"}) {
        std::string design = designIn(textOf(file));
        design.insert(design.find("connections:"),
                      "  rt-app: {kind: route-table, in: vpc}\n  alb: {kind: alb, in: vpc}\n");
        const Outcome outcome = lintel({"check", "--fail-on", "never", "-"}, design);
        EXPECT_EQ(outcome.code, 0) << file << ": " << outcome.err;
    }
}

TEST(Readme, EveryCommandAndFormatIsNamedInBothLanguages)
{
    for (const char* file : {"README.md", "README.ko.md"}) {
        const std::string readme = textOf(file);
        for (const char* word : {"lintel new",
                                 "templates",
                                 "kinds",
                                 "rules",
                                 "lintel explain",
                                 "lintel check",
                                 "lintel export",
                                 "lintel layout",
                                 "lintel fmt",
                                 "lintel diff",
                                 "lintel merge",
                                 "lintel git setup",
                                 "lintel reach",
                                 "lintel fail",
                                 "lintel matrix",
                                 "lintel addresses",
                                 "lintel cost",
                                 "lintel waive",
                                 "lintel policy",
                                 "text\\|json\\|sarif\\|github",
                                 "error\\|warning\\|info\\|never",
                                 "png\\|svg\\|terraform\\|markdown\\|mermaid\\|drawio\\|html\\|json",
                                 "light\\|dark\\|print\\|auto"})
            EXPECT_NE(readme.find(word), std::string::npos) << file << " does not name " << word;
    }
}

// The manual writes a dash as \- so that it stays one.
TEST(Readme, TheManualNamesEveryOptionOfEveryCommand)
{
    std::string manual = textOf("resources/desktop/lintel.1");
    std::erase(manual, '\\');
    const std::regex option("--[a-z-]+");
    for (const char* command :
         {"new", "templates", "kinds", "rules", "explain", "check", "export", "layout", "fmt", "diff", "merge", "git",
          "reach", "fail", "matrix", "addresses", "cost", "waive", "policy"}) {
        const std::string help = lintel({"--lang", "en", command, "--help"}).out;
        for (std::sregex_iterator at(help.begin(), help.end(), option), end; at != end; ++at)
            EXPECT_NE(manual.find(at->str()), std::string::npos) << command << " " << at->str();
    }
}

}  // namespace lintel::test
