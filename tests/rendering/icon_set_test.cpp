#include "gui_environment.h"

#include "model/embedded/embedded.h"
#include "rendering/icons/icon_set.h"

namespace lintel::rendering {
namespace {

class IconSetTest : public test::GuiTest {};

bool hasInk(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 0) return true;
    return false;
}

TEST_F(IconSetTest, EveryKindHasAnIconThatDraws)
{
    const IconSet icons;
    for (const auto& kind : model::embedded::catalogue().kinds()) {
        EXPECT_TRUE(IconSet::contains(kind.id.text())) << kind.id.text();
        const QImage& image = icons.image(kind.id.text(), 32);
        EXPECT_EQ(image.size(), QSize(32, 32));
        EXPECT_TRUE(hasInk(image)) << kind.id.text();
    }
}

TEST_F(IconSetTest, UnknownAndHostileNamesGetTheGenericIcon)
{
    const IconSet icons;
    const QImage generic = icons.image("generic-aws", 24);
    for (const char* name : {"my-own-kind", "", "../../etc/passwd", "x\" onload=\"", "A B"}) {
        EXPECT_FALSE(IconSet::contains(name)) << name;
        EXPECT_EQ(icons.image(name, 24), generic) << name;
    }
}

}  // namespace
}  // namespace lintel::rendering
