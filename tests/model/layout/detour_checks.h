#pragma once

#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "tests/model/layout/drawing_checks.h"

#include <set>
#include <string>
#include <vector>

namespace lintel::test {

/// What holds one end of the connection.
inline std::set<model::BlockId> ancestorsOf(const model::layout::Geometry& geometry,
                                            const model::Connection& connection)
{
    std::set<model::BlockId> ids;
    for (const model::BlockId& end : {connection.from, connection.to})
        for (const auto* at = geometry.find(end); at && !at->parent.isEmpty(); at = geometry.find(at->parent))
            ids.insert(at->parent);
    return ids;
}

/// Looks for a way between two blocks on a lattice of 8 units by flooding, around everything that lines must not
/// pass and every container that holds neither end. Knows nothing of the router; lines of others are no hindrance.
class WayAround {
public:
    WayAround(const model::layout::Geometry& geometry, const model::Connection& connection) : m_geometry(geometry)
    {
        const model::Rect& all = geometry.bounds;
        m_left = (all.x - kMargin) / kStep - 1;
        m_top = (all.y - kMargin) / kStep - 1;
        m_columns = (all.width + 2 * kMargin) / kStep + 3;
        m_rows = (all.height + 2 * kMargin) / kStep + 3;
        m_isOpen.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), true);
        const auto around = ancestorsOf(geometry, connection);
        for (const auto& block : geometry.blocks) {
            const bool isEnd = block.id == connection.from || block.id == connection.to;
            if (!block.isContainer)
                close(block.rect.adjusted(-4, -4, 4, 4));
            else if (!isEnd && !around.contains(block.id))
                close(block.rect);
            if (block.isContainer)
                close(block.icon.united(block.name.rect).united(block.detail.rect).adjusted(-1, -1, 1, 1));
        }
        for (const auto& frame : geometry.frames) close(frame.name.rect);
        for (const auto& note : geometry.notes) close(note.rect.adjusted(-4, -4, 4, 4));
    }

    bool exists(const model::Rect& from, const model::Rect& to)
    {
        std::vector<std::size_t> open;
        eachIn(from.adjusted(-kReach, -kReach, kReach, kReach), [&](std::size_t at) {
            if (m_isOpen[at]) open.push_back(at);
        });
        std::vector<char> isGoal(m_isOpen.size(), false);
        eachIn(to.adjusted(-kReach, -kReach, kReach, kReach), [&](std::size_t at) { isGoal[at] = true; });
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (!m_isOpen[at]) continue;
            if (isGoal[at]) return true;
            m_isOpen[at] = false;
            const auto column = static_cast<int>(at % static_cast<std::size_t>(m_columns));
            if (column > 0) open.push_back(at - 1);
            if (column + 1 < m_columns) open.push_back(at + 1);
            if (at >= static_cast<std::size_t>(m_columns)) open.push_back(at - static_cast<std::size_t>(m_columns));
            if (at + static_cast<std::size_t>(m_columns) < m_isOpen.size())
                open.push_back(at + static_cast<std::size_t>(m_columns));
        }
        return false;
    }

private:
    static constexpr int kStep = 8;
    static constexpr int kMargin = 48;
    static constexpr int kReach = 12;

    template <typename Do>
    void eachIn(const model::Rect& rect, Do what)
    {
        const auto up = [](int value) { return value >= 0 ? (value + kStep - 1) / kStep : -(-value / kStep); };
        const auto down = [](int value) { return value >= 0 ? value / kStep : -((-value + kStep - 1) / kStep); };
        const int lastRow = std::min(m_rows - 1, down(rect.bottom()) - m_top);
        const int lastColumn = std::min(m_columns - 1, down(rect.right()) - m_left);
        for (int row = std::max(0, up(rect.top()) - m_top); row <= lastRow; ++row)
            for (int column = std::max(0, up(rect.left()) - m_left); column <= lastColumn; ++column)
                what(static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                     static_cast<std::size_t>(column));
    }

    void close(const model::Rect& rect)
    {
        if (!rect.isEmpty()) eachIn(rect, [&](std::size_t at) { m_isOpen[at] = false; });
    }

    const model::layout::Geometry& m_geometry;
    int m_left = 0, m_top = 0, m_columns = 0, m_rows = 0;
    std::vector<char> m_isOpen;
};

/// Connections that run through a container that holds neither end although there is a way around it.
inline std::vector<std::string> detourFaults(const model::layout::Geometry& geometry, const model::Document& document)
{
    std::vector<std::string> faults;
    for (const auto& route : geometry.routes) {
        const model::Connection& connection = *document.connections.find(route.id);
        std::string passed;
        const std::set<model::BlockId> around = ancestorsOf(geometry, connection);
        for (std::size_t i = 1; i < route.points.size(); ++i) {
            const model::Rect segment = segmentRect(route.points[i - 1], route.points[i]);
            for (const auto& block : geometry.blocks) {
                if (!block.isContainer || block.id == connection.from || block.id == connection.to) continue;
                if (!block.rect.adjusted(1, 1, -1, -1).intersects(segment)) continue;
                if (!around.contains(block.id)) passed = block.id.text();
            }
        }
        if (passed.empty()) continue;
        WayAround way(geometry, connection);
        if (way.exists(geometry.find(connection.from)->rect, geometry.find(connection.to)->rect))
            faults.push_back(route.id.text() + " runs through " + passed + " although there is a way around it");
    }
    return faults;
}

}  // namespace lintel::test
