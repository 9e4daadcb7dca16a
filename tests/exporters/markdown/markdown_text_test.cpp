#include "exporters/markdown/markdown_text.h"

#include <gtest/gtest.h>

namespace lintel::exporters::markdown {
namespace {

TEST(MarkdownText, ShowsMarksLiterally)
{
    EXPECT_EQ(escaped("a|b`c`*d*_e_[f](g)#h~i!$j\\"), "a\\|b\\`c\\`\\*d\\*\\_e\\_\\[f\\](g)\\#h\\~i\\!\\$j\\\\");
}

TEST(MarkdownText, ShowsHtmlLiterally) { EXPECT_EQ(escaped("<img src=x>&amp;"), "&lt;img src=x&gt;&amp;amp;"); }

TEST(MarkdownText, StaysOnOneLine) { EXPECT_EQ(escaped("first\r\n\tsecond\n"), "first second"); }

TEST(MarkdownText, LeavesDirectionMarksOut)
{
    EXPECT_EQ(escaped("a\u202Eb\u2066c\u200Fd"), "abcd");
    EXPECT_EQ(escaped("댕댕살롱 … – 한글"), "댕댕살롱 … – 한글");
}

TEST(MarkdownText, LinksCannotBeEnded) { EXPECT_EQ(escapedLink("a b)c<d>.svg"), "a%20b%29c%3Cd%3E.svg"); }

TEST(MarkdownText, TablesHaveAHeaderAndVanishWhenEmpty)
{
    MarkdownTable table({"A", "B"});
    EXPECT_EQ(table.text(), "");
    table.add({"1", "2"});
    EXPECT_EQ(table.text(), "| A | B |\n|---|---|\n| 1 | 2 |\n\n");
}

}  // namespace
}  // namespace lintel::exporters::markdown
