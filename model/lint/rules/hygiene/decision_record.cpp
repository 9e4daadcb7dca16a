#include "model/document/thread.h"
#include "model/lint/policy.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void checkRecord(const Context& context, const std::string& path, std::vector<std::string> subjects, Report& report)
{
    if (path.empty()) return;
    const auto record = context.policy->records.find(path);
    if (record == context.policy->records.end() || record->second == RecordState::InForce) return;
    const bool isMissing = record->second == RecordState::Missing;
    report.add(std::move(subjects)).variant(isMissing ? "missing" : "superseded").about(path).with("path", path);
}

// Whether a record holds is known only where somebody has looked: else silent.
void check(const Context& context, Report& report)
{
    if (!context.policy || context.policy->records.empty()) return;
    for (const Note& note : context.document.notes)
        if (note.kind == "decision" && !threadOf(note).isResolved)
            checkRecord(context, recordPathOf(note), {note.id.text()}, report);
    for (const Waiver& waiver : context.document.waivers) {
        std::vector<std::string> subjects = waiver.subjects;
        if (subjects.empty()) subjects.push_back(waiver.id.text());
        checkRecord(context, recordPathOf(waiver), std::move(subjects), report);
    }
}

}  // namespace

Rule decisionRecord() { return {"decision-record", "hygiene", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
