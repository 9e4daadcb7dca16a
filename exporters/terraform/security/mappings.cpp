#include "exporters/terraform/mappings.h"
#include "exporters/terraform/security/secrets.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> securityMappings()
{
    return {
        {"security-group", security::mapSecurityGroup},
        {"kms-key", security::mapKey},
        {"secrets-manager", security::mapSecret},
        {"parameter-store", security::mapParameter},
        {"cognito", security::mapUserPool},
        {"iam-user", security::mapUser},
        {"iam-role", security::mapIamRole},
    };
}

}  // namespace lintel::exporters::terraform
