#include "exporters/terraform/mappings.h"
#include "exporters/terraform/observability/observability.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> observabilityMappings()
{
    using namespace observability;
    return {
        {"cloudwatch-logs", mapLogGroup},
        {"cloudwatch-alarm", mapAlarm},
    };
}

}  // namespace lintel::exporters::terraform
