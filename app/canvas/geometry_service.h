#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "rendering/typography/typography.h"

#include <QObject>
#include <QThreadPool>

#include <optional>

namespace lintel::app::canvas {

/// Where everything of the design is drawn. Routing all lines of a large design takes longer than a frame and is left
/// to a worker: until it is done, the drawing has the lines that an edit did not touch where they were, and none at all
/// when the design is seen for the first time.
class GeometryService : public QObject {
    Q_OBJECT

public:
    explicit GeometryService(const model::catalogue::Catalogue& catalogue, QObject* parent = nullptr);
    ~GeometryService() override;

    /// Draws a design in which every block has its place. geometry() is good to show when this returns.
    void draw(const model::Document& placed);
    const model::layout::Geometry& geometry() const { return m_geometry; }
    /// True when geometry() is what every export of the design draws.
    bool isFinal() const { return m_isFinal; }

    /// The drawing of a design that is a little different, fast enough to follow the pointer.
    model::layout::Geometry previewOf(const model::Document& draft) const;

Q_SIGNALS:
    /// geometry() has become final later than draw() returned.
    void arrived();

private:
    void start();
    bool isSmallEdit(const model::Document& placed) const;

    const model::catalogue::Catalogue& m_catalogue;
    rendering::FontTextMetrics m_metrics;
    model::Document m_document;
    model::layout::Geometry m_geometry;
    bool m_isFinal = true;
    bool m_hasLines = true;  ///< false before the first lines of a large design have arrived
    std::optional<model::Document> m_next;
    std::uint64_t m_wanted = 0;  ///< changes with every design
    bool m_isRunning = false;
    QThreadPool m_pool;
};

}  // namespace lintel::app::canvas
