#include "tests/exporters/terraform/evidence.h"

#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/accounting.h"

#include <algorithm>
#include <map>
#include <queue>
#include <regex>
#include <set>

namespace lintel::exporters::terraform::test {

namespace {

using model::Block;
using model::Document;

std::string typeOf(const std::string& address)
{
    const std::string own = address.starts_with("data.") ? address.substr(5) : address;
    return own.substr(0, own.find('.'));
}

/// What many resources name without having to do with each other.
bool isHub(const std::string& address)
{
    static const std::set<std::string> kHubs{"aws_vpc",
                                             "aws_subnet",
                                             "aws_security_group",
                                             "aws_iam_role",
                                             "aws_iam_instance_profile",
                                             "aws_partition",
                                             "aws_caller_identity",
                                             "aws_route_table",
                                             "aws_ecs_cluster",
                                             "aws_eks_cluster",
                                             "aws_route53_zone",
                                             "aws_kms_key",
                                             "aws_ssm_parameter",
                                             "aws_subnets",
                                             "aws_availability_zones",
                                             "aws_cloudfront_cache_policy",
                                             "aws_cloudfront_origin_request_policy",
                                             "aws_ec2_managed_prefix_list"};
    return kHubs.count(typeOf(address)) > 0;
}

/// What gives a hub its meaning for one of its users: a rule, a policy, a route.
bool isJoint(const std::string& address)
{
    const std::string type = typeOf(address);
    return type.ends_with("gress_rule") || type == "aws_iam_role_policy" || type == "aws_iam_role_policy_attachment" ||
           type == "aws_route" || type == "aws_iam_policy_document" || type == "aws_iam_role" ||
           type == "aws_eks_access_entry";
}

/// The resources of the code and what they name, both ways.
class CodeGraph {
public:
    explicit CodeGraph(const std::string& code)
    {
        static const std::regex kHead("(?:^|\n)(resource|data) \"([a-z0-9_]+)\" \"([A-Za-z0-9_-]+)\" \\{");
        static const std::regex kName("(data\\.)?\\b(aws_[a-z0-9_]+\\.[A-Za-z0-9_-]+)");
        for (std::sregex_iterator head(code.begin(), code.end(), kHead), end; head != end; ++head) {
            const std::string address =
                ((*head)[1] == "data" ? "data." : "") + std::string((*head)[2]) + "." + std::string((*head)[3]);
            const std::size_t from = static_cast<std::size_t>(head->position() + head->length());
            const std::string body = code.substr(from, code.find("\n}\n", from) - from);
            m_bodies[address] = body;
            for (std::sregex_iterator name(body.begin(), body.end(), kName); name != end; ++name) {
                const std::string other = std::string((*name)[1]) + std::string((*name)[2]);
                m_edges[address].insert(other);
                m_edges[other].insert(address);
            }
        }
    }

    bool leads(const std::set<std::string>& from, const std::set<std::string>& to) const
    {
        // A step remembers where it came from: through a hub goes only who enters or leaves by a joint.
        std::set<std::pair<std::string, bool>> seen;
        std::queue<std::pair<std::string, bool>> open;
        for (const std::string& start : from) open.push({start, true});
        while (!open.empty()) {
            const auto [at, free] = open.front();
            open.pop();
            if (!seen.insert({at, free}).second) continue;
            const auto edges = m_edges.find(at);
            if (edges == m_edges.end()) continue;
            for (const std::string& next : edges->second) {
                if (!free && !isJoint(next)) continue;
                if (to.count(next) > 0) return true;
                if (isBarrier(next)) continue;
                open.push({next, !isHub(next) || isJoint(at)});
            }
        }
        return false;
    }

    /// Does something let addresses, rather than a group, into the groups that the resources have?
    bool letsAddressesIn(const std::set<std::string>& to) const
    {
        for (const std::string& resource : to) {
            const auto edges = m_edges.find(resource);
            if (edges == m_edges.end()) continue;
            for (const std::string& group : edges->second) {
                if (typeOf(group) != "aws_security_group") continue;
                for (const std::string& rule : m_edges.at(group)) {
                    if (typeOf(rule) == "aws_vpc_security_group_ingress_rule" &&
                        m_bodies.at(rule).find("referenced_security_group_id") == std::string::npos)
                        return true;
                }
            }
        }
        return false;
    }

