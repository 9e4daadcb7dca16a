// The answers of the analyses on the canvas and in their panels, in both languages and themes. With
// LINTEL_TEST_PICTURES=FOLDER they are saved to be looked at.
#include "app/analysis/cost_panel.h"
#include "app/analysis/matrix_panel.h"
#include "model/embedded/embedded.h"
#include "tests/app/analysis/analysis_test.h"

#include <QTableView>

using namespace lintel;
using model::BlockId;
using model::text::Language;
using rendering::Mark;

namespace {

class AnswersLookTest : public test::AnalysisTest {
protected:
    AnswersLookTest()
    {
        for (const auto& design : model::embedded::templates())
            if (design.name == "dangdang-salon") openText(QByteArray::fromStdString(design.text), "salon.lintel.yaml");
        EXPECT_TRUE(waitFor([this] { return reach().isEnd(BlockId("main-a")); }));
        window().resize(1440, 900);
        window().canvas().zoomToFit();
    }

    void picture(const QString& name)
    {
        QCoreApplication::processEvents();
        if (!qEnvironmentVariableIsSet("LINTEL_TEST_PICTURES")) return;
        window().grab().save(
            QStringLiteral("%1/answer-%2-%3.png").arg(qEnvironmentVariable("LINTEL_TEST_PICTURES"), name, m_look));
    }

    void show(const char* panel)
    {
        window().panels().reveal(panel);
        QCoreApplication::processEvents();
        window().canvas().zoomToFit();
    }

    void lookAtReach()
    {
        reach().ask({{}, BlockId("alb"), 443});
        show("reach");
        EXPECT_TRUE(waitFor([this] { return toneOf("alb") == Mark::Tone::Open; })) << "the path is lit";
        picture("path");
        reach().ask({{}, BlockId("rds"), 3306});
        EXPECT_TRUE(waitFor([this] {
            return std::any_of(shown().marks.marks.begin(), shown().marks.marks.end(),
                               [](const auto& mark) { return mark.second.tone == Mark::Tone::Broken; });
        })) << "the blocker is marked";
        picture("blocker");
    }

    void lookAtFailure()
    {
        failure().fail({app::analysis::Failure::What::Zone, "a"});
        show("failure");
        EXPECT_TRUE(waitFor([this] { return shown().dimmed.contains("main-a"); }));
        const QStringList fates = rows(*failure().findChild<QTreeWidget*>("failureTree"), 1);
        EXPECT_TRUE(fates.contains(window().words()("failure.lacks.callee"))) << "chat and MongoDB are missed";
        picture("zone");
        failure().markSinglePoints(true);
        EXPECT_TRUE(waitFor([this] { return failure().isAnswered(); }));
        picture("single-points");
        window().controller().leaveAnalysis();
    }

    void lookAtTables()
    {
        show("matrix");
        EXPECT_TRUE(waitFor([this] { return analyses().matrix().isAnswered(); }));
        auto& table = *analyses().matrix().findChild<QTableView*>("matrixTable");
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::NoModifier,
                          table.visualRect(table.model()->index(0, 0)).center());
        EXPECT_TRUE(waitFor([this] { return !shown().marks.marks.empty(); })) << "a cell lights its path";
        picture("matrix");
        window().controller().leaveAnalysis();
        show("addresses");
        picture("addresses");
        show("cost");
        EXPECT_TRUE(
            waitFor([this] { return analyses().cost().findChild<QTreeWidget*>("costTree")->topLevelItemCount() > 0; }));
        picture("cost");
    }

    QString m_look;
};

}  // namespace

TEST_F(AnswersLookTest, AreThereInBothLanguagesAndThemes)
{
    for (const Language language : {Language::English, Language::Korean}) {
        for (const bool dark : {false, true}) {
            m_look = QStringLiteral("%1-%2").arg(language == Language::Korean ? "ko" : "en", dark ? "dark" : "light");
            window().setLanguage(language);
            window().setDark(dark);
            QCoreApplication::processEvents();
            lookAtReach();
            lookAtFailure();
            lookAtTables();
        }
    }
    window().setDark(false);
    window().setLanguage(Language::English);
}
