#include "app/window/search_actions.h"

#include "app/canvas/kind_choices.h"
#include "app/qt_text.h"
#include "app/window/action_set.h"
#include "app/window/edit_actions.h"
#include "app/window/workspace.h"

namespace lintel::app {

using namespace model;

SearchActions::SearchActions(WindowContext context, EditActions& edits)
    : QObject(&context.window), m_context(context), m_edits(edits), m_chooser(new canvas::Chooser(context.workspace))
{
    m_chooser->setObjectName("searchBox");
    context.actions.add({"find", "search", {QKeySequence(Qt::CTRL | Qt::Key_F)}}, [this] {
        Offer offer;
        addElements(offer, true);
        open("search.find", std::move(offer));
    });
    context.actions.add({"command-palette", "search", {QKeySequence(Qt::CTRL | Qt::Key_K)}}, [this] {
        Offer offer;
        addCommands(offer);
        if (!m_context.workspace.isOnStartPage()) {
            addKinds(offer);
            addElements(offer, false);
        }
        open("search.anything", std::move(offer));
    });
}

void SearchActions::addCommands(Offer& offer)
{
    for (QAction* action : m_context.actions.all()) {
        const QString id = action->objectName();
        if (!action->isEnabled() || id == "command-palette") continue;
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        offer.choices.push_back({{},
                                 plainText(*action),
                                 shortcut,
                                 m_context.words.searchable("action." + fromQString(id)).remove('&'),
                                 true});
        offer.runs.push_back([action] { action->trigger(); });
    }
}

void SearchActions::addKinds(Offer& offer)
{
    canvas::KindChoices kinds =
        canvas::allKinds(m_context.workspace.current().session().catalogue(), m_context.words.language());
    for (std::size_t i = 0; i < kinds.kinds.size(); ++i) {
        kinds.choices[i].detail = m_context.words("search.add");
        kinds.choices[i].isOffered = false;
        offer.choices.push_back(std::move(kinds.choices[i]));
        offer.runs.push_back([this, kind = kinds.kinds[i]] { m_edits.insert(kind); });
    }
}

void SearchActions::addElements(Offer& offer, bool isOffered)
{
    session::DocumentSession& session = m_context.workspace.current().session();
    for (const Block& block : session.document().blocks) {
        const catalogue::Kind* kind = session.catalogue().kindOf(block);
        const QString title = kind ? m_context.words.of(kind->title) : toQString(block.kind.text());
        QString words =
            toQString(block.id.text() + '\n' + block.kind.text() + '\n' + block.property("cidr").toString());
        if (kind) words += '\n' + toQString(kind->title.en) + '\n' + toQString(kind->title.ko);
        offer.choices.push_back({block.kind.text(), toQString(block.label()), title, words.toLower(), isOffered});
        offer.runs.push_back([this, id = block.id.text()] { goTo(id); });
    }
    for (const Connection& connection : session.document().connections) {
        if (connection.name.empty()) continue;
        offer.choices.push_back({{},
                                 toQString(connection.name),
                                 m_context.words("inspector.connection"),
                                 toQString(connection.id.text()).toLower(),
                                 false});
        offer.runs.push_back([this, id = connection.id.text()] { goTo(id); });
    }
}

void SearchActions::open(const char* promptId, Offer offer)
{
    m_chooser->openOnTop(m_context.words(promptId), std::move(offer.choices),
                         [runs = std::move(offer.runs)](std::size_t index) { runs[index](); });
}

void SearchActions::goTo(const std::string& id)
{
    DocumentTab& tab = m_context.workspace.current();
    tab.session().select({id});
    if (const rendering::Element* element = tab.canvas().picture().find(id))
        tab.canvas().ensureVisible(element->bounds);
    tab.canvas().setFocus();
}

}  // namespace lintel::app
