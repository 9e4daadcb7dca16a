#pragma once

#include "exporters/terraform/configuration.h"

#include <span>

namespace lintel::exporters::terraform::security {

/// One statement of a policy document.
struct Statement {
    std::string id;  ///< letters and digits
    std::vector<std::string> actions;
    std::vector<std::string> resources;  ///< as code
};

/// `FileBucket` from `file_bucket`: the letters and digits that a statement may be called by.
std::string statementId(const std::string& name);

/// A policy document with the statements.
hcl::Block policyDocument(const std::string& name, std::span<const Statement> statements);

/// What the workloads need for the connections drawn from them to services of AWS; ties both ends.
std::vector<Statement> drawnPermissions(Configuration& configuration, std::span<const model::Block* const> workloads);

/// Gives a role the statements, as one inline policy `aws_iam_role_policy.<role>_<word>` (what both say
/// once). Nothing when there are none.
void grant(Configuration& configuration, const model::Block& subject, const std::string& role, const std::string& word,
           std::span<const Statement> statements);

/// Does a drawn connection from one of the workloads need the service that this managed policy opens wholly?
bool isNarrowed(const Design& design, const std::string& managedPolicy, std::span<const model::Block* const> workloads);

}  // namespace lintel::exporters::terraform::security
