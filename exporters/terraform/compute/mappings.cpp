#include "exporters/terraform/mappings.h"
#include "exporters/terraform/compute/compute.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> computeMappings()
{
    using namespace compute;
    return {
        {"ecr", mapRepository},
        {"launch-template", mapLaunchTemplate},
        {"auto-scaling-group", mapAutoScalingGroup},
        {"ec2-instance", mapInstance},
        {"ec2-instance", mapGroupMember},
        {"ebs-volume", mapVolume},
        {"ecs-cluster", mapEcsCluster},
        {"ecs-service", mapEcsService},
        {"eks-cluster", mapEksCluster},
        {"eks-node-group", mapNodeGroup},
        {"eks-workload", mapWorkload},
        {"batch", mapBatch},
        {"lambda", mapLambda},
    };
}

}  // namespace lintel::exporters::terraform
