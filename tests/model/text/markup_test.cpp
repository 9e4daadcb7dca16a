#include "model/text/markup.h"

#include <gtest/gtest.h>

namespace lintel::model::text {
namespace {

TEST(Markup, ShowsWhateverAUserWroteLiterally)
{
    EXPECT_EQ(escapedHtml("<b a=\"1\">&amp;</b>"), "&lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;");
    EXPECT_EQ(escapedHtml("댕댕살롱 'API'"), "댕댕살롱 'API'");
    EXPECT_EQ(escapedHtml(std::string_view("a\nb\0c", 5)), "a b c");
}

}  // namespace
}  // namespace lintel::model::text
