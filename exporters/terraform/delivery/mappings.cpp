#include "exporters/terraform/mappings.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> deliveryMappings()
{
    return {};
}

}  // namespace lintel::exporters::terraform
