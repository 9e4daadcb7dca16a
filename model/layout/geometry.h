#pragma once

#include "model/base/geometry.h"
#include "model/document/ids.h"

#include <map>
#include <string>
#include <vector>

namespace lintel::model::layout {

/// Text that has its place: lines of one style in a box that nothing else covers.
struct Label {
    std::vector<std::string> lines;
    Rect rect;  ///< absolute; encloses the ink

    bool operator==(const Label&) const = default;
};

/// Where one block is drawn, in absolute coordinates.
struct BlockGeometry {
    BlockId id;
    BlockId parent;
    Rect rect;           ///< the whole block: container box, or icon and labels together
    Rect icon;           ///< the icon's square (containers: in the header)
    Label name;
    Label detail;
    bool isContainer = false;  ///< drawn as a box with a header (an instance with software inside counts)
    bool onBorder = false;     ///< straddles its parent's border, as gateways do
    int depth = 0;             ///< 0 at the top level; painting goes from low to high

    bool operator==(const BlockGeometry&) const = default;
};

/// The path of one connection: orthogonal corner points from border to border, absolute.
struct Route {
    ConnectionId id;
    std::vector<Point> points;
    Label label;  ///< no lines = none

    bool operator==(const Route&) const = default;
};

/// A frame around members of a group (Auto Scaling): a group whose members stand apart has several.
struct Frame {
    BlockId group;
    Rect rect;
    Label name;

    bool operator==(const Frame&) const = default;
};

/// A note's text on the drawing.
struct NoteGeometry {
    NoteId id;
    Rect rect;
    Label text;

    bool operator==(const NoteGeometry&) const = default;
};

/// The drawing of one snapshot without colours: what painters, hit tests and the geometry export read.
struct Geometry {
    std::vector<BlockGeometry> blocks;  ///< containers before what they hold
    std::vector<Route> routes;          ///< by id
    std::vector<Frame> frames;          ///< outer before inner
    std::vector<NoteGeometry> notes;    ///< by id
    Rect bounds;                        ///< everything, labels included

    bool operator==(const Geometry&) const = default;

    const BlockGeometry* find(const BlockId& id) const;
    const Route* find(const ConnectionId& id) const;
};

}  // namespace lintel::model::layout
