#pragma once

#include "app/window/view_actions.h"
#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

/// The overview of shortcuts, the settings, and what this program is.
class HelpActions : public QObject {
    Q_OBJECT

public:
    HelpActions(WindowContext context, ViewActions::Look look);

private:
    WindowContext m_context;
};

}  // namespace lintel::app
