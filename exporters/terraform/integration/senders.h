#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::integration {

/// Services of AWS (buckets, topics, rules) that are drawn to send into a queue or a topic need its permission: adds
/// the policy document that gives it. False when nobody of that sort sends.
bool addSenderPolicy(Configuration& configuration, const model::Block& receiver, const std::string& action);
/// Those services: `s3.amazonaws.com`.
std::set<std::string> sendingServices(const Design& design, const model::Block& receiver);
/// The name of that document.
std::string senderPolicy(const Design& design, const model::Block& receiver);

}  // namespace lintel::exporters::terraform::integration
