#pragma once

#include "model/document/ids.h"

#include <QMimeData>

#include <optional>
#include <string>

namespace lintel::rendering::canvas {

/// A palette entry on its way to the canvas.
struct DraggedKind {
    model::KindId kind;
    std::string preset;  ///< empty = the plain kind
};

inline constexpr const char* kKindMimeType = "application/x-lintel-kind";

QMimeData* toMimeData(const DraggedKind& dragged);
std::optional<DraggedKind> fromMimeData(const QMimeData& data);

}  // namespace lintel::rendering::canvas
