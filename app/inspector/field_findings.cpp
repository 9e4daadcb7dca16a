#include "app/inspector/field_findings.h"

#include <algorithm>
#include <set>

namespace lintel::app::inspector {

using namespace model;

namespace {

void addChanged(const lint::Fix& fix, const Block& block, std::set<std::string>& keys)
{
    for (const auto& change : fix.change.blocks) {
        if (!change.before || !change.after || change.id() != block.id) continue;
        for (const auto& [key, value] : change.after->properties)
            if (!(change.before->property(key) == value)) keys.insert(key);
        for (const auto& [key, value] : change.before->properties)
            if (change.after->property(key).isNull() && !value.isNull()) keys.insert(key);
    }
}

bool isRange(const std::string& text)
{
    return text.find('/') != std::string::npos && text.find_first_of(".:") != std::string::npos;
}

void addQuoted(const lint::Finding& finding, const Block& block, std::set<std::string>& keys)
{
    for (const auto& [key, value] : block.properties) {
        const std::string text = value.scalarText();
        if (!isRange(text)) continue;
        for (const MessageArgument& argument : finding.message.arguments)
            if (argument.value == text) keys.insert(key);
    }
}

}  // namespace

std::map<std::string, std::vector<const lint::Finding*>> fieldFindings(const std::vector<lint::Finding>& findings,
                                                                       const Block& block)
{
    std::map<std::string, std::vector<const lint::Finding*>> fields;
    for (const lint::Finding& finding : findings) {
        const auto& subjects = finding.subjects;
        const bool isAbout = std::find(subjects.begin(), subjects.end(), block.id.text()) != subjects.end();
        if (!isAbout || finding.waived) continue;
        std::set<std::string> keys;
        for (const lint::Fix& fix : finding.fixes) addChanged(fix, block, keys);
        addQuoted(finding, block, keys);
        for (const std::string& key : keys) fields[key].push_back(&finding);
    }
    return fields;
}

}  // namespace lintel::app::inspector
