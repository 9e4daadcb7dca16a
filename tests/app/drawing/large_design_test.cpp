#include "model/edit/operations/move_blocks.h"
#include "model/layout/layout.h"
#include "tests/app/drawing/drawing_board.h"
#include "tests/support/tiered_design.h"

namespace lintel::app::test {
namespace {

class LargeDesign : public DrawingBoard {
protected:
    void SetUp() override
    {
        DrawingBoard::SetUp();
        design = lintel::test::tieredDesign(300);
    }
    void show(const model::Document& document)
    {
        model::edit::ChangeSet change = model::edit::diff(session.document(), document);
        ASSERT_TRUE(session.apply(change));
    }
    void waitForLines()
    {
        QSignalSpy spy(controller, &canvas::CanvasController::linesArrived);
        while (controller->geometry().routes.size() < design.connections.size() || !isFinal()) ASSERT_TRUE(spy.wait());
    }
    bool isFinal() const
    {
        return controller->geometry() ==
               model::layout::geometryOf(controller->document(), model::embedded::catalogue(), metrics);
    }

    model::Document design;
    rendering::FontTextMetrics metrics;
};

TEST_F(LargeDesign, ShowsItsBlocksAtOnceAndItsLinesWhenTheyAreRouted)
{
    show(design);
    EXPECT_EQ(controller->geometry().blocks.size(), design.blocks.size());
    EXPECT_TRUE(controller->geometry().routes.empty()) << "nobody waits for them";
    EXPECT_NE(canvas->picture().find(design.blocks.begin()->id.text()), nullptr);
    waitForLines();
    EXPECT_NE(canvas->picture().find(design.connections.begin()->id.text()), nullptr);
}

TEST_F(LargeDesign, AnEditKeepsTheLinesItDoesNotTouch)
{
    show(design);
    waitForLines();
    const model::layout::Geometry before = controller->geometry();
    const model::BlockId moved("vpc0-a-app1");
    ASSERT_NE(before.find(moved), nullptr);
    controller->commit(model::edit::moveBlocks(controller->document(), {moved}, {8, 0}));
    std::size_t kept = 0;
    for (const model::layout::Route& route : controller->geometry().routes)
        if (const auto* old = before.find(route.id); old && old->points == route.points) ++kept;
    EXPECT_EQ(controller->geometry().routes.size(), design.connections.size()) << "no line is missing meanwhile";
    EXPECT_GT(kept, design.connections.size() / 2);
    waitForLines();
}

}  // namespace
}  // namespace lintel::app::test
