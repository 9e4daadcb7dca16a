#include "app/window/help_actions.h"

#include "app/settings/settings_dialog.h"
#include "app/window/action_set.h"
#include "app/window/dialogs.h"
#include "app/window/shortcuts_dialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace lintel::app {

HelpActions::HelpActions(WindowContext context, ViewActions::Look look) : QObject(&context.window), m_context(context)
{
    context.actions.add({"shortcuts", "", {QKeySequence(Qt::Key_Question), QKeySequence(Qt::Key_F1)}},
                        [this] { ShortcutsDialog(m_context.actions, m_context.words, &m_context.window).exec(); });
    context.actions.add({"settings", "", {QKeySequence(Qt::CTRL | Qt::Key_Comma)}}, [this, look = std::move(look)] {
        settings::SettingsDialog(m_context.settings, m_context.words, {look.setLanguage, look.setDark},
                                 &m_context.window)
            .exec();
    });
    context.actions.add({"about"}, [this] {
        QMessageBox box(QMessageBox::NoIcon, plainText(*m_context.actions.find("about")),
                        QStringLiteral("Lintel %1").arg(LINTEL_VERSION), QMessageBox::NoButton, &m_context.window);
        box.setInformativeText(m_context.words("about"));
        box.addButton(m_context.words("dialog.close"), QMessageBox::AcceptRole);
        box.exec();
    });
}

}  // namespace lintel::app
