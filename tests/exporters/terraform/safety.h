#pragma once

#include "tests/exporters/terraform/exported_design.h"

#include <string>
#include <vector>

namespace lintel::exporters::terraform::test {

/// Where the code is less safe than a reviewer expects, whatever the design: stores without encryption, buckets without
/// their guards, machines that answer to old metadata requests, listeners with old TLS, log groups that keep forever,
/// policies that allow everything, stores that say nothing of deletion. As `address: what`. Looks at the files alone.
std::vector<std::string> unsafeParts(const Files& files);

/// Inbound rules from everywhere: `group ports`. What opens them must be in the design.
std::vector<std::string> openRules(const Files& files);

}  // namespace lintel::exporters::terraform::test
