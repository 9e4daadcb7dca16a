#pragma once

#include "exporters/markdown/sections.h"

#include <string>

/// The parts of the summary: generated sentences as Markdown lists, empty when there is nothing to say.
namespace lintel::exporters::markdown {

std::string placeSentences(const Source& source);       ///< what runs in which subnets, and what outside of the VPC
std::string flowSentences(const Source& source);        ///< one numbered list per client and entry
std::string backgroundSentences(const Source& source);  ///< events, and calls that no request makes
std::string storeSentences(const Source& source);       ///< what is kept where, who uses it, how it is protected
std::string boundarySentences(const Source& source);    ///< who gets in from where, what gets out, who administers
std::string failureSentences(const Source& source);     ///< what a lost zone or a single block takes along

}  // namespace lintel::exporters::markdown
