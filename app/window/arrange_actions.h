#pragma once

#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

/// Auto-layout, aligning and distributing.
class ArrangeActions : public QObject {
    Q_OBJECT

public:
    explicit ArrangeActions(WindowContext context);

    /// Aligning needs two selected blocks, distributing three.
    void refresh();

private:
    bool hasManagedTwin() const;

    WindowContext m_context;
};

}  // namespace lintel::app
