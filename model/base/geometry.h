#pragma once

#include <algorithm>
#include <compare>

namespace lintel::model {

/// Diagram units: one unit is one pixel at 100 %; x grows right, y grows down.
struct Point {
    int x = 0;
    int y = 0;

    auto operator<=>(const Point&) const = default;
    Point operator+(Point other) const { return {x + other.x, y + other.y}; }
    Point operator-(Point other) const { return {x - other.x, y - other.y}; }
};

struct Size {
    int width = 0;
    int height = 0;

    auto operator<=>(const Size&) const = default;
};

/// Half-open: contains its left and top edge, not its right and bottom edge.
struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    bool operator==(const Rect&) const = default;

    int left() const { return x; }
    int top() const { return y; }
    int right() const { return x + width; }
    int bottom() const { return y + height; }
    Point topLeft() const { return {x, y}; }
    Point center() const { return {x + width / 2, y + height / 2}; }
    Size size() const { return {width, height}; }
    bool isEmpty() const { return width <= 0 || height <= 0; }

    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    bool contains(const Rect& r) const
    {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    bool intersects(const Rect& r) const { return r.x < right() && x < r.right() && r.y < bottom() && y < r.bottom(); }
    Rect translated(Point by) const { return {x + by.x, y + by.y, width, height}; }
    Rect adjusted(int dl, int dt, int dr, int db) const { return {x + dl, y + dt, width - dl + dr, height - dt + db}; }
    Rect united(const Rect& r) const
    {
        if (isEmpty()) return r;
        if (r.isEmpty()) return *this;
        const int l = std::min(x, r.x);
        const int t = std::min(y, r.y);
        return {l, t, std::max(right(), r.right()) - l, std::max(bottom(), r.bottom()) - t};
    }
};

}  // namespace lintel::model
