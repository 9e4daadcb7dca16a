#include "exporters/terraform/mappings.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> securityMappings()
{
    return {
        {"security-group", security::mapSecurityGroup},
        {"iam-role", security::mapIamRole},
    };
}

}  // namespace lintel::exporters::terraform
