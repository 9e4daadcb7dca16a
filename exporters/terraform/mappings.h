#pragma once

#include "exporters/terraform/configuration.h"

#include <string_view>
#include <vector>

namespace lintel::exporters::terraform {

/// How the blocks of one kind become code.
struct Mapping {
    std::string_view kind;
    void (*map)(Configuration&, const model::Block&);
};

std::vector<Mapping> networkMappings();
std::vector<Mapping> securityMappings();
std::vector<Mapping> computeMappings();
std::vector<Mapping> dataMappings();
std::vector<Mapping> integrationMappings();
std::vector<Mapping> edgeMappings();
std::vector<Mapping> deliveryMappings();
std::vector<Mapping> observabilityMappings();
/// Policies of what others use: after all of those.
std::vector<Mapping> policyMappings();

}  // namespace lintel::exporters::terraform
