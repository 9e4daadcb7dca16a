#include "app/window/menus.h"

#include "app/qt_text.h"
#include "app/window/action_set.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace lintel::app {

namespace {

// "-" is a separator, ">id" a menu within the menu; a null ends a table.
constexpr const char* kSeparator = "-";
constexpr const char* kFile[] = {"new",    "open",  ">recent",      "start-page",       "-",     "save", "save-as",
                                 "export", "print", "compare-file", "compare-revision", "close", "-",    "quit",
                                 nullptr};
constexpr const char* kEdit[] = {
    "undo",   "redo",   "-", "cut",        "copy", "copy-picture", "paste",           "duplicate",
    "delete", "rename", "-", "select-all", "find", "edit-field",   "command-palette", nullptr};
constexpr const char* kArrange[] = {
    "add-next",   "add-note",     "connect-to",   "move-into", "wrap",         "unwrap",
    "convert",    "shrink",       "lock",         "-",         "layout",       "-",
    "align-left", "align-center", "align-right",  "align-top", "align-middle", "align-bottom",
    "-",          "distribute-h", "distribute-v", nullptr};
constexpr const char* kView[] = {"zoom-in",  "zoom-out",     "zoom-fit", "zoom-actual", "zoom-selection", "-",
                                 ">layers",  ">panels",      "-",        ">language",   ">theme",         "-",
                                 "next-tab", "previous-tab", nullptr};
constexpr const char* kAnalyse[] = {"reach",  "reach-from-internet", "-",    "fail", "single-points",  "-",
                                    "matrix", "addresses",           "cost", "-",    "leave-analysis", nullptr};
constexpr const char* kHelp[] = {"shortcuts", "tour", "settings", "about", nullptr};
constexpr const char* kNothing[] = {nullptr};
constexpr const char* kLayers[] = {"layer-all", "layer-network", "layer-security", "-", "hide-kind", nullptr};
constexpr const char* kLanguage[] = {"language-en", "language-ko", nullptr};
constexpr const char* kTheme[] = {"theme-light", "theme-dark", nullptr};
constexpr const char* kToolBar[] = {"new",
                                    "open",
                                    "save",
                                    "export",
                                    "-",
                                    "undo",
                                    "redo",
                                    "-",
                                    "duplicate",
                                    "delete",
                                    "-",
                                    "layout",
                                    "-",
                                    "zoom-in",
                                    "zoom-out",
                                    "zoom-fit",
                                    "-",
                                    "command-palette",
                                    "-",
                                    "toggle-theme",
                                    "toggle-language",
                                    nullptr};

struct MenuTable {
    const char* id;
    const char* const* entries;
};
constexpr MenuTable kBar[] = {{"file", kFile},       {"edit", kEdit}, {"arrange", kArrange},
                              {"analyse", kAnalyse}, {"view", kView}, {"help", kHelp}};
constexpr MenuTable kInner[] = {
    {"recent", kNothing}, {"panels", kNothing}, {"layers", kLayers}, {"language", kLanguage}, {"theme", kTheme}};

}  // namespace

Menus::Menus(QMainWindow& window, WindowContext context)
    : QObject(&window), m_context(context), m_toolBar(window.addToolBar(QString()))
{
    for (const MenuTable& table : kBar) window.menuBar()->addMenu(addMenu(table.id, table.entries));
    m_toolBar->setObjectName("toolBar");
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(20, 20));
    for (const char* const* entry = kToolBar; *entry; ++entry) {
        if (QLatin1String(*entry) == kSeparator)
            m_toolBar->addSeparator();
        else
            m_toolBar->addAction(m_context.actions.find(*entry));
    }
}

QMenu* Menus::addMenu(const QString& id, const char* const* entries)
{
    auto* menu = new QMenu(&m_context.window);
    menu->setObjectName("menu." + id);
    m_menus[id] = menu;
    for (; *entries; ++entries) {
        const QString entry(*entries);
        if (entry == kSeparator) {
            menu->addSeparator();
        } else if (entry.startsWith('>')) {
            for (const MenuTable& inner : kInner)
                if (entry.mid(1) == inner.id) menu->addMenu(addMenu(inner.id, inner.entries));
        } else {
            menu->addAction(m_context.actions.find(entry));
        }
    }
    return menu;
}

void Menus::retranslate()
{
    for (auto menu = m_menus.begin(); menu != m_menus.end(); ++menu)
        menu.value()->setTitle(m_context.words("menu." + fromQString(menu.key())));
    m_toolBar->setWindowTitle(m_context.words("toolbar"));
    m_toolBar->toggleViewAction()->setText(m_context.words("toolbar"));
}

}  // namespace lintel::app
