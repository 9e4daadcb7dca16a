#pragma once

#include "model/lint/finding.h"

#include <string_view>
#include <vector>

namespace lintel::model::lint {

/// What a person says who decides to live with a finding.
struct Decision {
    std::string reason;
    std::string by;
    std::string until;  ///< the last day it holds, YYYY-MM-DD; empty = no review date
};

/// A short hash of what the subjects are: kind, place and properties of blocks, ends and ports of connections. Names
/// and positions do not count: a decision about a database survives its new name.
std::string subjectHash(const Document& document, const std::vector<std::string>& subjects);

/// Puts the decision into the design, with the hash of what it is about. Replaces an earlier one about the same
/// finding.
edit::ChangeSet decide(const Document& document, const Finding& finding, const Decision& decision);
/// Takes it out again.
edit::ChangeSet withdraw(const Document& document, const WaiverId& decision);

/// The decision about the finding, whether it still holds or not; null when there is none.
const Waiver* decisionAbout(const Document& document, const Finding& finding);
bool isExpired(const Waiver& waiver, std::string_view today);
/// False for a decision that was written by hand without a hash.
bool hasSubjectChanged(const Waiver& waiver, const Document& document);

/// A date as YYYY-MM-DD that the calendar has.
bool isDate(std::string_view text);

/// Marks what was decided and still holds as waived.
void applyDecisions(std::vector<Finding>& findings, const Document& document, std::string_view today);

}  // namespace lintel::model::lint
