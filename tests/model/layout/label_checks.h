#pragma once

#include "model/layout/geometry.h"

#include <string>
#include <vector>

namespace lintel::test {

/// Every text and icon of a drawing that lies over another one, in words. Empty = fine.
inline std::vector<std::string> labelFaults(const model::layout::Geometry& geometry)
{
    struct Ink {
        std::string owner, what;
        model::Rect rect;
    };
    std::vector<Ink> all;
    const auto add = [&](const std::string& owner, const char* what, const model::Rect& rect) {
        if (!rect.isEmpty()) all.push_back({owner, what, rect});
    };
    for (const auto& block : geometry.blocks) {
        add(block.id.text(), "icon", block.icon);
        add(block.id.text(), "name", block.name.rect);
        add(block.id.text(), "detail", block.detail.rect);
    }
    for (const auto& frame : geometry.frames) add(frame.group.text(), "frame's name", frame.name.rect);
    for (const auto& route : geometry.routes) add(route.id.text(), "label", route.label.rect);
    for (const auto& note : geometry.notes) add(note.id.text(), "note", note.rect);

    std::vector<std::string> faults;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j)
            if (all[i].rect.intersects(all[j].rect))
                faults.push_back(all[i].what + " of " + all[i].owner + " covers " + all[j].what + " of " +
                                 all[j].owner);
    return faults;
}

}  // namespace lintel::test
