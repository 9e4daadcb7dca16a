#pragma once

#include "app/window/window_context.h"

#include <QObject>

class QPrinter;

namespace lintel::app {

/// Printing, with a preview: the drawing on white paper, as large as the page allows.
class PrintActions : public QObject {
    Q_OBJECT

public:
    explicit PrintActions(WindowContext context);

    void paintOn(QPrinter& printer);

private:
    WindowContext m_context;
};

}  // namespace lintel::app
