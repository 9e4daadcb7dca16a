#include "app/canvas/geometry_service.h"

#include "model/layout/layout.h"

namespace lintel::app::canvas {

using namespace model;

namespace {

constexpr std::size_t kMostAtOnce = 120;  // connections that are routed before anybody notices
constexpr std::size_t kSmallEdit = 40;    // records

/// In how many records two versions differ; stops counting at `most`.
template <class Record>
std::size_t differences(const Table<Record>& before, const Table<Record>& after, std::size_t most)
{
    std::size_t count = before.size() > after.size() ? before.size() - after.size() : 0;
    for (const auto& row : after.rows()) {
        if (count >= most) break;
        const auto& old = before.row(row->id);
        if (old != row && !(old && *old == *row)) ++count;
    }
    return count;
}

Document withoutLines(Document document)
{
    document.connections = {};
    return document;
}

/// Those of connections that are still there, where they were.
std::vector<layout::Route> routesLeft(const layout::Geometry& before, const Document& placed)
{
    std::vector<layout::Route> routes;
    for (const layout::Route& route : before.routes)
        if (placed.connections.contains(route.id)) routes.push_back(route);
    return routes;
}

}  // namespace

GeometryService::GeometryService(const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_catalogue(catalogue), m_geometry(std::make_shared<const layout::Geometry>())
{
}

void GeometryService::draw(const Document& placed)
{
    m_job.drop();
    m_isLarge = placed.connections.size() > kMostAtOnce;
    m_isFinal = !m_isLarge;
    if (m_isFinal) {
        m_geometry = m_lines =
            std::make_shared<const layout::Geometry>(layout::geometryOf(placed, m_catalogue, m_metrics));
    } else {
        if (!isSmallEdit(placed)) m_lines.reset();
        layout::Geometry drawn = layout::geometryOf(withoutLines(placed), m_catalogue, m_metrics);
        if (m_lines) drawn.routes = routesLeft(*m_geometry, placed);
        m_geometry = std::make_shared<const layout::Geometry>(std::move(drawn));
        askForLines(placed);
    }
    m_document = placed;
}

void GeometryService::askForLines(const Document& placed)
{
    m_job.ask([placed, &catalogue =
                           m_catalogue] { return layout::geometryOf(placed, catalogue, rendering::FontTextMetrics()); },
              [this](layout::Geometry drawn) {
                  adopt(std::make_shared<const layout::Geometry>(std::move(drawn)));
                  m_isFinal = true;
                  Q_EMIT arrived();
              });
}

void GeometryService::adopt(std::shared_ptr<const layout::Geometry> drawn) { m_geometry = m_lines = std::move(drawn); }

bool GeometryService::isSmallEdit(const Document& placed) const
{
    if (m_document.connections.isEmpty()) return false;
    return differences(m_document.blocks, placed.blocks, kSmallEdit) +
               differences(m_document.placements, placed.placements, kSmallEdit) +
               differences(m_document.connections, placed.connections, kSmallEdit) <
           kSmallEdit;
}

layout::Geometry drawnAgain(const Document& placed, const catalogue::Catalogue& catalogue,
                            const layout::Geometry* lines)
{
    const rendering::FontTextMetrics metrics;
    return lines ? layout::geometryOf(placed, catalogue, metrics, *lines)
                 : layout::geometryOf(withoutLines(placed), catalogue, metrics);
}

}  // namespace lintel::app::canvas
