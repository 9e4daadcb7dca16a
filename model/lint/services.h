#pragma once

#include "model/graph/architecture_graph.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::lint {

/// What runs the user's code, as people scale and deploy it: one block, or several that are copies of each other. An
/// Auto Scaling group and its instances are one service, and so are the targets of one target group.
struct Service {
    std::vector<BlockId> units;   ///< what people would name: Auto Scaling groups, instances, workloads; in id order
    std::vector<BlockId> blocks;  ///< units, members of groups and the software on them: whoever may speak for it
    std::int64_t copies = 1;      ///< that run at the same time, at most; 1 where nothing says more
};

/// Every service of the design, in the order of their first units. Functions are none: AWS makes their copies.
std::vector<Service> services(const graph::ArchitectureGraph& graph);
/// The same; none at all, and quickly, while no block of the design says anything about `key`.
std::vector<Service> servicesIfSaid(const graph::ArchitectureGraph& graph, std::string_view key);

/// The first of its blocks that says something about `key` decides; null when none does.
const Value& saidBy(const graph::ArchitectureGraph& graph, const Service& service, std::string_view key);
/// At least one of its blocks says exactly this.
bool says(const graph::ArchitectureGraph& graph, const Service& service, std::string_view key, std::string_view value);

/// Connections into the service that carry requests: from load balancers, people and other services.
std::vector<ConnectionId> requestsTo(const graph::ArchitectureGraph& graph, const Service& service);
/// Load balancers that hand requests to it, in id order.
std::vector<BlockId> loadBalancersOf(const graph::ArchitectureGraph& graph, const Service& service);
/// Target groups that it is registered in, in id order.
std::vector<BlockId> targetGroupsOf(const graph::ArchitectureGraph& graph, const Service& service);
/// What its blocks are drawn talking to, once each, in id order.
std::vector<BlockId> calledBy(const graph::ArchitectureGraph& graph, const Service& service);

/// Something that copies of a service can share at run time: a cache, a database, a broker, as a kind or as the role
/// of an instance.
bool isSharedStore(const graph::ArchitectureGraph& graph, const BlockId& id);

}  // namespace lintel::model::lint
