#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "tests/support/random_document.h"

#include <gtest/gtest.h>

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

std::string formatted(const std::string& text) { return format(mustRead(text), embedded::catalogue()); }

}  // namespace

TEST(Format, KeepsCommentsAndOrderInOneStyle)
{
    EXPECT_EQ(formatted(R"(


# Top.
lintel: 1
layout:
    b: [ 1,2,3,4 ]   # here
title:   "Plain"


# People.
blocks:   # all of them

     # Second first.
     b: {name: 'B', kind: users}     # last word
     a:
       # Why.
       kind: users
       description: "x y"   # text
     c:
       kind: users
# End.

)"),
              R"(# Top.
lintel: 1
title: Plain

# People.
blocks:  # all of them
  # Second first.
  b: {kind: users, name: B}  # last word
  a:
    # Why.
    kind: users
    description: x y  # text
  c: {kind: users}
layout:
  b: [1, 2, 3, 4]  # here
# End.
)");
}

TEST(Format, TemplatesAreFormatted)
{
    for (const embedded::Template& sample : embedded::templates())
        EXPECT_EQ(formatted(sample.text), sample.text) << sample.name;
}

TEST(Format, KeepsTheMeaningAndEveryCommentOfLooserText)
{
    for (const embedded::Template& sample : embedded::templates()) {
        std::string loose;
        for (const char c : sample.text)
            loose += c == '\n' ? std::string("   \n") : c == ',' ? std::string(" ,") : std::string(1, c);
        const SourceDocument source = mustRead(loose);
        const std::string once = format(source, embedded::catalogue());
        EXPECT_TRUE(mustRead(once).document == source.document) << sample.name;
        EXPECT_EQ(std::count(once.begin(), once.end(), '#'), std::count(loose.begin(), loose.end(), '#'))
            << sample.name;
        EXPECT_EQ(formatted(once), once) << sample.name;
    }
}

TEST(Format, LeavesTheCanonicalFormAlone)
{
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const Document document = test::randomDocument(seed, 20, embedded::catalogue());
        const std::string canonical = write(document, {}, embedded::catalogue());
        EXPECT_EQ(formatted(canonical), canonical);
    }
}

TEST(Format, OddShapesKeepTheirMeaning)
{
    for (const char* text :
         {"{lintel: 1, blocks: {a: {kind: users}}}", "lintel: 1\nblocks: {a: {kind: users}}",
          "lintel: 1\nblocks:\n  a: &x {kind: users}\n  b: *x",
          "lintel: 1\nblocks:\n  a:\n    kind: users\n    description: |\n      # not a comment\n\n  # c\nlayout:",
          "---\nlintel: 1\r\nblocks:\r\n  a: {kind: users,\r\n    name: x}\r\n", "lintel: 1\nwaivers: []"}) {
        const std::string once = formatted(text);
        EXPECT_TRUE(mustRead(once).document == mustRead(text).document) << once;
        EXPECT_EQ(formatted(once), once);
    }
}

}  // namespace lintel::model::io
