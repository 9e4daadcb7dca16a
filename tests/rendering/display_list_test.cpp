#include "gui_environment.h"
#include "sample_scene.h"

#include <random>

namespace lintel::rendering {
namespace {

class DisplayListTest : public test::GuiTest {};

std::string idAt(const DisplayList& list, QPointF point)
{
    const Element* element = list.elementAt(point);
    return element ? element->id : std::string();
}

TEST_F(DisplayListTest, AnswersTheTopmostElement)
{
    const DisplayList list = test::SampleScene().picture();
    EXPECT_EQ(idAt(list, {350, 120}), "app");
    EXPECT_EQ(idAt(list, {302, 178}), "app") << "beside the label is still the block";
    EXPECT_EQ(idAt(list, {480, 280}), "net");
    EXPECT_EQ(idAt(list, {40, 120}), "users");
    EXPECT_EQ(idAt(list, {190, 126}), "link") << "near a line counts";
    EXPECT_EQ(idAt(list, {140, 118}), "link") << "its label is part of a connection";
    EXPECT_EQ(idAt(list, {600, 600}), "");
}

TEST_F(DisplayListTest, FramesAreHitOnTheirBorderOnly)
{
    const DisplayList list = test::SampleScene().picture();
    EXPECT_EQ(idAt(list, {280, 190}), "sg");
    EXPECT_EQ(idAt(list, {410, 190}), "net");
}

TEST_F(DisplayListTest, RubberBandTakesWhatIsWhollyInside)
{
    const DisplayList list = test::SampleScene().picture();
    std::vector<std::string> ids;
    for (const Element* element : list.elementsInside(QRectF(270, 60, 170, 160))) ids.push_back(element->id);
    EXPECT_EQ(ids, (std::vector<std::string>{"sg", "app"}));
}

TEST_F(DisplayListTest, FindsElementsAndPathsById)
{
    const DisplayList list = test::SampleScene().picture();
    ASSERT_NE(list.find("net"), nullptr);
    EXPECT_TRUE(list.find("net")->isContainer);
    EXPECT_EQ(list.find("nothing"), nullptr);
    const std::vector<QPointF> path = list.pathOf("link");
    ASSERT_EQ(path.size(), 2U);
    EXPECT_EQ(path.back(), QPointF(323, 124)) << "the line reaches the icon inside the block";
}

TEST_F(DisplayListTest, BadgesBelongToTheirElementAndDoNotEnlargeIt)
{
    Overlays overlays;
    overlays.badges["app"] = model::lint::Severity::Error;
    const DisplayList plain = test::SampleScene().picture();
    const DisplayList marked = test::SampleScene().picture(overlays);
    EXPECT_EQ(marked.items().size(), plain.items().size() + 1);
    EXPECT_EQ(marked.find("app")->bounds, plain.find("app")->bounds);
    EXPECT_EQ(idAt(marked, {376, 98}), "app");
}

TEST_F(DisplayListTest, ALegendTellsOnlyWhatOccursAndStandsBelowTheDrawing)
{
    const test::SampleScene scene;
    Overlays overlays;
    overlays.legend = legendOf(scene.document, {{model::BlockId("net"), SubnetTone::Private}},
                               model::embedded::messages(), model::text::Language::Korean);
    ASSERT_EQ(overlays.legend.tones.size(), 1U);
    ASSERT_EQ(overlays.legend.lines.size(), 1U);
    const DisplayList plain = scene.picture();
    const DisplayList list = scene.picture(overlays);
    EXPECT_GT(list.bounds().height(), plain.bounds().height());
    QStringList texts;
    for (std::size_t i = plain.items().size(); i < list.items().size(); ++i) {
        EXPECT_GE(list.items()[i].bounds.top(), scene.geometry.bounds.bottom());
        if (list.items()[i].type == PrimitiveType::Text) texts += list.text(list.items()[i]).text;
    }
    EXPECT_EQ(texts, (QStringList{QStringLiteral("프라이빗 서브넷"), QStringLiteral("트래픽")}));
    EXPECT_EQ(idAt(list, {350, 120}), "app") << "hit tests know nothing of it";
}

TEST(SpatialGridTest, AgreesWithLookingAtEveryRectangle)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-500, 3000);
    std::uniform_real_distribution<double> extent(0, 400);
    std::vector<QRectF> rects;
    QRectF bounds;
    for (int i = 0; i < 500; ++i) {
        rects.emplace_back(place(random), place(random), extent(random), i % 50 == 0 ? 3000 : extent(random));
        bounds = bounds.united(rects.back());
    }
    const SpatialGrid grid(rects, bounds);
    for (int i = 0; i < 200; ++i) {
        const QRectF area(place(random), place(random), extent(random), extent(random));
        std::vector<std::uint32_t> expected;
        for (std::uint32_t r = 0; r < rects.size(); ++r)
            if (rects[r].left() <= area.right() && area.left() <= rects[r].right() && rects[r].top() <= area.bottom() &&
                area.top() <= rects[r].bottom())
                expected.push_back(r);
        EXPECT_EQ(grid.query(area), expected);
    }
}

}  // namespace
}  // namespace lintel::rendering
