#pragma once

#include "app/canvas/layers.h"
#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

/// What of the design is looked at: everything, its network, its security, and without kinds that are in the way.
class LayerActions : public QObject {
    Q_OBJECT

public:
    explicit LayerActions(WindowContext context);

    void refresh();

private:
    void show(const canvas::Layers& layers);
    void hideSelectedKinds();
    void showSelected();

    WindowContext m_context;
};

}  // namespace lintel::app
