#include "model/lint/report.h"

namespace lintel::model::lint {

FindingBuilder& FindingBuilder::with(std::string name, std::string value)
{
    m_finding.message.arguments.push_back({std::move(name), std::move(value), false});
    return *this;
}

FindingBuilder& FindingBuilder::withText(std::string name, std::string messageId)
{
    m_finding.message.arguments.push_back({std::move(name), std::move(messageId), true});
    return *this;
}

FindingBuilder& FindingBuilder::variant(std::string_view name)
{
    m_finding.message.id = "rule." + m_finding.rule + "." + std::string(name);
    return *this;
}

FindingBuilder& FindingBuilder::severity(Severity severity)
{
    m_finding.severity = severity;
    return *this;
}

FindingBuilder& FindingBuilder::about(std::string key)
{
    m_finding.about = std::move(key);
    return *this;
}

FindingBuilder& FindingBuilder::tradeOff()
{
    m_finding.asksDecision = true;
    return *this;
}

FindingBuilder& FindingBuilder::todo()
{
    m_finding.todo = true;
    return *this;
}

FindingBuilder& FindingBuilder::witness(std::vector<std::string> ids)
{
    m_finding.witness = std::move(ids);
    return *this;
}

FindingBuilder& FindingBuilder::fix(std::string id, bool automatic, edit::ChangeSet change)
{
    if (!change.isEmpty()) m_finding.fixes.push_back({std::move(id), automatic, std::move(change)});
    return *this;
}

FindingBuilder Report::add(std::vector<std::string> subjects)
{
    Finding finding;
    finding.rule = m_rule;
    finding.severity = m_severity;
    finding.asksDecision = m_asksDecision;
    finding.subjects = std::move(subjects);
    finding.message.id = "rule." + m_rule + ".message";
    m_findings.push_back(std::move(finding));
    return FindingBuilder(m_findings.back());
}

}  // namespace lintel::model::lint
