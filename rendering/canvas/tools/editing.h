#pragma once

#include "model/base/error.h"
#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"
#include "model/layout/geometry.h"

#include <QPointF>

#include <set>
#include <string>

namespace lintel::rendering::canvas {

/// What tools see of the program and ask of it. The program decides how; tools never own a document.
class Editing {
public:
    virtual ~Editing() = default;

    /// The design with a placement for every block.
    virtual const model::Document& document() const = 0;
    virtual const model::catalogue::Catalogue& catalogue() const = 0;
    /// Where everything of document() is drawn.
    virtual const model::layout::Geometry& geometry() const = 0;
    /// Where everything that is on the canvas is drawn: geometry(), or that of the preview.
    virtual const model::layout::Geometry& shownGeometry() const = 0;
    /// The canvas does not show yet what preview() was asked for last.
    virtual bool isPreviewLate() const = 0;

    /// How large a block of a kind is when it is first drawn in a container (empty = top level).
    virtual model::Size sizeOfNew(const model::KindId& kind, const model::BlockId& parent) const = 0;

    virtual const std::set<std::string>& selection() const = 0;
    virtual void select(const std::set<std::string>& ids) = 0;

    /// One undo step. `change` starts from document().
    virtual void commit(const model::edit::ChangeSet& change) = 0;
    /// Shows the picture as it would be after `change`, and what lint says of it; an empty change shows the
    /// design again.
    virtual void preview(const model::edit::ChangeSet& change) = 0;
    /// Explains at the cursor why something is not possible; null hides the explanation.
    virtual void explain(const model::Error* error, QPointF viewPoint) = 0;
    /// Opens the name of a block for editing in place.
    virtual void editName(const std::string& id) = 0;
    /// Offers what may come after the block; what is chosen is placed around `scenePoint` and connected.
    virtual void offerNext(const std::string& id, QPointF scenePoint) = 0;
};

}  // namespace lintel::rendering::canvas
