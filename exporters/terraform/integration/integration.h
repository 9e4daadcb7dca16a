#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::integration {

void mapQueue(Configuration& configuration, const model::Block& block);
void mapTopic(Configuration& configuration, const model::Block& block);
void mapStream(Configuration& configuration, const model::Block& block);
void mapRule(Configuration& configuration, const model::Block& block);
void mapStateMachine(Configuration& configuration, const model::Block& block);
void mapMail(Configuration& configuration, const model::Block& block);
void mapFirehose(Configuration& configuration, const model::Block& block);
void mapIotRule(Configuration& configuration, const model::Block& block);
void mapKafka(Configuration& configuration, const model::Block& block);
/// Amazon MQ.
void mapMessageBroker(Configuration& configuration, const model::Block& block);
void mapGlueJob(Configuration& configuration, const model::Block& block);
void mapAthena(Configuration& configuration, const model::Block& block);
void mapMediaConvert(Configuration& configuration, const model::Block& block);

/// After all mappings: subscriptions, event source mappings, bucket notifications and rule targets for what is drawn
/// between blocks that are there.
void wireEvents(Configuration& configuration);

/// The queue that keeps the events a block could not deliver, where the design says that they are kept: its address,
/// or empty. Call it once for a block.
std::string failedEvents(Configuration& configuration, const model::Block& block);

/// Lets a service of AWS call a function on behalf of a source.
void allowInvoke(Configuration& configuration, const model::Block& function, const model::Block& source,
                 const std::string& service, const std::string& sourceArn);

}  // namespace lintel::exporters::terraform::integration
