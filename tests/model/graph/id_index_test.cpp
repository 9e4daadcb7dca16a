#include "model/graph/id_index.h"
#include "model/graph/node_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace lintel::model::graph {
namespace {

TEST(IdIndex, FindsEachOfManyAndNothingElse)
{
    std::vector<std::string> texts;
    for (int i = 0; i < 3000; ++i) texts.push_back("block-" + std::to_string(i * 7));
    const IdIndex index({texts.begin(), texts.end()});
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(index.find(texts[i]), i);
    for (int i = 1; i < 21000; i += 7) EXPECT_EQ(index.find("block-" + std::to_string(i)), IdIndex::kNone) << i;
    EXPECT_EQ(index.find(""), IdIndex::kNone);
}

TEST(IdIndex, OfNothingFindsNothing)
{
    EXPECT_EQ(IdIndex().find("a"), IdIndex::kNone);
    EXPECT_EQ(IdIndex(std::vector<std::string_view>()).find("a"), IdIndex::kNone);
}

TEST(NodeCache, WorksAnAnswerOutOnceAndRemembersWhatItWasMadeFrom)
{
    NodeCache<std::string> cache;
    cache.resize(2);
    int made = 0;
    const auto ask = [&](std::size_t place) -> const std::string& {
        return cache.get(place, [&] {
            ++made;
            ReadRecorder::current()->addKind("subnet");
            return std::to_string(place);
        });
    };
    EXPECT_EQ(ask(1), "1");
    EXPECT_EQ(ask(0), "0");
    const ReadRecorder recorder;
    EXPECT_EQ(&ask(1), &ask(1));
    EXPECT_EQ(made, 2);
    ReadSet subnets;
    subnets.addKind("subnet");
    EXPECT_TRUE(recorder.reads().meets(subnets)) << "who is answered from the cache has read it as well";
}

}  // namespace
}  // namespace lintel::model::graph
