#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"
#include "model/lint/circumstances.h"

namespace lintel::app::cli {

struct FixedDocument {
    model::Document document;
    int applied = 0;
};

/// Applies automatic fixes one by one, checking anew after each, until none is left. Bounded: a fix of a finding
/// that comes back is not tried again.
FixedDocument applyAutomaticFixes(model::Document document, const model::catalogue::Catalogue& catalogue,
                                  const model::lint::Circumstances& circumstances = {});

}  // namespace lintel::app::cli
