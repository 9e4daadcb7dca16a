#pragma once

#include <string>
#include <string_view>

namespace lintel::exporters::mermaid {

/// A user's text for a quoted label, on one line: what Mermaid, Markdown or HTML would read as a mark is written as
/// an entity code (`#quot;`), control characters and those that turn the writing direction are left out.
std::string labelText(std::string_view text);

/// An id of ours as a Mermaid id; `end` and other words of the language cannot come out of it. Different ids may
/// give the same text: the caller tells them apart.
std::string nodeId(std::string_view id);

}  // namespace lintel::exporters::mermaid