    /// Does a rule of the resources take the events of the service?
    bool takesEvents(const std::set<std::string>& rules, const std::string& service) const
    {
        return std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) {
            const auto body = m_bodies.find(rule);
            return typeOf(rule) == "aws_cloudwatch_event_rule" && body != m_bodies.end() &&
                   body->second.find("\"aws." + service + "\"") != std::string::npos;
        });
    }

private:
    /// Names of everything: nobody is joined by them.
    static bool isBarrier(const std::string& address)
    {
        static const std::set<std::string> kBarriers{"aws_vpc", "aws_partition", "aws_caller_identity",
                                                     "aws_availability_zones", "aws_ssm_parameter"};
        return kBarriers.count(typeOf(address)) > 0;
    }

    std::map<std::string, std::set<std::string>> m_edges;
    std::map<std::string, std::string> m_bodies;
};

/// The blocks whose resources do the work of this one: its machine, its group, its cluster, what it copies.
std::set<std::string> workersOf(const Document& document, const Block& block)
{
    std::set<std::string> ids{block.id.text()};
    const Block* at = &block;
    while (model::embedded::catalogue().flag(*at, "software") && document.blocks.find(at->parent)) {
        at = document.blocks.find(at->parent);
        ids.insert(at->id.text());
    }
    for (const Block* holder = document.blocks.find(at->parent); holder && at->kind.text() == "eks-workload";
         holder = document.blocks.find(holder->parent)) {
        if (holder->kind.text().starts_with("eks-")) ids.insert(holder->id.text());
    }
    for (const char* key : {"auto-scaling-group", "source", "cluster"}) {
        if (const std::string owner = at->property(key).scalarText(); !owner.empty()) ids.insert(owner);
    }
    return ids;
}

bool takesAnybody(const Block& block)
{
    static const std::set<std::string> kOpen{"cloudfront", "api-gateway", "appsync",  "cognito",
                                             "s3-bucket",  "internet",    "iam-role", "client-vpn"};
    return kOpen.count(block.kind.text()) > 0;
}

bool isRegional(const Block& block)
{
    const auto* kind = model::embedded::catalogue().kindOf(block);
    return kind && !model::embedded::catalogue().flag(block, "has-interface");
}

}  // namespace

std::vector<std::string> unaccountedConnections(const Document& document, const Files& files)
{
    const std::vector<std::string> ids = listedIds(files);
    const std::set<std::string> listed(ids.begin(), ids.end());
    const CodeGraph code(codeOf(files));
    std::map<std::string, std::set<std::string>> resources;
    for (const ResourceRecord& record : exportWithRecords(document, model::embedded::catalogue(),
                                                          model::embedded::messages(), model::text::Language::English)
                                            .resources)
        resources[record.subject].insert(record.address.substr(0, record.address.find('[')));
    const auto resourcesOf = [&](const Block& block) {
        std::set<std::string> all;
        for (const std::string& worker : workersOf(document, block))
            all.insert(resources[worker].begin(), resources[worker].end());
        return all;
    };
    std::vector<std::string> missing;
    for (const model::Connection& connection : document.connections) {
        const Block* from = document.blocks.find(connection.from);
        const Block* to = document.blocks.find(connection.to);
        if (!from || !to || listed.count(connection.id.text()) > 0) continue;
        const std::set<std::string> a = resourcesOf(*from);
        const std::set<std::string> b = resourcesOf(*to);
        const bool outside = a.empty() || b.empty() || isRegional(*from) || isRegional(*to);
        const bool built = code.takesEvents(b, from->kind.text()) || code.leads(a, b) || code.leads(b, a) ||
                           (!b.empty() && code.letsAddressesIn(b)) ||
                           (outside && takesAnybody(*to) && (!b.empty() || !a.empty()));
        if (!built) missing.push_back(connection.id.text() + ": " + from->id.text() + " -> " + to->id.text());
    }
    return missing;
}

}  // namespace lintel::exporters::terraform::test
