#include "app/canvas/verdict_lines.h"

#include <algorithm>

namespace lintel::app::canvas {

using namespace model;

namespace {

constexpr std::size_t kMostLines = 4;

std::vector<const lint::Finding*> missingFrom(const std::vector<lint::Finding>& others,
                                              const std::vector<lint::Finding>& findings)
{
    std::vector<const lint::Finding*> result;
    for (const lint::Finding& finding : findings) {
        const bool isKnown = std::any_of(others.begin(), others.end(), [&](const lint::Finding& other) {
            return !other.waived && other.fingerprint == finding.fingerprint;
        });
        if (!finding.waived && !finding.todo && !isKnown) result.push_back(&finding);
    }
    return result;
}

}  // namespace

std::vector<CursorHint::Line> verdictLines(const std::vector<lint::Finding>& before,
                                           const std::vector<lint::Finding>& after,
                                           const session::DocumentSession& session)
{
    std::vector<CursorHint::Line> lines;
    const auto add = [&](std::optional<lint::Severity> severity, const Message& message) {
        if (lines.size() < kMostLines) lines.emplace_back(severity, session.textOf(message));
    };
    for (const lint::Finding* finding : missingFrom(before, after)) add(finding->severity, finding->message);
    for (const lint::Finding* finding : missingFrom(after, before))
        add(std::nullopt, Message("rule." + finding->rule + ".title"));
    return lines;
}

}  // namespace lintel::app::canvas
