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

}  // namespace lintel::exporters::terraform
