// Seeded random mouse and key events on random designs. What must hold afterwards, whatever was pressed: the design is
// sound, it can be written and read again, undo leads back to the start and redo to the end.
// LINTEL_RANDOM_GESTURES sets the number of events (100,000 for a campaign), LINTEL_GESTURE_SEED the first seed.

#include "tests/app/editor_test.h"
#include "tests/app/gestures/random_hand.h"
#include "tests/support/random_document.h"

#include "model/document/invariants.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"

#include <QApplication>

namespace lintel::test {
namespace {

using namespace model;

constexpr int kUsualEvents = 1000;
constexpr int kEventsPerDesign = 250;

class RandomGestures : public EditorTest {
protected:
    const catalogue::Catalogue& catalogue = embedded::catalogue();
    app::session::DocumentSession& session() { return window().session(); }

    void start(std::uint32_t seed)
    {
        const int blocks = 5 + static_cast<int>(seed * 7 % 40);
        const Document document = randomDocument(seed, blocks, catalogue);
        // One tab, whatever was drawn in it before.
        window().workspace().remove(window().workspace().current());
        window().startEmpty();
        const auto started = session().startFrom(io::write(document, {}, catalogue), "random.lintel.yaml");
        ASSERT_TRUE(started);
        window().workspace().current().showFirst();
        window().setLanguage(seed % 2 == 0 ? text::Language::Korean : text::Language::English);
        window().setDark(seed % 3 == 0);
        QApplication::processEvents();
    }

    void checkDesign()
    {
        const Document& document = session().document();
        const auto errors = structuralErrors(document);
        EXPECT_TRUE(errors.empty()) << errors.front().message.id;
        for (const std::string& id : session().selection()) EXPECT_TRUE(isIdTaken(document, id)) << id;
        for (const layout::BlockGeometry& block : window().controller().geometry().blocks) {
            EXPECT_GT(block.rect.width, 0) << block.id.text();
            EXPECT_GT(block.rect.height, 0) << block.id.text();
        }
    }

    void checkFile()
    {
        const auto again = io::read(session().text(), "again", catalogue);
        ASSERT_TRUE(again) << again.error().message.id;
        EXPECT_TRUE(again->document == session().document());
    }

    /// Nothing but finished gestures may change the design.
    void actAndCheck(app::test::RandomHand& hand)
    {
        const std::uint64_t before = session().version();
        hand.act();
        if (session().version() != before) checkDesign();
    }

    void goBackAndForth(const Document& start)
    {
        QUndoStack& stack = session().undoStack();
        const Document end = session().document();
        while (stack.canUndo()) stack.undo();
        EXPECT_TRUE(session().document() == start) << "undo does not lead back to the start";
        while (stack.canRedo()) stack.redo();
        EXPECT_TRUE(session().document() == end) << "redo does not lead to the end";
        checkDesign();
    }
};

TEST_F(RandomGestures, LeaveASoundDesignThatCanBeTakenBackAndRedone)
{
    bool isNumber = false;
    int events = qEnvironmentVariableIntValue("LINTEL_RANDOM_GESTURES", &isNumber);
    if (!isNumber) events = kUsualEvents;
    auto seed = static_cast<std::uint32_t>(std::max(1, qEnvironmentVariableIntValue("LINTEL_GESTURE_SEED")));
    for (int done = 0; done < events; ++seed) {
        start(seed);
        const Document before = session().document();
        app::test::RandomHand hand(window(), seed);
        for (int step = 0; step < kEventsPerDesign; ++step) {
            actAndCheck(hand);
            if (step % 8 == 0) QApplication::processEvents();
            ASSERT_FALSE(HasFailure()) << "seed " << seed << ": " << hand.story();
        }
        hand.rest();
        QApplication::processEvents();
        checkDesign();
        checkFile();
        goBackAndForth(before);
        EXPECT_EQ(window().workspace().tabs().size(), 1U) << "the events are meant for one design";
        ASSERT_FALSE(HasFailure()) << "seed " << seed << ": " << hand.story();
        done += hand.events();
    }
}

}  // namespace
}  // namespace lintel::test
