#pragma once

#include "app/canvas/chooser.h"
#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

class EditActions;

/// Find (Ctrl+F) and the command palette (Ctrl+K): type a few letters, in either language, and be there.
class SearchActions : public QObject {
    Q_OBJECT

public:
    SearchActions(WindowContext context, EditActions& edits);

private:
    /// Things to choose from, and what each of them does.
    struct Offer {
        std::vector<canvas::Chooser::Choice> choices;
        std::vector<std::function<void()>> runs;
    };

    void addCommands(Offer& offer);
    void addKinds(Offer& offer);
    void addElements(Offer& offer, bool isOffered);
    void open(const char* promptId, Offer offer);
    void goTo(const std::string& id);

    WindowContext m_context;
    EditActions& m_edits;
    canvas::Chooser* m_chooser;
};

}  // namespace lintel::app
