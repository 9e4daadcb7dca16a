#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::compute {

void mapInstance(Configuration& configuration, const model::Block& block);
void mapLaunchTemplate(Configuration& configuration, const model::Block& block);
void mapAutoScalingGroup(Configuration& configuration, const model::Block& block);
/// Instances that stand for a group's machines; after the group.
void mapGroupMember(Configuration& configuration, const model::Block& block);
void mapLambda(Configuration& configuration, const model::Block& block);
void mapRepository(Configuration& configuration, const model::Block& block);
void mapEcsCluster(Configuration& configuration, const model::Block& block);
void mapEcsService(Configuration& configuration, const model::Block& block);
void mapEksCluster(Configuration& configuration, const model::Block& block);
void mapNodeGroup(Configuration& configuration, const model::Block& block);
void mapWorkload(Configuration& configuration, const model::Block& block);
void mapBatch(Configuration& configuration, const model::Block& block);
void mapVolume(Configuration& configuration, const model::Block& block);

/// The current Amazon Linux image for the processor of an instance type, as an expression.
std::string machineImage(Configuration& configuration, const std::string& instanceType);

/// Adds the user data script of a machine, with a marked place for the software inside; gives the path below the
/// root module, empty when there is nothing to run. `software` runs on the machine.
std::string userData(Configuration& configuration, const model::Block& machine,
                     const std::vector<const model::Block*>& software);
std::vector<const model::Block*> softwareOn(const Design& design, const model::Block& machine);

/// The subnets of a service that lives in several, as an expression.
hcl::Expression placement(Configuration& configuration, const model::Block& block);

/// A log group for a service, `aws_cloudwatch_log_group.<name>`; `path` is code.
void logGroup(Configuration& configuration, const model::Block& subject, const std::string& name,
              const std::string& path);

/// The image of a container, as code: what the design says, the repository it is joined to, or a variable.
std::string containerImage(Configuration& configuration, const model::Block& block);

/// The name of the bucket that holds build artifacts, as code: the design's, or a variable.
std::string artifactBucket(Configuration& configuration);

/// The instance type of a design, or the fallback when it is none.
std::string instanceType(const Design& design, const model::Block& block, const char* fallback);

}  // namespace lintel::exporters::terraform::compute
