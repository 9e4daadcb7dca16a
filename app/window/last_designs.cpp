#include "app/window/last_designs.h"

#include "app/window/file_actions.h"
#include "app/window/workspace.h"

#include <QFileInfo>

namespace lintel::app {

using rendering::canvas::Viewport;

LastDesigns::LastDesigns(WindowContext context, FileActions& files)
    : QObject(&context.window), m_context(context), m_files(files)
{
}

// Also while working: a crash ends no session in an orderly way.
void LastDesigns::follow() { connect(&m_context.workspace, &Workspace::currentChanged, this, &LastDesigns::remember); }

void LastDesigns::remember()
{
    if (m_isRestoring) return;
    const Workspace& workspace = m_context.workspace;
    std::vector<settings::OpenDesign> designs;
    for (DocumentTab* tab : workspace.tabs()) {
        const QString path = tab->session().path();
        if (path.isEmpty()) continue;
        const Viewport& view = tab->canvas().viewport();
        const bool isCurrent = !workspace.isOnStartPage() && tab == &workspace.current();
        designs.push_back({QFileInfo(path).absoluteFilePath(), view.origin(), view.scale(), isCurrent});
    }
    m_context.settings.setOpenDesigns(designs);
}

void LastDesigns::restore()
{
    if (!m_context.settings.reopensDesigns()) return;
    const auto designs = m_context.settings.openDesigns();
    const QStringList recent = m_context.settings.recentFiles();
    m_isRestoring = true;
    DocumentTab* current = nullptr;
    for (const settings::OpenDesign& design : designs) {
        if (!QFileInfo::exists(design.path) || !m_files.open(design.path)) continue;
        DocumentTab& tab = m_context.workspace.current();
        tab.canvas().setViewport(Viewport(design.scale, design.origin));
        if (design.isCurrent) current = &tab;
    }
    // Which files were used last has not changed.
    for (auto path = recent.crbegin(); path != recent.crend(); ++path) m_context.settings.addRecentFile(*path);
    if (current)
        m_context.workspace.show(*current);
    else if (!designs.empty())
        m_context.workspace.showStartPage();
    m_isRestoring = false;
    remember();
}

}  // namespace lintel::app
