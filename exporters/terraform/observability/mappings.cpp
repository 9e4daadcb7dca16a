#include "exporters/terraform/mappings.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> observabilityMappings()
{
    return {};
}

}  // namespace lintel::exporters::terraform
