#include "exporters/terraform/configuration.h"

#include "exporters/terraform/names.h"

namespace lintel::exporters::terraform {

Configuration::Configuration(const Design& design) : m_design(design)
{
    for (const model::Block& block : design.document().blocks) {
        if (const model::catalogue::Kind* kind = design.kindOf(block)) m_claimed.insert({kind->terraform, design.name(block)});
    }
}

void Configuration::add(Concern concern, const model::Block& subject, hcl::Block resource)
{
    std::string comment = m_design.kindTitle(subject) + ": " + hcl::oneLine(subject.label());
    if (subject.label() != subject.id.text()) comment += " (" + subject.id.text() + ")";
    resource.comment(comment);
    m_blocks[static_cast<std::size_t>(concern)].push_back(std::move(resource));
    markExported(subject);
}

void Configuration::addShared(Concern concern, hcl::Block part)
{
    std::string labels = part.type();
    for (const std::string& label : part.labels()) labels += "." + label;
    if (m_shared.insert({part.type(), labels}).second) m_blocks[static_cast<std::size_t>(concern)].push_back(std::move(part));
}

std::string Configuration::claim(const std::string& type, const std::string& wish)
{
    std::string name = wish;
    for (int number = 2; !m_claimed.insert({type, name}).second; ++number) name = wish + "_" + std::to_string(number);
    return name;
}

void Configuration::tie(const model::Block& a, const model::Block& b)
{
    m_ties.insert({a.id, b.id});
    m_ties.insert({b.id, a.id});
}

bool Configuration::isTied(const model::Block& a, const model::Block& b) const
{
    return m_ties.count({a.id, b.id}) > 0;
}

void Configuration::leaveOut(const std::string& elementId, const std::string& reason, std::vector<model::MessageArgument> arguments)
{
    m_leftOut.insert({elementId, m_design.message("left-out." + reason, std::move(arguments))});
}

void Configuration::addOutput(const std::string& name, std::string_view description, std::string code)
{
    hcl::Block output("output", {name});
    output.set("description", description).refer("value", std::move(code));
    m_outputs.emplace(name, std::move(output));
}

hcl::Expression nameTag(const model::Block& block)
{
    std::string name = tagText(block.label());
    return hcl::Expression::object({{"Name", hcl::Expression::text(name.empty() ? block.id.text() : name)}});
}

hcl::Expression attributes(const Design& design, const std::vector<const model::Block*>& blocks, std::string_view attribute)
{
    std::vector<hcl::Expression> items;
    for (const model::Block* block : blocks) items.push_back(hcl::Expression::raw(design.attribute(*block, attribute)));
    return hcl::Expression::list(std::move(items));
}

}  // namespace lintel::exporters::terraform
