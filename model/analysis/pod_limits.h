#pragma once

#include <cstdint>
#include <string_view>

namespace lintel::model::analysis {

/// What an EC2 instance type offers to pods, as Amazon publishes it for the VPC CNI in secondary IP mode.
struct PodLimit {
    int interfaces = 0;
    int addresses = 0;  ///< IPv4 of each interface; the first one is the interface's own
    int pods = 0;       ///< interfaces * (addresses - 1) + 2: the two are CNI and kube-proxy, with the node's address

    /// Custom networking leaves the first interface without pods.
    int podsWithCustomNetworking() const { return (interfaces - 1) * (addresses - 1) + 2; }
    /// Pods of one's own besides those that share the node's address.
    int ownPods() const { return pods - 2; }
    /// IPv4 addresses that a node takes from its subnet while it runs so many pods with addresses of their own: the
    /// CNI attaches whole interfaces and keeps one to spare (WARM_ENI_TARGET=1, the default).
    std::int64_t addressesFor(std::int64_t ownPods) const;
};

/// Null for a type that the published table does not know.
const PodLimit* podLimitOf(std::string_view instanceType);

/// The day of the table, as 2026-08-11.
std::string_view podLimitsDate();
std::string_view podLimitsSource();

}  // namespace lintel::model::analysis
