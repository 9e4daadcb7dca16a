#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::security {

void mapKey(Configuration& configuration, const model::Block& block);
/// After all mappings: lets services of AWS encrypt with the key what it is drawn to encrypt.
void mapKeyPolicy(Configuration& configuration, const model::Block& key);
/// Without a value: secrets are entered where they are kept.
void mapSecret(Configuration& configuration, const model::Block& block);
void mapParameter(Configuration& configuration, const model::Block& block);
/// Cognito, with a client for browsers and phones.
void mapUserPool(Configuration& configuration, const model::Block& block);
/// Without keys and password.
void mapUser(Configuration& configuration, const model::Block& block);

}  // namespace lintel::exporters::terraform::security
