#include "app/settings/app_settings.h"
#include "app/start_page/card_delegate.h"
#include "model/embedded/embedded.h"
#include "tests/app/editor_test.h"

#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <set>

using namespace lintel;

using StartPageTest = test::EditorTest;

TEST_F(StartPageTest, EveryTemplateIsACardWithAPictureNameAndSentence)
{
    auto* cards = find<QListWidget>("templates");
    ASSERT_EQ(static_cast<std::size_t>(cards->count()), model::embedded::templates().size());
    ASSERT_TRUE(waitFor([&] { return !cards->item(cards->count() - 1)->data(Qt::DecorationRole).isNull(); }));
    for (int i = 0; i < cards->count(); ++i) {
        EXPECT_FALSE(cards->item(i)->text().isEmpty());
        const QImage picture = cards->item(i)->data(Qt::DecorationRole).value<QPixmap>().toImage();
        ASSERT_FALSE(picture.isNull());
        bool isDrawn = false;
        for (int x = 0; x < picture.width() && !isDrawn; ++x)
            isDrawn = picture.pixel(x, picture.height() / 2) != picture.pixel(0, 0);
        EXPECT_TRUE(isDrawn) << cards->item(i)->text().toStdString();
    }
}

TEST_F(StartPageTest, EverySentenceHasRoomOnItsCard)
{
    auto* cards = find<QListWidget>("templates");
    for (const auto language : {model::text::Language::English, model::text::Language::Korean}) {
        window().setLanguage(language);
        for (int i = 0; i < cards->count(); ++i) {
            const QString sentence = cards->item(i)->data(app::CardDelegate::kSummaryRole).toString();
            ASSERT_FALSE(sentence.isEmpty());
            const QFontMetrics metrics = cards->fontMetrics();
            const QRect room(0, 0, app::CardDelegate::kPicture.width(), 1000);
            const int needed = metrics.boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, sentence).height();
            EXPECT_LE(needed, app::CardDelegate::summaryHeight(metrics)) << sentence.toStdString();
        }
    }
}

TEST_F(StartPageTest, AClickOnACardStartsFromIt)
{
    auto* cards = find<QListWidget>("templates");
    QTest::mouseClick(cards->viewport(), Qt::LeftButton, Qt::NoModifier,
                      cards->visualItemRect(cards->item(0)).center());
    EXPECT_FALSE(window().workspace().isOnStartPage());
    EXPECT_GT(window().session().document().blocks.size(), 3U);
    EXPECT_FALSE(window().session().isModified());
    EXPECT_TRUE(window().session().path().isEmpty()) << "saving asks where to";
}

TEST_F(StartPageTest, TheKeyboardReachesTheCardsToo)
{
    auto* cards = find<QListWidget>("templates");
    cards->setFocus();
    cards->setCurrentRow(1);
    QTest::keyClick(cards, Qt::Key_Return);
    EXPECT_FALSE(window().workspace().isOnStartPage());
}

TEST_F(StartPageTest, AnEmptyDesignSaysWhatToDo)
{
    QTest::mouseClick(find<QPushButton>("newEmpty"), Qt::LeftButton);
    EXPECT_FALSE(window().workspace().isOnStartPage());
    EXPECT_TRUE(find("canvasHint")->isVisible());
    openText("lintel: 1\nblocks:\n  a: {kind: vpc}\n");
    EXPECT_FALSE(find("canvasHint")->isVisible());
}

TEST_F(StartPageTest, RecentFilesShowTheirDesigns)
{
    openText("lintel: 1\nblocks:\n  a: {kind: vpc, name: 본점}\n  b: {kind: s3-bucket}\n", "one.lintel.yaml");
    writeFile(filePath("broken.lintel.yaml"), "lintel: 1\nblocks: [");
    app::settings::AppSettings().addRecentFile(filePath("broken.lintel.yaml"));
    startAgain();
    auto* recent = find<QListWidget>("recentFiles");
    ASSERT_EQ(recent->count(), 2);
    const auto pictureOf = [&](int row) { return recent->item(row)->icon().pixmap(recent->iconSize()).toImage(); };
    const auto colours = [&](int row) {
        const QImage picture = pictureOf(row);
        std::set<QRgb> seen;
        for (int y = 2; y < picture.height() - 2; ++y)
            for (int x = 2; x < picture.width() - 2; ++x) seen.insert(picture.pixel(x, y));
        return seen.size();
    };
    EXPECT_TRUE(waitFor([&] { return colours(1) > 3; })) << "the design is drawn";
    EXPECT_EQ(colours(0), 1U) << "what cannot be read has an empty picture";
    QTest::mouseClick(recent->viewport(), Qt::LeftButton, Qt::NoModifier,
                      recent->visualItemRect(recent->item(1)).center());
    EXPECT_TRUE(window().windowTitle().startsWith("one"));
}
