#include "exporters/terraform/configuration.h"

#include "exporters/terraform/names.h"

namespace lintel::exporters::terraform {

namespace {

constexpr std::size_t kLongestList = 160;  // of ids, in one line of comment

}  // namespace

Configuration::Configuration(const Design& design) : m_design(design)
{
    for (const model::Block& block : design.document().blocks) {
        if (const model::catalogue::Kind* kind = design.kindOf(block))
            m_claimed.insert({kind->terraform, design.name(block)});
        if (design.isDefaultGroup(block)) m_claimed.insert({"aws_default_security_group", design.name(block)});
    }
}

void Configuration::add(Concern concern, const model::Block& subject, hcl::Block resource)
{
    resource.comment(m_design.titleOf(subject));
    m_parts[static_cast<std::size_t>(concern)].push_back({std::move(resource), subject.id, {}});
    m_withParts.insert(subject.id);
    markExported(subject);
}

void Configuration::addForZones(Concern concern, const ZoneGroup& group,
                                const std::map<std::string, const model::Block*>& subjects,
                                const std::map<std::string, std::string>& keys, hcl::Block resource)
{
    std::set<std::string> ids;
    std::vector<Part::Instance> instances;
    for (const auto& [zone, subject] : subjects) {
        ids.insert(subject->id.text());
        instances.push_back({zone, subject->id, keys.at(zone)});
        m_withParts.insert(subject->id);
        markExported(*subject);
    }
    const model::Block& first = *subjects.begin()->second;
    const ZoneGroup* own = m_design.zoneGroup(first);
    std::string list;
    for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
    const std::string& name = own ? own->name : group.name;
    resource.comment(ids.size() == 1              ? m_design.titleOf(first)
                     : list.size() > kLongestList ? m_design.kindTitle(first) + ": " + name
                                                  : m_design.kindTitle(first) + ": " + name + " (" + list + ")");
    if (list.size() > kLongestList) {
        for (const std::string& id : ids) resource.note(m_design.titleOf(*m_design.block(id)));
    }
    m_parts[static_cast<std::size_t>(concern)].push_back({std::move(resource), first.id, std::move(instances)});
}

void Configuration::addOnce(Concern concern, const model::Block& subject, hcl::Block resource)
{
    if (m_shared.insert(resource.address()).second) add(concern, subject, std::move(resource));
}

void Configuration::addShared(Concern concern, hcl::Block part)
{
    if (m_shared.insert(part.address()).second)
        m_parts[static_cast<std::size_t>(concern)].push_back({std::move(part), {}, {}});
}

const std::string& Configuration::ownGroup(const model::Block& block)
{
    const auto known = m_ownGroups.find(block.id);
    if (known != m_ownGroups.end()) return known->second;
    return m_ownGroups.emplace(block.id, claim("aws_security_group", m_design.name(block))).first->second;
}

std::string Configuration::shortName(const model::Block& block, std::size_t longest)
{
    m_needsShortPrefix = true;
    return "\"${local.short_prefix}-" + m_design.awsName(block, longest) + "\"";
}

void Configuration::askFor(const std::string& name, std::string_view description, const std::string& condition,
                           std::string_view error)
{
    hcl::Block variable("variable", {name});
    variable.set("description", description).refer("type", "string");
    if (!condition.empty())
        variable.add(hcl::Block("validation").refer("condition", condition).set("error_message", error));
    addVariable(name, std::move(variable));
}

std::string Configuration::claim(const std::string& type, const std::string& wish)
{
    std::string name = wish;
    for (int number = 2; !m_claimed.insert({type, name}).second; ++number) name = wish + "_" + std::to_string(number);
    return name;
}

void Configuration::merge(const model::Block& block, const model::Block& into)
{
    markExported(block);
    tie(block, into);
    for (auto& parts : m_parts) {
        for (Part& part : parts) {
            if (part.subject != into.id) continue;
            part.code.note(m_design.titleOf(block));
            part.merged.push_back(block.id);
            return;
        }
    }
}

std::string Configuration::roleOf(const model::Block& workload) const
{
    const auto role = m_roles.find(workload.id);
    return role == m_roles.end() ? std::string() : role->second;
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

void Configuration::leaveOut(const std::string& elementId, const std::string& reason,
                             std::vector<model::MessageArgument> arguments)
{
    m_leftOut.insert({elementId, m_design.message("left-out." + reason, std::move(arguments))});
}

void Configuration::addOutput(const std::string& name, std::string_view description, std::string code)
{
    hcl::Block output("output", {name});
    output.set("description", description).refer("value", std::move(code));
    m_outputs.emplace(name, std::move(output));
}

std::set<std::string> Configuration::declared() const
{
    std::set<std::string> addresses;
    for (const auto& parts : m_parts) {
        for (const Part& part : parts) addresses.insert(part.code.address());
    }
    addresses.insert("data.aws_availability_zones.available");
    return addresses;
}

bool Configuration::dropDangling(const std::set<std::string>& declared)
{
    bool dropped = false;
    const auto missing = [&declared](const hcl::Block& code) {
        for (const std::string& reference : code.references()) {
            if (declared.count(reference) == 0) return reference;
        }
        return std::string();
    };
    for (auto& parts : m_parts) {
        std::erase_if(parts, [&](const Part& part) {
            const std::string reference = missing(part.code);
            if (reference.empty()) return false;
            if (!part.subject.isEmpty())
                leaveOut(part.subject.text(), "needs-missing", {{"part", part.code.address()}, {"missing", reference}});
            return dropped = true;
        });
    }
    std::erase_if(m_outputs, [&](const auto& output) { return !missing(output.second).empty(); });
    return dropped;
}

void Configuration::dropDangling()
{
    while (dropDangling(declared())) {
    }
    std::set<model::BlockId> built;
    for (const auto& parts : m_parts) {
        for (const Part& part : parts) {
            built.insert(part.subject);
            for (const Part::Instance& instance : part.instances) built.insert(instance.subject);
        }
    }
    // Merged blocks have no part of their own and stay with what they are merged into.
    std::erase_if(m_exported,
                  [&](const model::BlockId& id) { return m_withParts.count(id) > 0 && built.count(id) == 0; });
}

hcl::Expression shownName(const model::Block& block)
{
    const std::string name = tagText(block.label());
    return hcl::Expression::text(name.empty() ? block.id.text() : name);
}

hcl::Expression nameTag(const model::Block& block) { return hcl::Expression::object({{"Name", shownName(block)}}); }

hcl::Expression allTags(const model::Block& block)
{
    return hcl::Expression::call("merge", {hcl::Expression::raw("local.tags"), nameTag(block)});
}

hcl::Expression attributes(const Design& design, const std::vector<const model::Block*>& blocks,
                           std::string_view attribute)
{
    const ZoneGroup* group = blocks.empty() ? nullptr : design.zoneGroup(*blocks.front());
    if (group && design.membersOf(*group) == blocks) {
        const std::string address = design.address(*blocks.front());
        return hcl::Expression::raw("values(" + address.substr(0, address.find('[')) + ")[*]." +
                                    std::string(attribute));
    }
    std::vector<hcl::Expression> items;
    for (const model::Block* block : blocks) items.push_back(hcl::Expression::raw(design.attribute(*block, attribute)));
    return hcl::Expression::list(std::move(items));
}

}  // namespace lintel::exporters::terraform
