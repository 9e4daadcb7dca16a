#include "exporters/terraform/mappings.h"
#include "exporters/terraform/delivery/delivery.h"

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
