#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::security {

/// `name.json` of a document that lets the services assume a role; the document is added.
std::string trustDocument(Configuration& configuration, const model::Block* subject, const std::string& name,
                          const std::vector<std::string>& services);

/// A role for a service of AWS, `aws_iam_role.<name>`, named after the block it works for.
void serviceRole(Configuration& configuration, const model::Block& subject, const std::string& name,
                 const std::string& service);

/// The Terraform name of the role that a workload works with: the drawn one, or one of its own that is made here and
/// may do what the connections need.
std::string workloadRole(Configuration& configuration, const model::Block& workload, const std::string& service);

/// The drawn role of a workload: named by it or attached to it; null when there is none.
const model::Block* drawnRole(const Design& design, const model::Block& workload);

/// Attaches a managed policy of AWS by its name; the path in its ARN is known here.
void attachManagedPolicy(Configuration& configuration, const model::Block& subject, const std::string& role,
                         const std::string& policy);

/// The address of that attachment, for what must not be there before it.
std::string managedPolicyAttachment(const std::string& role, const std::string& policy);

/// The instance profile for a machine: of its own role, or of one that only allows Session Manager.
std::string instanceProfile(Configuration& configuration, const model::Block& machine);

}  // namespace lintel::exporters::terraform::security
