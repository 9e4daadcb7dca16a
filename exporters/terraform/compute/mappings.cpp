#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/mappings.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> computeMappings()
{
    return {
        {"ec2-instance", compute::mapInstance},
    };
}

}  // namespace lintel::exporters::terraform
