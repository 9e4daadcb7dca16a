#include "exporters/terraform/coverage.h"

#include "exporters/terraform/security/security.h"

#include <set>

namespace lintel::exporters::terraform {

using model::Block;

namespace {

/// Why a block of this kind has no code; the reason says what to do instead.
std::string reasonFor(const Design& design, const Block& block)
{
    const std::string& role = design.fact(block, "role");
    if (design.factFlag(block, "software")) return "software-elsewhere";
    if (role == "client" || role == "internet") return "people";
    if (role == "group") return "frame";
    const model::catalogue::Kind* kind = design.kindOf(block);
    if (kind && !kind->flag("aws", true)) return "outside-aws";
    return "not-yet";
}

std::string reasonFor(const Configuration& out, const model::Connection& connection, const Block& from, const Block& to)
{
    const Design& design = out.design();
    // On one machine; in one frame of the drawing they are elsewhere together.
    if (&design.host(from) == &design.host(to) && design.fact(design.host(from), "role") != "group")
        return "inside-machine";
    if (connection.relation == "deploy") return "deploy";
    if (design.isKind(to, "eks-workload") && design.fact(from, "role") == "load-balancer") return "kubernetes-target";
    if (connection.relation == "dns") return "lookup";
    if (!out.isExported(design.host(from)) || !out.isExported(design.host(to))) return "other-end";
    if (connection.relation == "observe") return "observe";
    if (connection.relation == "event") return "event";
    if (connection.isNetworkTraffic()) return "permission";
    return "joint";
}

bool isAccountOrRegion(const Block& block) { return block.kind.text() == "account" || block.kind.text() == "region"; }

bool isPublicEntrance(const Design& design, const Block& to)
{
    return design.isKind(to, "cloudfront") ||
           (design.isKind(to, "s3-bucket") && design.text(to, "public-access", "blocked") != "blocked");
}

/// Load balancers reach what their target groups hold, DNS answers with what the record aliases.
bool isBuilt(const Configuration& out, const model::Connection& connection, const Block& from, const Block& to)
{
    const Design& design = out.design();
    const Block& source = design.host(from);
    const Block& target = design.host(to);
    if (out.isBuilt(connection.id) || out.isTied(source, target)) return true;
    if (!out.isExported(target) && !design.isKind(target, "internet")) return false;
    if (connection.isNetworkTraffic() && isPublicEntrance(design, target)) return true;
    const bool talks =
        connection.isNetworkTraffic() || connection.relation == "manage" || connection.relation == "observe";
    return talks && &source != &target && security::isAllowed(design, connection);
}

}  // namespace

void accountForTheRest(Configuration& out, const model::Document& document, const Scope& scope)
{
    const Design& design = out.design();
    std::set<std::string> excused;
    for (const Configuration::LeftOut& left : out.leftOut()) excused.insert(left.element);
    for (const auto& [id, reason] : scope.outside) {
        if (const Block* block = document.blocks.find(id); block && !isAccountOrRegion(*block))
            out.leaveOut(id.text(), reason);
    }
    for (const Block& block : design.document().blocks) {
        if (!out.isExported(block) && excused.count(block.id.text()) == 0)
            out.leaveOut(block.id.text(), reasonFor(design, block));
    }
    for (const model::Connection& connection : document.connections) {
        const Block* from = document.blocks.find(connection.from);
        const Block* to = document.blocks.find(connection.to);
        if (!from || !to) continue;
        if (!design.document().connections.contains(connection.id)) {
            out.leaveOut(connection.id.text(), "other-end", {{"from", from->label()}, {"to", to->label()}});
            continue;
        }
        if (excused.count(connection.id.text()) > 0 || isBuilt(out, connection, *from, *to)) continue;
        out.leaveOut(connection.id.text(), reasonFor(out, connection, *from, *to),
                     {{"from", from->label()}, {"to", to->label()}});
    }
}

}  // namespace lintel::exporters::terraform
