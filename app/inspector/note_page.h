#pragma once

#include "app/inspector/page.h"

namespace lintel::app::inspector {

class FindingStrip;

/// The text of a note on the drawing, in as many lines as one likes.
void addNotePage(QVBoxLayout& page, FindingStrip& findings, const model::NoteId& id, const PageContext& context);

}  // namespace lintel::app::inspector
