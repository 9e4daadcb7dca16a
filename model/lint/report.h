#pragma once

#include "model/document/block.h"
#include "model/lint/finding.h"

#include <deque>
#include <string_view>

namespace lintel::model::lint {

/// Fills one finding, chained: report.add({id}).with("name", label).path({...}).fix(...).
class FindingBuilder {
public:
    explicit FindingBuilder(Finding& finding) : m_finding(finding) {}

    /// An argument of the rule's message.
    FindingBuilder& with(std::string name, std::string value);
    /// An argument that is itself a message id.
    FindingBuilder& withText(std::string name, std::string messageId);
    /// Another message of the rule: `rule.<id>.<variant>` instead of `rule.<id>.message`.
    FindingBuilder& variant(std::string_view name);
    FindingBuilder& severity(Severity severity);
    /// Tells it from others of the rule about the same subjects: part of the fingerprint, so never a text for people.
    FindingBuilder& about(std::string key);
    /// A legitimate choice with a price; for rules that find defects as well.
    FindingBuilder& tradeOff();
    /// Speaks of something that is not drawn yet. It is not counted until the network is said to be complete.
    FindingBuilder& todo();
    FindingBuilder& witness(std::vector<std::string> ids);
    /// Nothing happens when the change is empty: there was no way to write the fix.
    FindingBuilder& fix(std::string id, bool automatic, edit::ChangeSet change);

private:
    Finding& m_finding;
};

/// Collects what one rule finds.
class Report {
public:
    Report(std::string_view rule, Severity severity, bool asksDecision = false)
        : m_rule(rule), m_severity(severity), m_asksDecision(asksDecision)
    {
    }

    /// Subjects: ids of blocks and connections, the culprit first.
    FindingBuilder add(std::vector<std::string> subjects);
    FindingBuilder add(const BlockId& subject) { return add(std::vector<std::string>{subject.text()}); }

    const std::deque<Finding>& findings() const { return m_findings; }

private:
    std::string m_rule;
    Severity m_severity;
    bool m_asksDecision;
    std::deque<Finding> m_findings;  ///< a deque: builders keep their finding while others are added
};

}  // namespace lintel::model::lint
