#include "rendering/scene/change_marks.h"

#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

namespace lintel::rendering {
namespace {

using model::review::ChangeType;

class ChangeMarksTest : public test::GuiTest {};

QStringList textsOf(const DisplayList& picture, const std::string& element)
{
    QStringList texts;
    for (const Item& item : picture.items())
        if (item.type == PrimitiveType::Text && picture.elements()[item.element].id == element)
            texts += picture.text(item).text;
    return texts;
}

std::vector<Dash> outlinesOf(const DisplayList& picture, const std::string& element)
{
    std::vector<Dash> dashes;
    for (const Item& item : picture.items())
        if (item.type == PrimitiveType::Box && picture.elements()[item.element].id == element &&
            picture.box(item).stroke.width > 2)
            dashes.push_back(picture.box(item).stroke.dash);
    return dashes;
}

TEST_F(ChangeMarksTest, EveryChangeHasItsSignAndItsOutline)
{
    const test::SampleScene scene;
    for (const auto& [change, sign, dash] : {std::tuple(ChangeType::Added, QStringLiteral("+"), Dash::Solid),
                                             std::tuple(ChangeType::Removed, QStringLiteral("−"), Dash::Dashed),
                                             std::tuple(ChangeType::Changed, QStringLiteral("Δ"), Dash::DashDotted)}) {
        Overlays overlays;
        overlays.changes = {{"app", change}, {"link", change}};
        const DisplayList picture = scene.picture(overlays);
        EXPECT_TRUE(textsOf(picture, "app").contains(sign));
        EXPECT_TRUE(textsOf(picture, "link").contains(sign));
        EXPECT_EQ(outlinesOf(picture, "app"), std::vector<Dash>{dash});
        EXPECT_TRUE(outlinesOf(picture, "users").empty());
        EXPECT_FALSE(textsOf(picture, "users").contains(sign));
    }
}

TEST_F(ChangeMarksTest, NamesEveryElementOfADifferenceButNotTheSettings)
{
    model::review::DesignDifference difference;
    difference.elements = {{model::review::ElementType::Settings, ChangeType::Changed, {}, {}, {}, {}},
                           {model::review::ElementType::Block, ChangeType::Added, "web", {}, {}, {}},
                           {model::review::ElementType::Connection, ChangeType::Removed, "link", {}, {}, {}}};
    EXPECT_EQ(changeMarksOf(difference), (ChangeMarks{{"web", ChangeType::Added}, {"link", ChangeType::Removed}}));
}

TEST_F(ChangeMarksTest, OnALineTheSignKeepsOffItsLabel)
{
    const std::vector<QPointF> corner{{0, 0}, {200, 0}, {200, 100}};
    EXPECT_EQ(markPlaceOn(corner, {}), QPointF(100, 0));
    EXPECT_EQ(markPlaceOn(corner, QRectF(80, -9, 40, 18)), QPointF(200, 50));
    EXPECT_EQ(markPlaceOn({{0, 0}, {20, 0}}, QRectF(0, -9, 20, 18)), QPointF(10, 0));
}

TEST_F(ChangeMarksTest, TheLegendExplainsThem)
{
    Overlays overlays;
    overlays.legend.changes = {{ChangeType::Removed, "삭제"}};
    const DisplayList picture = test::SampleScene().picture(overlays);
    EXPECT_TRUE(textsOf(picture, "").contains(QStringLiteral("삭제")));
    EXPECT_TRUE(textsOf(picture, "").contains(QStringLiteral("−")));
}

}  // namespace
}  // namespace lintel::rendering
