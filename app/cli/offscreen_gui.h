#pragma once

#include <memory>

class QGuiApplication;

namespace lintel::app::cli {

/// Fonts and painting for the commands that need them, without a display. Made when needed, so that all other
/// commands start without Qt. Uses the application that exists already, if any (in tests).
class OffscreenGui {
public:
    OffscreenGui();
    ~OffscreenGui();
    OffscreenGui(const OffscreenGui&) = delete;
    OffscreenGui& operator=(const OffscreenGui&) = delete;

private:
    std::unique_ptr<QGuiApplication> m_application;
};

}  // namespace lintel::app::cli
