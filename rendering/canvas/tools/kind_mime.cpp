#include "rendering/canvas/tools/kind_mime.h"

namespace lintel::rendering::canvas {

QMimeData* toMimeData(const DraggedKind& dragged)
{
    auto* data = new QMimeData;
    data->setData(kKindMimeType, QByteArray::fromStdString(dragged.kind.text() + '\n' + dragged.preset));
    return data;
}

std::optional<DraggedKind> fromMimeData(const QMimeData& data)
{
    if (!data.hasFormat(kKindMimeType)) return std::nullopt;
    const std::string text = data.data(kKindMimeType).toStdString();
    const auto end = text.find('\n');
    if (end == std::string::npos) return std::nullopt;
    return DraggedKind{model::KindId(text.substr(0, end)), text.substr(end + 1)};
}

}  // namespace lintel::rendering::canvas
