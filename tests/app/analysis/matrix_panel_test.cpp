#include "app/analysis/matrix_panel.h"
#include "tests/app/analysis/analysis_test.h"

#include <QLabel>
#include <QTableView>
#include <QToolButton>

using namespace lintel;
using rendering::Mark;

namespace {

class MatrixPanelTest : public test::AnalysisTest {
protected:
    MatrixPanelTest()
    {
        action("matrix")->trigger();
        EXPECT_TRUE(waitFor([this] { return analyses().matrix().isAnswered(); }));
    }
    QTableView& table() { return *find<QTableView>("matrixTable"); }
    QModelIndex cell(const QString& from, const QString& to)
    {
        const QAbstractItemModel& model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                if (model.headerData(row, Qt::Vertical).toString() == from &&
                    model.headerData(column, Qt::Horizontal).toString() == to)
                    return model.index(row, column);
        return {};
    }
    void click(const QModelIndex& index)
    {
        table().scrollTo(index);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::NoModifier, table().visualRect(index).center());
    }
};

}  // namespace

TEST_F(MatrixPanelTest, HoldsWhatIsDrawnAgainstWhatIsAllowed)
{
    const QString internet = window().words()("reach.internet");
    ASSERT_TRUE(cell(internet, "로드 밸런서").isValid());
    EXPECT_TRUE(cell(internet, "로드 밸런서").data().toString().contains("443"));
    ASSERT_TRUE(cell("웹 A", "디비").isValid());
    EXPECT_TRUE(cell("웹 A", "디비").data().toString().contains("5432"));
    EXPECT_TRUE(find<QToolButton>("matrix.blocked")->text().contains('1'));
}

TEST_F(MatrixPanelTest, AClickLightsThePath)
{
    click(cell(window().words()("reach.internet"), "로드 밸런서"));
    ASSERT_TRUE(waitFor([this] { return toneOf("alb") == Mark::Tone::Open; }));
    EXPECT_TRUE(find("matrixPanel")->isVisible()) << "one stays in the matrix";
    EXPECT_TRUE(find<QLabel>("matrixDetails")->text().contains("443"));
}

TEST_F(MatrixPanelTest, AClickOnABlockedCellMarksTheBlocker)
{
    click(cell("웹 A", "디비"));
    ASSERT_TRUE(waitFor([this] { return toneOf("sg-db") == Mark::Tone::Broken; }));
}

TEST_F(MatrixPanelTest, AFilterTakesCellsAway)
{
    QTest::mouseClick(find("matrix.works"), Qt::LeftButton);
    QTest::mouseClick(find("matrix.undrawn"), Qt::LeftButton);
    EXPECT_FALSE(cell(window().words()("reach.internet"), "로드 밸런서").isValid());
    EXPECT_TRUE(cell("웹 A", "디비").isValid());
}

TEST_F(MatrixPanelTest, AnEmptyDesignSaysSo)
{
    action("select-all")->trigger();
    action("delete")->trigger();
    ASSERT_TRUE(waitFor([this] { return analyses().matrix().isAnswered(); }));
    EXPECT_EQ(find<QLabel>("matrixDetails")->text(), window().words()("matrix.empty"));
    EXPECT_FALSE(table().isVisible());
}
