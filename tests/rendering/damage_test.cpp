#include "rendering/display_list/damage.h"
#include "rendering/painter/painter.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace lintel::rendering {
namespace {

class DamageTest : public test::GuiTest {};

QImage painted(const DisplayList& list)
{
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(QColor::fromRgb(list.background()));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(40, 40);
    paint(painter, list, QRectF(-40, -40, 600, 400), IconSet());
    return image;
}

bool isCovered(const Damage& damage, QPointF point)
{
    return std::any_of(damage.areas.begin(), damage.areas.end(),
                       [&](const QRectF& area) { return area.adjusted(-2, -2, 2, 2).contains(point); });
}

TEST_F(DamageTest, NothingIsDamagedBetweenEqualPictures)
{
    const Damage damage = damageBetween(test::SampleScene().picture(), test::SampleScene().picture());
    EXPECT_FALSE(damage.isEverything);
    EXPECT_TRUE(damage.areas.empty());
}

TEST_F(DamageTest, EveryPixelThatDiffersIsCovered)
{
    const test::SampleScene before;
    test::SampleScene moved("서버");
    moved.geometry.blocks[2].rect.y += 40;
    moved.geometry.blocks[2].icon.y += 40;
    moved.geometry.blocks[2].name.rect.y += 40;
    moved.geometry.routes[0].points = {{80, 164}, {250, 164}, {250, 124}, {300, 124}};
    Overlays overlays;
    overlays.badges["net"] = model::lint::Severity::Warning;
    const DisplayList old = before.picture();
    const DisplayList next = moved.picture(overlays);
    const Damage damage = damageBetween(old, next);
    ASSERT_FALSE(damage.isEverything);
    const QImage one = painted(old);
    const QImage other = painted(next);
    int different = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            if (one.pixel(x, y) == other.pixel(x, y)) continue;
            ++different;
            ASSERT_TRUE(isCovered(damage, QPointF(x - 40, y - 40))) << x << ' ' << y;
        }
    EXPECT_GT(different, 500);
    EXPECT_FALSE(isCovered(damage, QPointF(150, 280))) << "what a line runs around is kept";
    EXPECT_FALSE(isCovered(damage, QPointF(260, 40))) << "a container is not painted anew for a mark at its corner";
}

TEST_F(DamageTest, AnotherOrderOrGroundDamagesEverything)
{
    const test::SampleScene scene;
    test::SampleScene turned;
    std::swap(turned.geometry.blocks[1], turned.geometry.blocks[2]);
    EXPECT_TRUE(damageBetween(scene.picture(), turned.picture()).isEverything);
    EXPECT_TRUE(damageBetween(scene.picture(), scene.picture({}, Theme::dark())).isEverything);
}

}  // namespace
}  // namespace lintel::rendering
