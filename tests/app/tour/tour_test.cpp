#include "app/tour/tour.h"

#include "app/qt_text.h"
#include "tests/app/editor_test.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lintel;

namespace {

class TourTest : public test::EditorTest {
protected:
    app::Tour& tour() { return window().tour(); }
    QWidget* bubble() { return find("tourBubble"); }
    void next()
    {
        QTest::mouseClick(find<QPushButton>("tourNext"), Qt::LeftButton);
        QApplication::processEvents();
    }
    void type(const char* text)
    {
        for (; *text; ++text) QTest::keyClick(QApplication::focusWidget(), *text);
    }
};

}  // namespace

TEST_F(TourTest, NewcomersAreShownAroundOnceTheyHaveACanvas)
{
    window().welcome();
    EXPECT_FALSE(tour().isRunning()) << "there is nothing to show on the start page";
    QTest::mouseClick(find<QPushButton>("newEmpty"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return bubble()->isVisible(); }));
    EXPECT_EQ(tour().step(), 0);
    QTest::mouseClick(find<QPushButton>("tourLeave"), Qt::LeftButton);
    EXPECT_FALSE(bubble()->isVisible());
    startAgain();
    window().welcome();
    window().startEmpty();
    QApplication::processEvents();
    EXPECT_FALSE(tour().isRunning()) << "once is enough";
}

TEST_F(TourTest, HasFiveStepsInsideTheWindowInBothLanguages)
{
    for (const auto language : {model::text::Language::English, model::text::Language::Korean}) {
        window().setLanguage(language);
        action("tour")->trigger();
        for (int step = 0; step < 5; ++step) {
            QApplication::processEvents();
            EXPECT_EQ(tour().step(), step);
            EXPECT_TRUE(window().rect().contains(bubble()->geometry())) << step;
            EXPECT_TRUE(find("tourRing")->isVisible());
            const auto* text = find<QLabel>("tourText");
            EXPECT_GE(text->height(), text->heightForWidth(text->width())) << "cut off: " << step;
            next();
        }
        EXPECT_FALSE(tour().isRunning());
    }
}

TEST_F(TourTest, GoesOnByItselfWhenWhatItAsksForIsDone)
{
    action("tour")->trigger();
    QApplication::processEvents();
    window().canvas().setFocus();
    type("/vpc");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(tour().step(), 1);
    type("/s3");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(tour().step(), 2);
    QTest::mouseClick(find<QPushButton>("tourBack"), Qt::LeftButton);
    EXPECT_EQ(tour().step(), 1);
    bubble()->setFocus();
    QTest::keyClick(bubble(), Qt::Key_Escape);
    EXPECT_FALSE(tour().isRunning());
}
