#pragma once

#include "model/base/geometry.h"
#include "model/document/ids.h"
#include "model/layout/route_style.h"

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
    Rect rect;  ///< the whole block: container box, or icon and labels together
    Rect icon;  ///< the icon's square (containers: in the header)
    Label name;
    Label detail;
    bool isContainer = false;  ///< drawn as a box with a header (an instance with software inside counts)
    bool onBorder = false;     ///< straddles its parent's border, as gateways do
    int depth = 0;             ///< 0 at the top level; painting goes from low to high

    bool operator==(const BlockGeometry&) const = default;
};

/// The path of one connection, absolute, from border to border.
struct Route {
    ConnectionId id;
    std::vector<Point> points;  ///< ends and corners; across or down from one to the next, unless straight
    Label label;                ///< no lines = none
    RouteStyle style = RouteStyle::Orthogonal;
    /// What is drawn instead of the corners when the style is Curved: cubic Bézier curves one after the other (the
    /// start, then two control points and an end for each). Empty otherwise.
    std::vector<Point> curve;
    bool isByHand = false;  ///< the user has set its corners

    bool operator==(const Route&) const = default;

    /// The line as it is seen, as straight pieces: the corners, or the curve in small steps.
    std::vector<Point> polyline() const;
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
