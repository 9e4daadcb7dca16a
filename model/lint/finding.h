#pragma once

#include "model/base/message.h"
#include "model/document/ids.h"
#include "model/edit/change_set.h"

#include <string>
#include <vector>

namespace lintel::model::lint {

enum class Severity { Info, Warning, Error };

/// A way out of a finding, as data. `automatic` fixes are safe and converge (re-lint is silent); others are
/// suggestions that a person confirms after a preview.
struct Fix {
    std::string id;  ///< stable, such as `add-nat-gateway`
    bool automatic = false;
    edit::ChangeSet change;  ///< its caption says what it does

    const Message& caption() const { return change.caption; }
};

/// What a rule found: about which elements, why, and the path that proves it.
struct Finding {
    std::string rule;
    Severity severity = Severity::Warning;
    std::vector<std::string> subjects;  ///< element ids, the culprit first
    std::vector<std::string> witness;   ///< element ids along the proving path, in order; may be empty
    Message message;
    std::vector<Fix> fixes;
    std::string about;          ///< tells findings of one rule about the same subjects apart; mostly empty
    std::string fingerprint;    ///< stable over unrelated edits: rule, subjects and `about`
    bool asksDecision = false;  ///< a legitimate choice with a price: wants a decision, not a repair
    bool todo = false;          ///< about something that is simply not drawn yet: shown grey, never counted
    bool waived = false;        ///< somebody decided to live with it, and the decision still holds
    WaiverId decision;          ///< the decision about it, whether it still holds or not; mostly empty
};

}  // namespace lintel::model::lint
