#pragma once

#include "app/settings/app_settings.h"
#include "app/settings/words.h"

class QWidget;

namespace lintel::app {

class ActionSet;
class Workspace;

/// What the parts of one window share. All of it outlives them.
struct WindowContext {
    QWidget& window;
    Workspace& workspace;
    ActionSet& actions;
    settings::AppSettings& settings;
    settings::Words& words;
};

}  // namespace lintel::app
