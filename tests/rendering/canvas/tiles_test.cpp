#include "rendering/canvas/canvas_widget.h"
#include "rendering/painter/painter.h"
#include "tests/rendering/gui_environment.h"
#include "tests/support/large_design.h"

#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/typography/typography.h"

#include <QPainter>

#include <algorithm>
#include <random>
#include <semaphore>

namespace lintel::rendering::canvas {
namespace {

/// A drawing larger than the canvas, and the same with one block moved and renamed.
struct Pictures {
    Pictures()
    {
        const auto& catalogue = model::embedded::catalogue();
        document = test::largeDesign(120);
        document = model::edit::apply(document, model::layout::arrange(document, catalogue, FontTextMetrics(),
                                                                       model::layout::Scope::All))
                       .value();
        geometry = model::layout::geometryOf(document, catalogue, FontTextMetrics());
    }
    DisplayList picture(const Theme& theme = Theme::light()) const
    {
        return buildScene(geometry, document, model::embedded::catalogue(), theme);
    }
    DisplayList changed() const
    {
        model::layout::Geometry moved = geometry;
        model::layout::BlockGeometry& block = changing(moved);
        for (model::Rect* rect : {&block.rect, &block.icon, &block.name.rect, &block.detail.rect}) rect->x += 17;
        block.name.lines = {"새 이름"};
        return buildScene(moved, document, model::embedded::catalogue(), Theme::light());
    }
    QPointF placeOfChange() const
    {
        model::layout::Geometry copy = geometry;
        const model::Point centre = changing(copy).rect.center();
        return QPointF(centre.x, centre.y);
    }
    /// The block that is different in the changed picture.
    static model::layout::BlockGeometry& changing(model::layout::Geometry& geometry)
    {
        return *std::find_if(geometry.blocks.begin(), geometry.blocks.end(),
                             [](const auto& block) { return !block.isContainer && !block.name.lines.empty(); });
    }
    model::Document document;
    model::layout::Geometry geometry;
};

const Pictures& pictures()
{
    static const Pictures kPictures;
    return kPictures;
}

class TilesTest : public test::GuiTest {
protected:
    void SetUp() override
    {
        canvas.resize(900, 600);
        canvas.setGridVisible(false);
        canvas.setPicture(pictures().picture());
    }
    QImage shown() { return canvas.grab().toImage().convertToFormat(QImage::Format_RGB32); }
    /// What the exports paint of the same part, in one piece.
    QImage painted() const
    {
        QImage image(canvas.size(), QImage::Format_RGB32);
        image.fill(canvas.theme().background);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPoint origin = (canvas.viewport().origin() * canvas.zoom()).toPoint();
        painter.setTransform(QTransform(canvas.zoom(), 0, 0, canvas.zoom(), -origin.x(), -origin.y()));
        paint(painter, canvas.picture(), canvas.visibleSceneRect().adjusted(-5, -5, 5, 5), IconSet());
        return image;
    }
    /// The share of pixels that differ by more than rounding of edges.
    static double difference(const QImage& one, const QImage& other)
    {
        int different = 0;
        for (int y = 0; y < one.height(); ++y)
            for (int x = 0; x < one.width(); ++x) {
                const QRgb a = one.pixel(x, y);
                const QRgb b = other.pixel(x, y);
                const int most = std::max(
                    {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
                different += most > 2 ? 1 : 0;
            }
        return static_cast<double>(different) / (one.width() * one.height());
    }
    CanvasWidget canvas;
};

TEST_F(TilesTest, ThePictureHasNoSeamsAtAnyScale)
{
    const QPointF centre = canvas.picture().bounds().center();
    for (const qreal scale : {0.07, 0.21, 0.35, 0.5, 0.8, 1.0, 1.7, 4.0}) {
        canvas.setViewport(Viewport(scale, centre - QPointF(450.3, 300.7) / scale));
        EXPECT_LE(difference(shown(), painted()), 0.001) << scale;
    }
}

TEST_F(TilesTest, APanCopiesWhatWasPaintedAhead)
{
    canvas.setViewport(Viewport(1, canvas.picture().bounds().center()));
    shown();
    canvas.setViewport(canvas.viewport().pannedBy({-3, -2}));
    const QImage first = shown();
    const int painted = canvas.tiles().paintedTiles();
    canvas.setViewport(canvas.viewport().pannedBy({1, 1}));
    shown();
    canvas.setViewport(canvas.viewport().pannedBy({-1, -1}));
    EXPECT_EQ(shown(), first);
    EXPECT_LE(canvas.tiles().paintedTiles() - painted, 30) << "only what was painted ahead is new";
}

TEST_F(TilesTest, AChangePaintsOnlyWhatItDamages)
{
    for (const qreal scale : {0.2, 0.45, 1.0}) {
        canvas.setViewport(Viewport(scale, pictures().picture().bounds().topLeft() - QPointF(20, 20)));
        canvas.setPicture(pictures().picture());
        const QImage before = shown();
        const int painted = canvas.tiles().paintedTiles();
        canvas.setPicture(pictures().changed());
        const QImage after = shown();
        EXPECT_LE(canvas.tiles().paintedTiles() - painted, 24) << scale << ": of 48 around";
        CanvasWidget fresh;
        fresh.resize(canvas.size());
        fresh.setGridVisible(false);
        fresh.setPicture(pictures().changed());
        fresh.setViewport(canvas.viewport());
        EXPECT_LE(difference(after, fresh.grab().toImage().convertToFormat(QImage::Format_RGB32)), 0.0) << scale;
    }
}

TEST_F(TilesTest, ThemeGridAndRandomStepsNeverShowStaleTiles)
{
    std::mt19937 random(7);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    const QRectF bounds = canvas.picture().bounds();
    for (int step = 0; step < 60; ++step) {
        switch (pick(0, 4)) {
            case 0: canvas.setViewport(canvas.viewport().pannedBy(QPointF(pick(-300, 300), pick(-300, 300)))); break;
            case 1: canvas.setViewport(Viewport(pick(5, 150) / 100.0, bounds.center() - QPointF(300, 200))); break;
            case 2: canvas.setPicture(pictures().changed()); break;
            case 3: canvas.setPicture(pictures().picture()); break;
            case 4: {
                const Theme theme = pick(0, 1) ? Theme::dark() : Theme::light();
                canvas.setTheme(theme);
                canvas.setPicture(pictures().picture(theme));
                break;
            }
        }
        ASSERT_LE(difference(shown(), painted()), 0.001) << step;
    }
}

/// A tile cache of its own: what it draws on a screen, waiting or not.
class LateTilesTest : public test::GuiTest {
protected:
    static constexpr QSize kSize{900, 600};

    TileContent content(qreal scale, const std::shared_ptr<const DisplayList>& list) const
    {
        TileContent content;
        content.picture = list;
        content.icons = icons;
        content.scale = scale;
        content.ground = qRgb(255, 255, 255);
        content.titles = std::make_shared<const FarTitles>(farTitlesOf(*list, scale));
        return content;
    }
    /// Where the drawing changes.
    QImage draw(TileCache& tiles, bool isAwaited)
    {
        QImage image(kSize, QImage::Format_RGB32);
        QPainter painter(&image);
        const QPoint corner =
            (pictures().placeOfChange() * tiles.content().scale).toPoint() - QPoint(kSize.width(), kSize.height()) / 2;
        tiles.draw(painter, QRect(corner, kSize), {}, isAwaited);
        return image;
    }
    /// Draws until nothing is late any more.
    QImage drawToTheEnd(TileCache& tiles)
    {
        QImage image = draw(tiles, false);
        while (tiles.isLate()) {
            painted.acquire();
            image = draw(tiles, false);
        }
        return image;
    }
    void setPatience(TileCache& tiles)
    {
        tiles.setPatience(std::chrono::milliseconds(0), [this] { painted.release(); });
    }

    std::counting_semaphore<> painted{0};
    std::shared_ptr<const IconSet> icons = std::make_shared<const IconSet>();
    std::shared_ptr<const DisplayList> picture = std::make_shared<const DisplayList>(pictures().picture());
    std::shared_ptr<const DisplayList> changed = std::make_shared<const DisplayList>(pictures().changed());
};

TEST_F(LateTilesTest, TheFirstPictureIsComplete)
{
    TileCache tiles;
    setPatience(tiles);
    tiles.setContent(content(1, picture));
    TileCache patient;
    patient.setContent(content(1, picture));
    EXPECT_EQ(draw(tiles, false), draw(patient, true));
    EXPECT_FALSE(tiles.isLate());
}

TEST_F(LateTilesTest, ShowsWhatWasSeenAtTheNewScaleUntilWorkersAreDone)
{
    TileCache tiles;
    setPatience(tiles);
    tiles.setContent(content(1, picture));
    draw(tiles, true);
    tiles.setContent(content(1.3, picture));
    const QImage first = draw(tiles, false);
    ASSERT_TRUE(tiles.isLate()) << "there was no time to paint twelve tiles";
    TileCache patient;
    patient.setContent(content(1.3, picture));
    const QImage whole = draw(patient, true);
    EXPECT_NE(first, whole);
    QImage blank(kSize, QImage::Format_RGB32);
    blank.fill(Qt::white);
    EXPECT_NE(first, blank);
    EXPECT_EQ(drawToTheEnd(tiles), whole);
}

TEST_F(LateTilesTest, AChangeIsSeenAllAtOnce)
{
    TileCache tiles;
    setPatience(tiles);
    tiles.setContent(content(1, picture));
    const QImage before = draw(tiles, true);
    TileCache patient;
    patient.setContent(content(1, changed));
    const QImage after = draw(patient, true);
    ASSERT_NE(before, after);
    for (int i = 0; i < 40; ++i) {
        tiles.setContent(content(1, i % 2 == 0 ? changed : picture));
        const QImage shown = draw(tiles, false);
        EXPECT_TRUE(shown == before || shown == after) << i;
        if (i % 7 == 0) {
            EXPECT_EQ(drawToTheEnd(tiles), i % 2 == 0 ? after : before) << i;
        }
    }
}

TEST_F(LateTilesTest, WhoeverTakesAPictureOfItWaits)
{
    TileCache tiles;
    setPatience(tiles);
    tiles.setContent(content(1, picture));
    draw(tiles, true);
    tiles.setContent(content(0.6, picture));
    draw(tiles, false);
    TileCache patient;
    patient.setContent(content(0.6, picture));
    EXPECT_EQ(draw(tiles, true), draw(patient, true));
}

}  // namespace
}  // namespace lintel::rendering::canvas
