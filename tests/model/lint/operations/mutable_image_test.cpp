#include "tests/support/design_builder.h"
#include "tests/support/lint_probe.h"

namespace lintel {
namespace {

using model::lint::Severity;
using support::DesignBuilder;
using support::findingsOf;

DesignBuilder service(const char* image)
{
    return DesignBuilder().block("cluster", "ecs-cluster").block("api", "ecs-service", "cluster", {{"image", image}});
}

TEST(MutableImage, FindsLatestSaidAndMeant)
{
    for (const char* image :
         {"123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/api:latest", "nginx", "registry.example:5000/api"}) {
        const auto found = findingsOf(service(image).build(), "mutable-image");
        ASSERT_EQ(found.size(), 1u) << image;
        EXPECT_EQ(found[0].severity, Severity::Warning);
        EXPECT_EQ(found[0].subjects, std::vector<std::string>{"api"});
    }
}

TEST(MutableImage, FindsARepositoryInUseWhoseTagsMove)
{
    auto draft = DesignBuilder().block("ecr", "ecr").block("ci", "github-actions").connect("ci", "ecr", "", "deploy");
    const auto document = draft.build();
    const auto found = findingsOf(document, "mutable-image");
    ASSERT_EQ(found.size(), 1u);
    support::expectFixes(document, found[0], "immutable-tags");
    EXPECT_TRUE(found[0].fixes[0].automatic);
    draft.block("cluster", "ecs-cluster").block("api", "ecs-service", "cluster", {{"image", "api:latest"}});
    const auto withLatest = findingsOf(draft.build(), "mutable-image");
    ASSERT_EQ(withLatest.size(), 2u);
    EXPECT_FALSE(withLatest[1].fixes.at(0).automatic) << "the next push of latest would fail";
}

TEST(MutableImage, IsSilentForVersionsDigestsAndTheUnused)
{
    for (const char* image : {"api:1.4.2", "registry.example:5000/api:3f2a", "api@sha256:0123"})
        EXPECT_TRUE(findingsOf(service(image).build(), "mutable-image").empty()) << image;
    EXPECT_TRUE(findingsOf(DesignBuilder().block("ecr", "ecr").build(), "mutable-image").empty());
    auto immutable = DesignBuilder().block("ecr", "ecr", "", {{"immutable-tags", true}}).block("ci", "github-actions");
    EXPECT_TRUE(findingsOf(immutable.connect("ci", "ecr", "", "deploy").build(), "mutable-image").empty());
}

}  // namespace
}  // namespace lintel
