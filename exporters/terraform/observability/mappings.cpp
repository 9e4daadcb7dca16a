#include "exporters/terraform/mappings.h"
#include "exporters/terraform/data/data.h"
#include "exporters/terraform/observability/observability.h"
#include "exporters/terraform/security/secrets.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> observabilityMappings()
{
    using namespace observability;
    return {
        {"cloudwatch-logs", mapLogGroup},
        {"cloudwatch-alarm", mapAlarm},
    };
}

std::vector<Mapping> policyMappings()
{
    return {
        {"s3-bucket", data::mapBucketPolicy},
        {"kms-key", security::mapKeyPolicy},
    };
}

}  // namespace lintel::exporters::terraform
