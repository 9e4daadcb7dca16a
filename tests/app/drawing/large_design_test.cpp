#include "model/edit/operations/move_blocks.h"
#include "model/layout/layout.h"
#include "tests/app/drawing/drawing_board.h"
#include "tests/support/tiered_design.h"

#include <functional>

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

class LargeDesignPreview : public LargeDesign {
protected:
    void SetUp() override
    {
        LargeDesign::SetUp();
        show(design);
        waitForLines();
        ASSERT_TRUE(waitFor([this] { return drawnAt() == start(); }));
    }
    static bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 30'000); }
    model::edit::ChangeSet movedBy(int x) const
    {
        return model::edit::moveBlocks(controller->document(), {moved}, {x, 0});
    }
    /// Where the block is in the picture on the canvas.
    QPointF drawnAt() const
    {
        const rendering::Element* element = canvas->picture().find(moved.text());
        return element ? element->bounds.topLeft() : QPointF();
    }
    QPointF start()
    {
        if (m_start.isNull()) m_start = drawnAt();
        return m_start;
    }

    const model::BlockId moved{"vpc0-a-app1"};

private:
    QPointF m_start;
};

TEST_F(LargeDesignPreview, ComesWithoutKeepingAnybodyWaitingAndShowsTheLatestStep)
{
    for (const int x : {8, 16, 24}) controller->preview(movedBy(x));
    EXPECT_TRUE(controller->isPreviewing());
    EXPECT_TRUE(controller->isPreviewLate());
    EXPECT_EQ(drawnAt(), start()) << "nobody has waited for a picture";
    ASSERT_TRUE(waitFor([this] { return !controller->isPreviewLate(); }));
    EXPECT_EQ(drawnAt(), start() + QPointF(24, 0));
    EXPECT_EQ(controller->shownGeometry().find(moved)->rect.x, controller->geometry().find(moved)->rect.x + 24);
    EXPECT_EQ(controller->shownGeometry().routes.size(), design.connections.size()) << "with all lines";
}

TEST_F(LargeDesignPreview, IsGoneWhenItIsGivenUp)
{
    const model::Document before = session.document();
    controller->preview(movedBy(40));
    ASSERT_TRUE(waitFor([this] { return !controller->isPreviewLate(); }));
    controller->preview(movedBy(80));
    controller->preview({});
    EXPECT_FALSE(controller->isPreviewing());
    EXPECT_EQ(&controller->shownGeometry(), &controller->geometry());
    EXPECT_TRUE(waitFor([this] { return drawnAt() == start(); }));
    QTest::qWait(100);
    EXPECT_EQ(drawnAt(), start()) << "what was on the way is not wanted any more";
    EXPECT_TRUE(session.document() == before);
}

TEST_F(LargeDesignPreview, GivesWayToTheEditWithoutAStepBack)
{
    const model::edit::ChangeSet change = movedBy(40);
    controller->preview(change);
    ASSERT_TRUE(waitFor([this] { return !controller->isPreviewLate(); }));
    controller->preview({});
    controller->commit(change);
    EXPECT_EQ(controller->geometry().find(moved)->rect.x, controller->shownGeometry().find(moved)->rect.x);
    bool hasGoneBack = false;
    EXPECT_TRUE(waitFor([&] {
        hasGoneBack = hasGoneBack || drawnAt() == start();
        return isFinal() && drawnAt() == start() + QPointF(40, 0);
    }));
    EXPECT_FALSE(hasGoneBack);
}

}  // namespace
}  // namespace lintel::app::test
