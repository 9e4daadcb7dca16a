#include "app/cli/check_report.h"

#include "app/cli/json.h"
#include "app/cli/severity_words.h"

namespace lintel::app::cli {

namespace {

using model::lint::Finding;
using model::lint::Severity;

std::string pathText(const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : " → ") + id;
    return text;
}

/// Told as something that is wrong: not lived with, and not just missing from the drawing so far.
bool isCounted(const Finding& finding) { return !finding.waived && !finding.todo; }

const model::Waiver* decisionOf(const CheckedFile& file, const Finding& finding)
{
    return file.source.document.waivers.find(finding.decision);
}

std::string place(const CheckedFile& file, const Finding& finding)
{
    const int line = file.lineOf(finding);
    return line > 0 ? file.file + ":" + std::to_string(line) : file.file;
}

Json toJson(const Context& context, const CheckedFile& file, const Finding& finding)
{
    Json fixes = Json::array();
    for (const model::lint::Fix& fix : finding.fixes)
        fixes.push_back(
            {{"caption", context.messages.render(fix.caption(), context.language)}, {"automatic", fix.automatic}});
    Json json{{"rule", finding.rule},         {"severity", wordOf(finding.severity)},
              {"subjects", finding.subjects}, {"message", context.messages.render(finding.message, context.language)},
              {"witness", finding.witness},   {"fixes", std::move(fixes)},
              {"line", file.lineOf(finding)}, {"fingerprint", finding.fingerprint}};
    if (finding.asksDecision) json["asksDecision"] = true;
    if (const model::Waiver* decision = decisionOf(file, finding))
        json["decision"] = {{"id", decision->id.text()},
                            {"reason", decision->reason},
                            {"by", decision->by},
                            {"until", decision->until}};
    return json;
}

/// What was decided, and what is not drawn yet: told below the findings, in one line each.
void printAside(const Context& context, const CheckedFile& file, const Finding& finding)
{
    std::ostream& out = context.streams.out;
    const std::string message = context.messages.render(finding.message, context.language) + " [" + finding.rule + "]";
    if (finding.todo) {
        out << place(file, finding) << ": " << context.text("cli.check.todo", {{"message", message}}) << '\n';
        return;
    }
    const model::Waiver* decision = decisionOf(file, finding);
    out << place(file, finding) << ": " << context.text("cli.check.waived", {{"message", message}}) << "\n    "
        << context.text("cli.check.reason", {{"reason", decision ? decision->reason : std::string()},
                                             {"by", decision && !decision->by.empty() ? decision->by : "-"},
                                             {"until", decision && !decision->until.empty() ? decision->until : "-"}})
        << '\n';
}

// As GitHub reads the data and the properties of a workflow command.
std::string escapedForGithub(const std::string& text, bool isProperty)
{
    std::string result;
    for (const char c : text) {
        if (c == '%')
            result += "%25";
        else if (c == '\r')
            result += "%0D";
        else if (c == '\n')
            result += "%0A";
        else if (isProperty && c == ':')
            result += "%3A";
        else if (isProperty && c == ',')
            result += "%2C";
        else
            result += c;
    }
    return result;
}

}  // namespace

int CheckedFile::lineOf(const Finding& finding) const
{
    for (const std::string& id : finding.subjects)
        if (const auto found = source.lines.find(id); found != source.lines.end()) return found->second;
    return 0;
}

void printAsText(const Context& context, const std::vector<CheckedFile>& files)
{
    std::ostream& out = context.streams.out;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.findings) {
            if (!isCounted(finding)) continue;
            out << place(file, finding) << ": " << context.text(std::string("cli.severity.") + wordOf(finding.severity))
                << ": " << context.messages.render(finding.message, context.language) << " [" << finding.rule << "]\n";
            if (finding.witness.size() > 1)
                out << "    " << context.text("cli.check.path", {{"path", pathText(finding.witness)}}) << '\n';
            for (const model::lint::Fix& fix : finding.fixes)
                out << "    "
                    << context.text(fix.automatic ? "cli.check.automatic-fix" : "cli.check.suggestion",
                                    {{"caption", context.messages.render(fix.caption(), context.language)}})
                    << '\n';
            if (finding.asksDecision)
                out << "    "
                    << context.text("cli.check.decide", {{"file", file.file}, {"fingerprint", finding.fingerprint}})
                    << '\n';
        }
        for (const Finding& finding : file.findings)
            if (!isCounted(finding)) printAside(context, file, finding);
        const model::lint::FindingCounts counts = countsOf(file.findings);
        out << file.file << ": "
            << context.text("cli.check.counts", {{"errors", std::to_string(counts.errors)},
                                                 {"warnings", std::to_string(counts.warnings)},
                                                 {"notes", std::to_string(counts.infos)},
                                                 {"waived", std::to_string(counts.waived)}})
            << '\n';
    }
}

void printAsJson(const Context& context, const std::vector<CheckedFile>& files)
{
    Json list = Json::array();
    for (const CheckedFile& file : files) {
        const model::lint::FindingCounts counts = countsOf(file.findings);
        Json findings = Json::array();
        Json waived = Json::array();
        Json todo = Json::array();
        for (const Finding& finding : file.findings)
            (finding.waived ? waived : finding.todo ? todo : findings).push_back(toJson(context, file, finding));
        list.push_back({{"file", file.file},
                        {"counts",
                         {{"error", counts.errors},
                          {"warning", counts.warnings},
                          {"info", counts.infos},
                          {"waived", counts.waived},
                          {"todo", counts.todo}}},
                        {"findings", std::move(findings)},
                        {"waivedFindings", std::move(waived)},
                        {"todoFindings", std::move(todo)}});
    }
    print(context.streams.out, {{"version", 1}, {"files", std::move(list)}});
}

void printForGithub(const Context& context, const std::vector<CheckedFile>& files)
{
    for (const CheckedFile& file : files)
        for (const Finding& finding : file.findings) {
            if (!isCounted(finding)) continue;
            const bool isInfo = finding.severity == Severity::Info;
            context.streams.out << "::" << (isInfo ? "notice" : wordOf(finding.severity))
                                << " file=" << escapedForGithub(file.file, true);
            if (const int line = file.lineOf(finding); line > 0) context.streams.out << ",line=" << line;
            context.streams.out << ",title=" << escapedForGithub(finding.rule, true) << "::"
                                << escapedForGithub(context.messages.render(finding.message, context.language), false)
                                << '\n';
        }
}

}  // namespace lintel::app::cli
