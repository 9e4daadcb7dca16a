#pragma once

#include <QPointF>
#include <QString>

namespace lintel::app::settings {

/// A design that was open, and which part of it was in sight.
struct OpenDesign {
    QString path;
    QPointF origin;    ///< the scene's point at the canvas' top left corner
    double scale = 1;  ///< pixels per diagram unit
    bool isCurrent = false;

    bool operator==(const OpenDesign&) const = default;
};

}  // namespace lintel::app::settings
