#pragma once

#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

class PanelDocks;

namespace canvas {
class Chooser;
}

/// From the canvas into a field of the inspector by its name, without a mouse: type a few letters of the property, and
/// its field has the focus.
class FieldActions : public QObject {
    Q_OBJECT

public:
    FieldActions(WindowContext context, PanelDocks& panels);

    void refresh();

private:
    void ask();

    WindowContext m_context;
    PanelDocks& m_panels;
    canvas::Chooser* m_chooser;
};

}  // namespace lintel::app
