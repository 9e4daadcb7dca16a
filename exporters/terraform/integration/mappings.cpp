#include "exporters/terraform/mappings.h"
#include "exporters/terraform/integration/integration.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> integrationMappings()
{
    using namespace integration;
    return {
        {"sqs", mapQueue},
        {"sns", mapTopic},
        {"kinesis", mapStream},
        {"firehose", mapFirehose},
        {"msk", mapKafka},
        {"amazon-mq", mapMessageBroker},
        {"glue", mapGlueJob},
        {"athena", mapAthena},
        {"iot-core", mapIotRule},
        {"eventbridge", mapRule},
        {"step-functions", mapStateMachine},
        {"ses", mapMail},
        {"mediaconvert", mapMediaConvert},
    };
}

}  // namespace lintel::exporters::terraform
