#include "app/analysis/inquiry.h"

#include "model/edit/operations/remove_elements.h"
#include "tests/app/editor_test.h"

using namespace lintel;

namespace {

QByteArray designOf(int blocks)
{
    QByteArray text = "lintel: 1\nblocks:\n";
    for (int i = 0; i < blocks; ++i) text += "  q" + QByteArray::number(i) + ": {kind: sqs}\n";
    return text;
}

class InquiryTest : public test::EditorTest {};

}  // namespace

TEST_F(InquiryTest, NeverAnswersAboutAnotherDesign)
{
    openText(designOf(2));
    app::session::DocumentSession& session = window().session();
    const auto sizeNow = [&] { return session.document().blocks.size(); };
    std::unique_ptr<app::analysis::InquiryFor<std::size_t>> inquiry;
    bool isStale = false;
    QObject listener;
    // It hears of the next design before the inquiry does.
    QObject::connect(&session, &app::session::DocumentSession::changed, &listener, [&] {
        const std::size_t* answer = inquiry->answer();
        isStale = isStale || (answer && *answer != sizeNow());
    });
    inquiry = std::make_unique<app::analysis::InquiryFor<std::size_t>>(
        session, std::make_shared<model::analysis::AnalysisCache>(session.catalogue()));
    inquiry->ask([](const model::analysis::Analyses& analyses) { return analyses.document().blocks.size(); });
    ASSERT_TRUE(waitFor([&] { return inquiry->answer() && *inquiry->answer() == 2; }));
    ASSERT_TRUE(session.apply(model::edit::removeElements(session.document(), {"q0"})));
    EXPECT_EQ(sizeNow(), 1u);
    EXPECT_FALSE(isStale);
    EXPECT_TRUE(waitFor([&] { return inquiry->answer() && *inquiry->answer() == 1; }));
}
