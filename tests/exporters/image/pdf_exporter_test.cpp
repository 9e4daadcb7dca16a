#include "exporters/image/pdf_exporter.h"
#include "exporters/image/poster_grid.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QRegularExpression>

#include <cmath>

namespace lintel::exporters::image {
namespace {

class PdfExporterTest : public test::GuiTest {};

TEST_F(PdfExporterTest, TheBytesRepeatAndHoldNoDate)
{
    const auto picture = test::SampleScene("메인 서버").picture();
    ImageOptions options;
    options.title = "예약";
    const std::string pdf = exportPdf(picture, options, {}).value();
    EXPECT_TRUE(pdf.starts_with("%PDF-1."));
    EXPECT_EQ(pdf, exportPdf(picture, options, {}).value());
    EXPECT_NE(pdf.find("/CreationDate (D:20000101000000"), std::string::npos);
    EXPECT_EQ(pdf.find("D:202"), std::string::npos);
}

TEST_F(PdfExporterTest, ItIsOutlinesAndTextNotPixels)
{
    const std::string pdf = exportPdf(test::SampleScene("메인 서버").picture(), {}, {}).value();
    EXPECT_NE(pdf.find("/FontFile"), std::string::npos) << "the fonts are in the file";
    EXPECT_EQ(pdf.find("/Subtype /Image"), std::string::npos);
}

TEST_F(PdfExporterTest, ThePageLiesWhenTheDrawingIsWide)
{
    const std::string pdf = exportPdf(test::SampleScene().picture(), {}, {}).value();
    const QRegularExpressionMatch box =
        QRegularExpression("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]").match(QString::fromLatin1(pdf));
    ASSERT_TRUE(box.hasMatch());
    EXPECT_NEAR(box.captured(1).toDouble(), 842, 1);
    EXPECT_NEAR(box.captured(2).toDouble(), 595, 1);
}

TEST_F(PdfExporterTest, APosterShowsEverythingWithAnOverlap)
{
    const QSizeF paper(595, 842);
    for (const QSizeF& size : {QSizeF(300, 200), QSizeF(3000, 900), QSizeF(700, 5000), QSizeF(1234.5, 2345.6)}) {
        const PosterGrid grid = posterGridFor(size, paper);
        const QRectF area = grid.area();
        for (int row = 0; row < grid.rows; ++row) {
            for (int column = 0; column < grid.columns; ++column) {
                const QRectF shown = area.translated(-grid.drawingAt(row, column));
                if (column == 0) {
                    EXPECT_LE(shown.left(), 0);
                }
                if (row == 0) {
                    EXPECT_LE(shown.top(), 0);
                }
                if (column + 1 == grid.columns) {
                    EXPECT_GE(shown.right(), size.width() - 0.01);
                }
                if (row + 1 == grid.rows) {
                    EXPECT_GE(shown.bottom(), size.height() - 0.01);
                }
                if (column > 0) {
                    EXPECT_NEAR(area.translated(-grid.drawingAt(row, column - 1)).right() - shown.left(), kOverlap,
                                0.01);
                }
                if (row > 0) {
                    EXPECT_NEAR(area.translated(-grid.drawingAt(row - 1, column)).bottom() - shown.top(), kOverlap,
                                0.01);
                }
            }
        }
        EXPECT_EQ(grid.orientation,
                  grid.page.width() > grid.page.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    }
    EXPECT_EQ(posterGridFor({500, 700}, paper).pages(), 1);
    EXPECT_EQ(posterGridFor({750, 500}, paper).orientation, QPageLayout::Landscape) << "one page instead of two";
}

TEST_F(PdfExporterTest, ImpossibleScalesAndEndlessPostersAreRefused)
{
    const auto picture = test::SampleScene().picture();
    for (const double scale : {0.0, -1.0, 100.0, std::nan("")})
        EXPECT_FALSE(exportPdf(picture, {}, {Paper::A4, true, scale})) << scale;
    EXPECT_FALSE(exportPdf(picture, {}, {Paper::A5, true, 16}));
    EXPECT_TRUE(exportPdf(picture, {}, {Paper::A5, true, 4}));
}

}  // namespace
}  // namespace lintel::exporters::image
