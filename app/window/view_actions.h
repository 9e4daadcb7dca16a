#pragma once

#include "app/window/window_context.h"

#include <QObject>

#include <functional>

namespace lintel::app {

/// Zoom, tabs, language and theme.
class ViewActions : public QObject {
    Q_OBJECT

public:
    struct Look {
        std::function<void(model::text::Language)> setLanguage;
        std::function<void(bool dark)> setDark;
    };
    ViewActions(WindowContext context, Look look);

    void refresh();

private:
    void addZoomActions();
    void addLookActions();
    void zoomToSelection();

    WindowContext m_context;
    Look m_look;
};

}  // namespace lintel::app
