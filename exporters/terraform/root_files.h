#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform {

/// versions.tf, providers.tf, variables.tf, locals.tf, one file per concern that has resources, outputs.tf and
/// terraform.tfvars.example.
ExportedFiles rootFiles(const Configuration& configuration);

/// A name for the whole from the title, a domain or a VPC: what names begin with, 16 characters at most.
std::string projectName(const Design& design);

/// The file that holds the resources of a concern.
const char* pathOf(Concern concern);

/// The oldest Terraform, and OpenTofu, that reads the code: both know write-only arguments since 1.11.
std::string leastVersion(const Configuration& configuration);

/// All variables in the order of variables.tf.
std::vector<hcl::Block> variables(const Configuration& configuration);

}  // namespace lintel::exporters::terraform
