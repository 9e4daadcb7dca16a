#include "exporters/terraform/data/data.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::data {

using hcl::Expression;
using model::Block;

namespace {

std::int64_t replicasOf(const Design& design, const Block& block)
{
    std::int64_t drawn = 0;
    for (const Block* replica : design.ofKind("elasticache-replica"))
        drawn += design.reference(*replica, "source") == &block ? 1 : 0;
    return std::clamp<std::int64_t>(std::max(drawn, design.integer(block, "replicas", 0)), 0, 5);
}

/// The zones of the nodes as drawn, primary first; empty when they do not say.
std::vector<Expression> nodeZones(const Design& design, const Block& block, std::int64_t nodes)
{
    std::vector<Expression> zones;
    const auto add = [&](const Block& node) {
        if (const Block* subnet = design.container(node, "subnet"))
            zones.push_back(Expression::raw(design.attribute(*subnet, "availability_zone")));
    };
    add(block);
    for (const Block* replica : design.ofKind("elasticache-replica")) {
        if (design.reference(*replica, "source") == &block) add(*replica);
    }
    if (zones.size() != static_cast<std::size_t>(nodes)) zones.clear();
    return zones;
}

std::string engineOf(const Design& design, const Block& block)
{
    const std::string engine = design.text(block, "engine", "redis");
    return engine == "valkey" || engine == "memcached" ? engine : "redis";
}

void mapMemcached(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::string name = design.name(block);
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_elasticache_cluster", name)
                .refer("cluster_id", "\"${local.name_prefix}-" + design.awsName(block, 11) + "\"")
                .set("engine", "memcached")
                .set("node_type", nodeClass(design, block, "cache.", "cache.t4g.micro"))
                .set("num_cache_nodes", replicasOf(design, block) + 1)
                .set("port", 11211)
                .refer("subnet_group_name", "aws_elasticache_subnet_group." + name + ".name")
                .set("security_group_ids", security::groupIds(out, block))
                .set("tags", nameTag(block)));
}

}  // namespace

void mapElastiCache(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (!design.inDefaultVpc(block) && design.subnetsOf(block).empty())
        return out.leaveOut(block.id.text(), "no-subnet");
    const std::string name = design.name(block);
    out.add(Concern::Data, block,
            hcl::Block::resource("aws_elasticache_subnet_group", name)
                .refer("name", "\"${local.name_prefix}-" + design.awsName(block, 30) + "\"")
                .set("subnet_ids", storeSubnets(design, block)));
    const std::string engine = engineOf(design, block);
    if (engine == "memcached") return mapMemcached(out, block);
    const std::int64_t nodes = replicasOf(design, block) + 1;
    hcl::Block group = hcl::Block::resource("aws_elasticache_replication_group", name);
    group.refer("replication_group_id", "\"${local.name_prefix}-" + design.awsName(block, 11) + "\"")
        .set("description", asciiText(block.label(), name))
        .set("engine", engine)
        .set("node_type", nodeClass(design, block, "cache.", "cache.t4g.micro"))
        .set("num_cache_clusters", nodes)
        .set("port", 6379)
        .set("automatic_failover_enabled",
             nodes > 1 && (design.flag(block, "automatic-failover") || design.flag(block, "multi-az")))
        .set("multi_az_enabled", nodes > 1 && design.flag(block, "multi-az"));
    if (auto zones = nodeZones(design, block, nodes); !zones.empty())
        group.set("preferred_cache_cluster_azs", Expression::list(std::move(zones)));
    group.refer("subnet_group_name", "aws_elasticache_subnet_group." + name + ".name")
        .set("security_group_ids", security::groupIds(out, block))
        .set("at_rest_encryption_enabled", true)
        // Clients must be told to use TLS, so it is on only where the design says so.
        .set("transit_encryption_enabled", design.flag(block, "transit-encryption"))
        .set("snapshot_retention_limit", design.isProduction() ? 7 : 1)
        .set("tags", nameTag(block));
    out.add(Concern::Data, block, std::move(group));
    out.addOutput(name + "_endpoint", design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  "aws_elasticache_replication_group." + name + ".primary_endpoint_address");
}

void mapElastiCacheReplica(Configuration& out, const Block& block)
{
    const Block* source = out.design().reference(block, "source");
    if (!source || !out.isExported(*source)) return out.leaveOut(block.id.text(), "no-source");
    out.merge(block, *source);
}

}  // namespace lintel::exporters::terraform::data
