#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/data/data.h"
#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/security/security.h"

#include <algorithm>

namespace lintel::exporters::terraform::integration {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualVersion = "3.8.x";

std::string versionOf(const Design& design, const Block& block)
{
    const std::string version = design.text(block, "version");
    const bool legal = !version.empty() && version.size() < 16 && version[0] >= '0' && version[0] <= '9' &&
                       version.find('.') != std::string::npos &&
                       version.find_first_not_of("0123456789.xkraft-tiered") == std::string::npos;
    return legal ? version : kUsualVersion;
}

/// One subnet of a zone, in two zones or three.
std::vector<const Block*> placesOf(const Design& design, const Block& block)
{
    std::vector<const Block*> places;
    std::set<std::string> zones;
    for (const Block* subnet : design.subnetsOf(block)) {
        if (places.size() < 3 && zones.insert(design.zoneLetter(*subnet)).second) places.push_back(subnet);
    }
    return places;
}

hcl::Block brokers(Configuration& out, const Block& block, const std::vector<const Block*>& places)
{
    const Design& design = out.design();
    const std::int64_t size = std::clamp<std::int64_t>(design.integer(block, "storage-gb", 100), 1, 16384);
    return hcl::Block("broker_node_group_info")
        .set("instance_type", data::nodeClass(design, block, "kafka.", "kafka.t3.small"))
        .set("client_subnets", attributes(design, places, "id"))
        .set("security_groups", security::groupIds(out, block))
        .add(hcl::Block("storage_info").add(hcl::Block("ebs_storage_info").set("volume_size", size)));
}

}  // namespace

void mapKafka(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const std::vector<const Block*> places = placesOf(design, block);
    if (places.size() < 2) return out.leaveOut(block.id.text(), "two-zones");
    const std::string name = design.name(block);
    const std::string logs = out.claim("aws_cloudwatch_log_group", name);
    compute::logGroup(out, block, logs, "\"/aws/msk/${local.name_prefix}-" + design.awsName(block, 35) + "\"");
    const auto zones = static_cast<std::int64_t>(places.size());
    const std::int64_t wanted = std::clamp<std::int64_t>(design.integer(block, "brokers", zones), zones, 30);
    hcl::Block cluster = hcl::Block::resource("aws_msk_cluster", name);
    cluster.refer("cluster_name", design.scopedName(block, 35))
        .set("kafka_version", versionOf(design, block))
        .set("number_of_broker_nodes", (wanted + zones - 1) / zones * zones)
        .set("tags", nameTag(block))
        .add(brokers(out, block, places));
    // Clients sign in with their IAM roles, by TLS, on port 9098.
    cluster.add(hcl::Block("client_authentication").add(hcl::Block("sasl").set("iam", true)));
    hcl::Block encryption("encryption_info");
    if (const std::string key = data::keyArn(out, block); !key.empty())
        encryption.refer("encryption_at_rest_kms_key_arn", key);
    cluster.add(
        encryption.add(hcl::Block("encryption_in_transit").set("client_broker", "TLS").set("in_cluster", true)));
    cluster.add(hcl::Block("logging_info")
                    .add(hcl::Block("broker_logs")
                             .add(hcl::Block("cloudwatch_logs")
                                      .set("enabled", true)
                                      .refer("log_group", "aws_cloudwatch_log_group." + logs + ".name"))));
    out.add(Concern::Integration, block, std::move(cluster));
    out.addOutput(name + "_bootstrap_brokers",
                  design.message("output.endpoint", {{"name", hcl::oneLine(block.label())}}),
                  design.attribute(block, "bootstrap_brokers_sasl_iam"));
}

}  // namespace lintel::exporters::terraform::integration
