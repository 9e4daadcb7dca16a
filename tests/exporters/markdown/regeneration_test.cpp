#include "exporters/markdown/regeneration.h"

#include <gtest/gtest.h>

namespace lintel::exporters::markdown {
namespace {

std::string part(std::string_view name, const std::string& text) { return marked(name, text + "\n\n"); }

TEST(Regeneration, KeepsWhatPeopleWroteBetweenTheParts)
{
    const std::string before =
        "Owner: Kim\n\n" + part("title", "# Shop") + "Our words.\n\n" + part("summary", "old") + "At the end.\n";
    const std::string fresh = part("title", "# Shop 2") + part("summary", "new");
    EXPECT_EQ(regenerated(before, fresh), "Owner: Kim\n\n" + part("title", "# Shop 2") + "Our words.\n\n" +
                                              part("summary", "new") + "At the end.\n");
}

TEST(Regeneration, WithoutEditsGivesTheFreshDocument)
{
    const std::string before = part("title", "# Shop") + part("summary", "old") + part("network", "old");
    const std::string fresh = part("title", "# Shop") + part("summary", "new") + part("network", "new");
    EXPECT_EQ(regenerated(before, fresh), fresh);
    EXPECT_EQ(regenerated(fresh, fresh), fresh);
    EXPECT_EQ(regenerated("", fresh), fresh);
    EXPECT_EQ(regenerated("# Somebody's own\n", fresh), fresh);
}

TEST(Regeneration, NewPartsComeWhereTheyBelong)
{
    const std::string before = part("summary", "s") + "Note on the summary.\n\n" + part("findings", "f");
    const std::string fresh = part("title", "t") + part("summary", "s") + part("network", "n") + part("findings", "f");
    EXPECT_EQ(regenerated(before, fresh), part("title", "t") + part("summary", "s") + part("network", "n") +
                                              "Note on the summary.\n\n" + part("findings", "f"));
}

TEST(Regeneration, PartsThatAreGoneGoButNotTheWordsAroundThem)
{
    const std::string before =
        part("summary", "s") + part("network", "n") + "Written by hand.\n\n" + part("findings", "f");
    const std::string fresh = part("summary", "s") + part("findings", "f");
    const std::string after = regenerated(before, fresh);
    EXPECT_NE(after.find("Written by hand."), std::string::npos);
    EXPECT_EQ(after.find("lintel:network"), std::string::npos);
}

TEST(Regeneration, BrokenMarksAreText)
{
    const std::string before =
        "<!-- lintel:summary -->\nhalf\n\n" + part("title", "# Shop") + "said: <!-- lintel:network --> inline\n";
    const std::string fresh = part("title", "# New") + part("summary", "s");
    const std::string after = regenerated(before, fresh);
    EXPECT_NE(after.find("half"), std::string::npos);
    EXPECT_NE(after.find("inline"), std::string::npos);
    EXPECT_NE(after.find("# New"), std::string::npos);
}

TEST(Regeneration, APartThatWasCopiedIsWrittenOnce)
{
    const std::string before = part("summary", "s") + "Kept.\n\n" + part("summary", "s");
    const std::string after = regenerated(before, part("summary", "new"));
    EXPECT_EQ(after.find("new"), after.rfind("new"));
    EXPECT_NE(after.find("Kept."), std::string::npos);
}

TEST(Regeneration, SurvivesEveryTextAsBefore)
{
    const std::string fresh = part("title", "# Shop") + part("summary", "s");
    for (const char* before :
         {"<!-- lintel:", "<!-- lintel: -->", "<!-- lintel:title -->", "<!-- /lintel:title -->",
          "<!-- lintel:title -->\n<!-- lintel:summary -->\n<!-- /lintel:title -->\n<!-- /lintel:summary -->"})
        EXPECT_NE(regenerated(before, fresh).find("# Shop"), std::string::npos) << before;
}

}  // namespace
}  // namespace lintel::exporters::markdown
