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

std::string place(const CheckedFile& file, const Finding& finding)
{
    const int line = file.lineOf(finding);
    return line > 0 ? file.file + ":" + std::to_string(line) : file.file;
}

Json toJson(const Context& context, const CheckedFile& file, const Finding& finding)
{
    Json fixes = Json::array();
    for (const model::lint::Fix& fix : finding.fixes)
        fixes.push_back({{"caption", context.messages.render(fix.caption(), context.language)}, {"automatic", fix.automatic}});
    return {{"rule", finding.rule},
            {"severity", wordOf(finding.severity)},
            {"subjects", finding.subjects},
            {"message", context.messages.render(finding.message, context.language)},
            {"witness", finding.witness},
            {"fixes", std::move(fixes)},
            {"line", file.lineOf(finding)},
            {"fingerprint", finding.fingerprint}};
}

// As GitHub reads the data and the properties of a workflow command.
std::string escapedForGithub(const std::string& text, bool isProperty)
{
    std::string result;
    for (const char c : text) {
        if (c == '%') result += "%25";
        else if (c == '\r') result += "%0D";
        else if (c == '\n') result += "%0A";
        else if (isProperty && c == ':') result += "%3A";
        else if (isProperty && c == ',') result += "%2C";
        else result += c;
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

FindingCounts countsOf(const std::vector<Finding>& findings)
{
    FindingCounts counts;
    for (const Finding& finding : findings) {
        if (finding.waived) ++counts.waived;
        else if (finding.severity == Severity::Error) ++counts.error;
        else if (finding.severity == Severity::Warning) ++counts.warning;
        else ++counts.info;
    }
    return counts;
}

void printAsText(const Context& context, const std::vector<CheckedFile>& files)
{
    std::ostream& out = context.streams.out;
    for (const CheckedFile& file : files) {
        for (const Finding& finding : file.findings) {
            if (finding.waived) continue;
            out << place(file, finding) << ": " << context.text(std::string("cli.severity.") + wordOf(finding.severity)) << ": "
                << context.messages.render(finding.message, context.language) << " [" << finding.rule << "]\n";
            if (!finding.witness.empty())
                out << "    " << context.text("cli.check.path", {{"path", pathText(finding.witness)}}) << '\n';
            for (const model::lint::Fix& fix : finding.fixes)
                out << "    "
                    << context.text(fix.automatic ? "cli.check.automatic-fix" : "cli.check.suggestion",
                                    {{"caption", context.messages.render(fix.caption(), context.language)}})
                    << '\n';
        }
        const FindingCounts counts = countsOf(file.findings);
        out << file.file << ": "
            << context.text("cli.check.counts", {{"errors", std::to_string(counts.error)},
                                                 {"warnings", std::to_string(counts.warning)},
                                                 {"notes", std::to_string(counts.info)},
                                                 {"waived", std::to_string(counts.waived)}})
            << '\n';
    }
}

void printAsJson(const Context& context, const std::vector<CheckedFile>& files)
{
    Json list = Json::array();
    for (const CheckedFile& file : files) {
        const FindingCounts counts = countsOf(file.findings);
        Json findings = Json::array();
        for (const Finding& finding : file.findings)
            if (!finding.waived) findings.push_back(toJson(context, file, finding));
        list.push_back({{"file", file.file},
                        {"counts",
                         {{"error", counts.error}, {"warning", counts.warning}, {"info", counts.info}, {"waived", counts.waived}}},
                        {"findings", std::move(findings)}});
    }
    print(context.streams.out, {{"version", 1}, {"files", std::move(list)}});
}

void printForGithub(const Context& context, const std::vector<CheckedFile>& files)
{
    for (const CheckedFile& file : files)
        for (const Finding& finding : file.findings) {
            if (finding.waived) continue;
            const bool isInfo = finding.severity == Severity::Info;
            context.streams.out << "::" << (isInfo ? "notice" : wordOf(finding.severity))
                                << " file=" << escapedForGithub(file.file, true);
            if (const int line = file.lineOf(finding); line > 0) context.streams.out << ",line=" << line;
            context.streams.out << ",title=" << escapedForGithub(finding.rule, true) << "::"
                                << escapedForGithub(context.messages.render(finding.message, context.language), false) << '\n';
        }
}

}  // namespace lintel::app::cli
