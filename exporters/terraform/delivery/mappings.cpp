#include "exporters/terraform/delivery/delivery.h"
#include "exporters/terraform/mappings.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> deliveryMappings()
{
    using namespace delivery;
    return {
        {"codebuild", mapBuild},
        {"codedeploy", mapDeployment},
        {"codepipeline", mapPipeline},
    };
}

}  // namespace lintel::exporters::terraform
