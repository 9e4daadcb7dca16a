#pragma once

#include "app/latest_job.h"
#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/layout/geometry.h"
#include "rendering/typography/typography.h"

#include <QObject>

#include <memory>

namespace lintel::app::canvas {

/// Where everything of the design is drawn. Routing all lines of a large design takes longer than a frame and is left
/// to a worker: until it is done, the drawing has the lines that were there before the edit where they were, and none
/// at all when the design is seen for the first time.
class GeometryService : public QObject {
    Q_OBJECT

public:
    explicit GeometryService(const model::catalogue::Catalogue& catalogue, QObject* parent = nullptr);

    /// Draws a design in which every block has its place: in geometry() every block is where it is to be shown when
    /// this returns.
    void draw(const model::Document& placed);
    const model::layout::Geometry& geometry() const { return *m_geometry; }
    std::shared_ptr<const model::layout::Geometry> sharedGeometry() const { return m_geometry; }
    /// True when geometry() is what every export of the design draws.
    bool isFinal() const { return m_isFinal; }
    /// The design has so many lines that whoever draws it or one like it between two frames is too late.
    bool isLarge() const { return m_isLarge; }
    /// What a drawing of a design that is a little different starts from; null while no line has arrived.
    const std::shared_ptr<const model::layout::Geometry>& lines() const { return m_lines; }
    /// The design's lines as somebody has drawn them from lines(): shown until the final ones arrive.
    void adopt(std::shared_ptr<const model::layout::Geometry> drawn);

Q_SIGNALS:
    /// geometry() has become final later than draw() returned.
    void arrived();

private:
    bool isSmallEdit(const model::Document& placed) const;
    void askForLines(const model::Document& placed);

    const model::catalogue::Catalogue& m_catalogue;
    rendering::FontTextMetrics m_metrics;
    model::Document m_document;
    std::shared_ptr<const model::layout::Geometry> m_geometry;
    std::shared_ptr<const model::layout::Geometry> m_lines;
    bool m_isFinal = true;
    bool m_isLarge = false;
    LatestJob m_job;
};

/// A design a little different from what `lines` were drawn for; without any, its blocks alone.
model::layout::Geometry drawnAgain(const model::Document& placed, const model::catalogue::Catalogue& catalogue,
                                   const model::layout::Geometry* lines);

}  // namespace lintel::app::canvas
