#include "model/lint/incremental_linter.h"

#include "model/lint/linter.h"
#include "model/lint/rule_run.h"

namespace lintel::model::lint {

graph::ReadSet touchedBy(const edit::ChangeSet& change)
{
    graph::ReadSet touched;
    // The profile, the region, what the design is called: anything may depend on it.
    if (change.settings) touched.addEverything();
    for (const edit::Change<Block>& block : change.blocks) {
        for (const auto& side : {block.before, block.after})
            if (side) touched.addKind(side->kind.text());
        if (!block.before || !block.after || block.before->parent != block.after->parent) touched.addStructure();
    }
    if (!change.connections.empty()) touched.addConnections();
    if (!change.notes.empty() || !change.waivers.empty() || !change.placements.empty()) touched.addOthers();
    return touched;
}

std::vector<Finding> IncrementalLinter::run(const Document& document, const Circumstances& circumstances)
{
    return run(analysis::Analyses(document, *m_catalogue), circumstances);
}

std::vector<Finding> IncrementalLinter::run(const analysis::Analyses& analyses, const Circumstances& circumstances)
{
    const Document& document = analyses.document();
    graph::ReadSet touched;
    const bool isFirst = !m_last || !(circumstances == m_circumstances);
    // What holds for the whole design (the profile) is read beside the graph, even by a rule that read nothing else.
    const bool isWhole = isFirst || !(m_last->settings() == document.settings());
    if (isWhole)
        touched.addEverything();
    else
        touched = touchedBy(edit::diff(*m_last, document));

    const Context context = contextOf(analyses, circumstances);
    const std::vector<Rule>& rules = allRules();
    m_answers.resize(rules.size());
    m_rulesRun = 0;
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        Answer& answer = m_answers[i];
        if (isWhole || answer.reads.meets(touched)) {
            const graph::ReadRecorder recorder;
            answer.findings = runRule(rules[i], context);
            answer.reads = recorder.reads();
            ++m_rulesRun;
        }
        findings.insert(findings.end(), answer.findings.begin(), answer.findings.end());
    }
    m_last = document;
    m_circumstances = circumstances;
    return finished(std::move(findings), context);
}

}  // namespace lintel::model::lint
