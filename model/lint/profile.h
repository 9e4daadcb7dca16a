#pragma once

#include "model/document/document.h"

#include <string_view>

namespace lintel::model::lint {

/// How strictly a design is judged: what is a defect in production may be fine while learning.
enum class Profile { Learning, Small, Production };

/// The design's own; production when it says nothing.
Profile profileOf(const Document& document);
Profile profileFrom(std::string_view word);

/// `network-complete: true` in the design: everything is drawn, and what is missing is missing.
bool isNetworkComplete(const Settings& settings);

}  // namespace lintel::model::lint
