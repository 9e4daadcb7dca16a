#include "tests/exporters/terraform/planned_design.h"

#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"

namespace lintel::exporters::terraform::test {

using Json = nlohmann::json;

PlannedDesign::PlannedDesign(const model::Document& document, Json plan) : m_plan(std::move(plan))
{
    const auto result = exportWithRecords(document, model::embedded::catalogue(), model::embedded::messages(),
                                          model::text::Language::English);
    for (const ResourceRecord& record : result.resources) m_subjects[record.address] = record.subject;
}

const Json* PlannedDesign::enter(const Json& resource, const std::string& address)
{
    const Json* written = writtenAt(address.substr(0, address.find('[')));
    if (!written) return nullptr;
    const bool zoned = resource.contains("index") && resource["index"].is_string();
    m_zone = zoned ? resource["index"].get<std::string>() : std::string();
    m_over = zoned && written->contains("for_each_expression") ? (*written)["for_each_expression"] : Json();
    return written;
}

std::string PlannedDesign::subjectOf(const std::string& address) const
{
    for (const std::string& wanted : {address, address.substr(0, address.find('['))}) {
        const auto found = m_subjects.find(wanted);
        if (found != m_subjects.end()) return found->second;
    }
    return {};
}

std::string PlannedDesign::referred(const Json& expressions, const std::string& argument) const
{
    return expressions.contains(argument) ? referred(expressions[argument]) : std::string();
}

std::set<std::string> PlannedDesign::allReferred(const Json& expressions, const std::string& argument) const
{
    const std::size_t dot = argument.find('.');
    const std::string own = argument.substr(0, dot);
    if (!expressions.contains(own)) return {};
    const Json& expression = expressions[own];
    if (dot != std::string::npos)
        return expression.is_array() ? allReferred(expression[0], argument.substr(dot + 1)) : std::set<std::string>();
    if (!expression.contains("references")) return {};
    std::set<std::string> blocks;
    std::set<std::string> exact;
    bool each = false;
    for (const Json& reference : expression["references"]) {
        const std::string text = reference.get<std::string>();
        each = each || text == "each.key";
        const auto found = m_subjects.find(text);
        if (found == m_subjects.end()) continue;
        blocks.insert(found->second);
        exact.insert(text.substr(0, text.find('[')));
    }
    for (const Json& reference : expression["references"]) {
        const std::string text = reference.get<std::string>();
        if (exact.count(text) > 0) continue;
        if (each && m_subjects.count(text + "[\"" + m_zone + "\"]") > 0)
            blocks.insert(m_subjects.at(text + "[\"" + m_zone + "\"]"));
        else
            blocks.merge(instancesOf(text));
    }
    return blocks;
}

std::set<std::string> PlannedDesign::instancesOf(const std::string& address) const
{
    std::set<std::string> blocks;
    for (const auto& [known, subject] : m_subjects) {
        if (known.starts_with(address + "[")) blocks.insert(subject);
    }
    return blocks;
}

const Json* PlannedDesign::writtenAt(const std::string& address) const
{
    for (const Json& written : m_plan["configuration"]["root_module"]["resources"]) {
        if (written["address"] == address) return &written;
    }
    return nullptr;
}

std::string PlannedDesign::referred(const Json& expression) const
{
    if (!expression.contains("references")) return {};
    for (const Json& reference : expression["references"]) {
        const std::string text = reference.get<std::string>();
        if (text.starts_with("data.")) return "data." + text.substr(5, text.find('.', 5) - 5);
        if (text.starts_with("each.value")) return m_over.is_null() ? std::string() : referred(m_over);
        // `aws_subnet.public[each.key]` is reported without its index.
        for (const std::string& wanted : {text, text + "[\"" + m_zone + "\"]"}) {
            const auto found = m_subjects.find(wanted);
            if (found != m_subjects.end()) return found->second;
        }
    }
    return {};
}

std::string said(const Json& values, const char* key)
{
    if (!values.contains(key) || values[key].is_null()) return {};
    return values[key].is_string() ? values[key].get<std::string>() : values[key].dump();
}

}  // namespace lintel::exporters::terraform::test
