#include "rendering/canvas/tools/new_block_size.h"

#include <cmath>

namespace lintel::rendering::canvas {

model::Size newBlockSize(const model::catalogue::Kind& kind)
{
    const std::string& role = kind.fact("role");
    if (kind.shape == model::catalogue::Shape::Container) {
        if (kind.fact("role") == "compute") return {96, 96};
        if (role == "vpc" || kind.id.text() == "region" || kind.id.text() == "account") return {720, 480};
        if (role == "zone") return {320, 400};
        if (role == "subnet") return {280, 160};
        return {320, 240};
    }
    return {96, 96};
}

int snapped(double value) { return static_cast<int>(std::lround(value / kGrid)) * kGrid; }
model::Point snapped(double x, double y) { return {snapped(x), snapped(y)}; }

}  // namespace lintel::rendering::canvas
