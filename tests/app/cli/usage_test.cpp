#include "tests/app/cli/command_line.h"

#include "app/cli/cli.h"
#include "app/cli/editor_arguments.h"

#include <algorithm>

namespace lintel::test {

namespace {

constexpr const char* kCommands[] = {"new",    "templates", "kinds",  "rules",     "explain", "check",
                                     "export", "layout",    "fmt",    "diff",      "merge",   "git",
                                     "reach",  "fail",      "matrix", "addresses", "cost"};

class WrongUsage : public testing::TestWithParam<std::vector<std::string>> {};

}  // namespace

TEST(Usage, HelpNamesEveryCommandInBothLanguages)
{
    for (const char* language : {"en", "ko"}) {
        const Outcome help = lintel({"--lang", language, "--help"});
        EXPECT_EQ(help.code, 0);
        for (const char* command : kCommands) {
            EXPECT_NE(help.out.find(std::string("  ") + command + " "), std::string::npos) << command;
            const Outcome own = lintel({"--lang", language, command, "--help"});
            EXPECT_EQ(own.code, 0);
            EXPECT_EQ(own.out.find("cli."), std::string::npos) << own.out;
            EXPECT_EQ(own.err, "");
        }
    }
}

TEST(Usage, VersionIsPrinted) { EXPECT_EQ(lintel({"--version"}).out.rfind("lintel ", 0), 0U); }

TEST_P(WrongUsage, IsOneLineOnStandardErrorAndExitCodeTwo)
{
    const Outcome outcome = lintel(GetParam());
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_NE(outcome.err.find("lintel --help"), std::string::npos) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, WrongUsage,
    testing::Values(std::vector<std::string>{"frobnicate"}, std::vector<std::string>{"check"},
                    std::vector<std::string>{"check", "a", "--format", "xml"},
                    std::vector<std::string>{"check", "a", "--fail-on", "sometimes"},
                    std::vector<std::string>{"check", "a", "--nonsense"}, std::vector<std::string>{"export", "a"},
                    std::vector<std::string>{"export", "a", "-t", "gif"},
                    std::vector<std::string>{"export", "a", "b", "-t", "png"},
                    std::vector<std::string>{"export", "a", "-t", "png", "--scale", "wide"},
                    std::vector<std::string>{"export", "a", "-t", "png", "--theme", "pink"},
                    std::vector<std::string>{"layout", "a", "--all", "--new"}, std::vector<std::string>{"new"},
                    std::vector<std::string>{"diff", "a"}, std::vector<std::string>{"merge", "a", "b"},
                    std::vector<std::string>{"git"}, std::vector<std::string>{"matrix"},
                    std::vector<std::string>{"matrix", "a", "--format", "xml"},
                    std::vector<std::string>{"addresses", "a", "--next", "8"},
                    std::vector<std::string>{"addresses", "a", "--next", "x"}, std::vector<std::string>{"cost"},
                    std::vector<std::string>{"cost", "a", "--format", "csv"},
                    std::vector<std::string>{"fail", "a", "--zone", "a", "--connection", "c"},
                    std::vector<std::string>{"git", "push"}, std::vector<std::string>{"--lang", "fr", "kinds"}));

TEST(Usage, WhatIsForTheEditorStaysWithTheEditor)
{
    using app::cli::isCommandLine;
    EXPECT_FALSE(isCommandLine({}));
    EXPECT_FALSE(isCommandLine({"shop.lintel.yaml"}));
    EXPECT_FALSE(isCommandLine({"./check"}));
    EXPECT_FALSE(isCommandLine({"-platform", "offscreen"}));
    EXPECT_FALSE(isCommandLine({"--lang", "ko", "shop.lintel.yaml"}));
    EXPECT_TRUE(isCommandLine({"--lang", "ko", "check", "x"}));
    EXPECT_TRUE(isCommandLine({"--help"}));
    EXPECT_TRUE(isCommandLine({"chekc"}));
    EXPECT_TRUE(isCommandLine({"shop.lintel.yaml", "--help"})) << "help is told, wherever it is asked for";
    EXPECT_TRUE(isCommandLine({"--lang", "ko", "shop.lintel.yaml", "--version"}));
    EXPECT_TRUE(isCommandLine({"-platform", "offscreen", "--help"}));
    EXPECT_FALSE(isCommandLine({"--", "--odd.lintel.yaml"}));
}

TEST(Usage, TheEditorTakesLanguageKindsAndFiles)
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const auto read = [&](std::vector<std::string> arguments) {
        return app::cli::editorArguments(std::move(arguments), {in, out, err});
    };
    const auto both = read({"--lang", "ko", "가게.lintel.yaml", "--catalogue=kinds", "b.lintel.yaml"});
    ASSERT_TRUE(both);
    EXPECT_EQ(both->language, model::text::Language::Korean);
    EXPECT_EQ(both->catalogueFolder, "kinds");
    EXPECT_EQ(both->files, (std::vector<std::string>{"가게.lintel.yaml", "b.lintel.yaml"}));
    const auto nothing = read({});
    ASSERT_TRUE(nothing);
    EXPECT_FALSE(nothing->language) << "as chosen in the settings";
    EXPECT_TRUE(nothing->files.empty());
    const auto odd = read({"--", "--odd.lintel.yaml"});
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->files, std::vector<std::string>{"--odd.lintel.yaml"});
    EXPECT_EQ(err.str(), "");
}

TEST(Usage, TheEditorSaysWhatItDoesNotUnderstand)
{
    const std::vector<std::vector<std::string>> wrong = {
        {"a.lintel.yaml", "--dark"}, {"-x"}, {"a.lintel.yaml", "--lang", "fr"}, {"a.lintel.yaml", "--lang"}};
    for (const auto& arguments : wrong) {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        EXPECT_FALSE(app::cli::editorArguments(arguments, {in, out, err})) << arguments.front();
        const std::string said = err.str();
        EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
        EXPECT_NE(said.find("lintel --help"), std::string::npos) << said;
        EXPECT_NE(said.find(arguments.back()), std::string::npos) << said;
    }
}

TEST(Usage, TheLanguageComesFromTheOptionOrTheEnvironment)
{
    using app::cli::languageOf;
    using model::text::Language;
    ::setenv("LC_ALL", "ko_KR.UTF-8", 1);
    EXPECT_EQ(languageOf({"kinds"}), Language::Korean);
    EXPECT_EQ(languageOf({"kinds", "--lang", "en"}), Language::English);
    EXPECT_EQ(languageOf({"--lang=en", "kinds"}), Language::English);
    ::setenv("LC_ALL", "C", 1);
    EXPECT_EQ(languageOf({"kinds"}), Language::English);
    EXPECT_EQ(languageOf({"kinds", "--lang", "ko"}), Language::Korean);
}

TEST(Usage, WithoutADisplayTheEditorSaysSo)
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(app::cli::failWithoutDisplay({}, {in, out, err}), 2);
    EXPECT_NE(err.str().find("lintel --help"), std::string::npos);
}

}  // namespace lintel::test
