#pragma once

#include "app/inspector/page.h"
#include "model/document/thread.h"

#include <string>

namespace lintel::app::inspector {

/// The review of one element (or, with a note's id, of that thread; with an empty id, of the design as a whole): each
/// thread with its replies, a line to reply, and to resolve it; a decision with the record that it links to. Nothing
/// where there is no thread.
void addThreads(QVBoxLayout& page, const std::string& element, const PageContext& context);

/// A line that asks about the design as a whole.
void addQuestionLine(QVBoxLayout& page, const PageContext& context);

/// Who is at work and what day it is, as a remark begins.
model::Remark remarkNow(const std::string& text);

}  // namespace lintel::app::inspector
