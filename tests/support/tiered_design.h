#pragma once

#include "model/document/document.h"

namespace lintel::test {

/// A design of about `blocks` blocks as large teams draw them: VPCs of three zones with a public, an application
/// and a data subnet each, load balancers between them, regional services beside, and connections from tier to
/// tier. Without placements. The same number gives the same design.
model::Document tieredDesign(int blocks);

}  // namespace lintel::test
