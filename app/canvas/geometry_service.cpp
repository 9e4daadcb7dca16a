#include "app/canvas/geometry_service.h"

#include "model/layout/layout.h"

#include <memory>

namespace lintel::app::canvas {

using namespace model;

namespace {

constexpr std::size_t kMostAtOnce = 120;  // connections that are routed before anybody notices
constexpr std::size_t kSmallEdit = 40;    // records
constexpr int kForever = -1;

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

}  // namespace

GeometryService::GeometryService(const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(kForever);  // the thread keeps its fonts
}

GeometryService::~GeometryService() { m_pool.waitForDone(); }

void GeometryService::draw(const Document& placed)
{
    ++m_wanted;
    m_next.reset();
    m_isFinal = placed.connections.size() <= kMostAtOnce;
    if (m_isFinal) {
        m_geometry = layout::geometryOf(placed, m_catalogue, m_metrics);
        m_hasLines = true;
        m_document = placed;
        return;
    }
    m_hasLines = m_hasLines && isSmallEdit(placed);
    m_geometry = m_hasLines ? layout::geometryOf(placed, m_catalogue, m_metrics, m_geometry)
                            : layout::geometryOf(withoutLines(placed), m_catalogue, m_metrics);
    m_document = placed;
    m_next = placed;
    if (!m_isRunning) start();
}

layout::Geometry GeometryService::previewOf(const Document& draft) const
{
    return m_hasLines ? layout::geometryOf(draft, m_catalogue, m_metrics, m_geometry)
                      : layout::geometryOf(withoutLines(draft), m_catalogue, m_metrics);
}

bool GeometryService::isSmallEdit(const Document& placed) const
{
    if (m_document.connections.isEmpty()) return false;
    return differences(m_document.blocks, placed.blocks, kSmallEdit) +
               differences(m_document.placements, placed.placements, kSmallEdit) +
               differences(m_document.connections, placed.connections, kSmallEdit) <
           kSmallEdit;
}

void GeometryService::start()
{
    m_isRunning = true;
    m_pool.start([this, document = *std::exchange(m_next, std::nullopt), wanted = m_wanted, &catalogue = m_catalogue] {
        const auto drawn =
            std::make_shared<layout::Geometry>(layout::geometryOf(document, catalogue, rendering::FontTextMetrics()));
        // Queued; never delivered once this object is gone, since the destructor waits for the worker.
        QMetaObject::invokeMethod(
            this,
            [this, drawn, wanted] {
                m_isRunning = false;
                if (m_next) start();
                if (wanted != m_wanted) return;
                m_geometry = std::move(*drawn);
                m_isFinal = m_hasLines = true;
                Q_EMIT arrived();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace lintel::app::canvas
