#include "exporters/terraform/integration/integration.h"
#include "exporters/terraform/observability/observability.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

namespace lintel::exporters::terraform::observability {

using hcl::Expression;
using model::Block;

namespace {

/// How CloudWatch names the figures of a kind.
struct Source {
    const char* nameSpace;
    const char* dimension;
    const char* attribute;
    const char* usualMetric;
};

const std::map<std::string, Source, std::less<>>& sources()
{
    static const std::map<std::string, Source, std::less<>> kSources{
        {"alb", {"AWS/ApplicationELB", "LoadBalancer", "arn_suffix", "HTTPCode_Target_5XX_Count"}},
        {"nlb", {"AWS/NetworkELB", "LoadBalancer", "arn_suffix", "UnHealthyHostCount"}},
        {"ec2-instance", {"AWS/EC2", "InstanceId", "id", "CPUUtilization"}},
        {"auto-scaling-group", {"AWS/EC2", "AutoScalingGroupName", "name", "CPUUtilization"}},
        {"rds-instance", {"AWS/RDS", "DBInstanceIdentifier", "identifier", "CPUUtilization"}},
        {"rds-read-replica", {"AWS/RDS", "DBInstanceIdentifier", "identifier", "ReplicaLag"}},
        {"aurora-cluster", {"AWS/RDS", "DBClusterIdentifier", "cluster_identifier", "CPUUtilization"}},
        {"elasticache", {"AWS/ElastiCache", "ReplicationGroupId", "id", "DatabaseMemoryUsagePercentage"}},
        {"lambda", {"AWS/Lambda", "FunctionName", "function_name", "Errors"}},
        {"sqs", {"AWS/SQS", "QueueName", "name", "ApproximateAgeOfOldestMessage"}},
        {"dynamodb", {"AWS/DynamoDB", "TableName", "name", "ThrottledRequests"}},
        {"kinesis", {"AWS/Kinesis", "StreamName", "name", "GetRecords.IteratorAgeMilliseconds"}},
        {"ecs-service", {"AWS/ECS", "ServiceName", "name", "CPUUtilization"}},
        {"nat-gateway", {"AWS/NATGateway", "NatGatewayId", "id", "ErrorPortAllocation"}},
        {"cloudfront", {"AWS/CloudFront", "DistributionId", "id", "5xxErrorRate"}},
        {"efs", {"AWS/EFS", "FileSystemId", "id", "PercentIOLimit"}},
        {"documentdb", {"AWS/DocDB", "DBClusterIdentifier", "cluster_identifier", "CPUUtilization"}},
        {"neptune", {"AWS/Neptune", "DBClusterIdentifier", "cluster_identifier", "CPUUtilization"}},
        {"msk", {"AWS/Kafka", "Cluster Name", "cluster_name", "UnderReplicatedPartitions"}},
        {"amazon-mq", {"AWS/AmazonMQ", "Broker", "broker_name", "SystemCpuUtilization"}},
        {"firehose", {"AWS/Firehose", "DeliveryStreamName", "name", "DeliveryToS3.DataFreshness"}},
        {"rds-proxy", {"AWS/RDS", "ProxyName", "name", "DatabaseConnections"}},
        {"dms", {"AWS/DMS", "ReplicationInstanceIdentifier", "replication_instance_id", "CPUUtilization"}},
        {"cognito", {"AWS/Cognito", "UserPool", "id", "SignInThrottles"}}};
    return kSources;
}

const Block* watched(const Configuration& out, const Block& alarm)
{
    for (const model::Connection* connection : out.design().connectionsTo(alarm)) {
        const Block* from = out.design().block(connection->from.text());
        if (from && sources().count(from->kind.text()) > 0 && out.isExported(*from)) return from;
    }
    return nullptr;
}

std::string metricOf(const Design& design, const Block& alarm, const Source* source)
{
    const std::string metric = design.text(alarm, "metric");
    const bool legal =
        !metric.empty() && metric.size() <= 255 && std::all_of(metric.begin(), metric.end(), [](unsigned char c) {
            return c < 0x80 && (std::isalnum(c) || c == '_' || c == '.' || c == '-');
        });
    return legal ? metric : source ? source->usualMetric : std::string();
}

/// The first number of what people write, `> 1 s for 5 minutes`.
std::string thresholdOf(const std::string& text)
{
    const std::size_t at = text.find_first_of("0123456789");
    if (at == std::string::npos) return "1";
    double number = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
    if (error != std::errc() || number > 1e12) return "1";
    std::string digits = text.substr(at, static_cast<std::size_t>(end - text.data()) - at);
    return digits.find_first_not_of("0123456789.") == std::string::npos && digits.back() != '.' &&
                   (digits.size() == 1 || digits[0] != '0' || digits[1] == '.')
               ? digits
               : "1";
}

bool isCount(const std::string& metric)
{
    return metric.find("Count") != std::string::npos || metric == "Errors" ||
           metric.find("Throttle") != std::string::npos || metric.starts_with("Error");
}

/// Whom the alarm calls: topics and functions. Anything else it cannot call.
std::vector<Expression> actions(Configuration& out, const Block& alarm)
{
    const Design& design = out.design();
    std::vector<const Block*> receivers;
    if (const Block* named = design.reference(alarm, "action")) receivers.push_back(named);
    for (const model::Connection* connection : design.connectionsFrom(alarm)) {
        const Block* to = design.block(connection->to.text());
        if (to && std::find(receivers.begin(), receivers.end(), to) == receivers.end()) receivers.push_back(to);
    }
    std::vector<Expression> arns;
    for (const Block* to : receivers) {
        if (!design.isKind(*to, "sns") && !design.isKind(*to, "lambda")) continue;
        arns.push_back(Expression::raw(design.attribute(*to, "arn")));
        if (design.isKind(*to, "lambda"))
            integration::allowInvoke(out, *to, alarm, "lambda.alarms.cloudwatch.amazonaws.com",
                                     design.attribute(alarm, "arn"));
        out.tie(alarm, *to);
    }
    return arns;
}

}  // namespace

void mapAlarm(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* subject = watched(out, block);
    const Source* source = subject ? &sources().at(subject->kind.text()) : nullptr;
    const std::string metric = metricOf(design, block, source);
    if (metric.empty()) return out.leaveOut(block.id.text(), "no-metric");
    const std::string said = design.text(block, "threshold");
    hcl::Block alarm = hcl::Block::resource("aws_cloudwatch_metric_alarm", design.name(block));
    alarm.refer("alarm_name", design.scopedName(block, 60))
        .set("alarm_description", hcl::oneLine(block.label()))
        .refer("namespace", source ? hcl::quoted(source->nameSpace) : "local.name_prefix")
        .set("metric_name", metric);
    if (source) {
        std::vector<Expression::Entry> dimensions{
            {source->dimension, Expression::raw(design.attribute(*subject, source->attribute))}};
        const Block* cluster =
            design.isKind(*subject, "ecs-service") ? design.container(*subject, "ecs-cluster") : nullptr;
        if (cluster) dimensions.emplace_back("ClusterName", Expression::raw(design.attribute(*cluster, "name")));
        alarm.set("dimensions", Expression::object(std::move(dimensions)));
        out.tie(*subject, block);
    }
    alarm
        .set("comparison_operator",
             said.find('<') != std::string::npos ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold")
        .refer("threshold", thresholdOf(said))
        .set("statistic", isCount(metric) ? "Sum" : "Average")
        .set("period", 60)
        .set("evaluation_periods", 5)
        .set("datapoints_to_alarm", 3)
        .set("treat_missing_data", "notBreaching");
    if (auto arns = actions(out, block); !arns.empty()) alarm.set("alarm_actions", Expression::list(std::move(arns)));
    out.add(Concern::Observability, block, alarm.set("tags", nameTag(block)));
    if (!source) out.leaveOut(block.id.text(), "alarm-source", {{"metric", metric}});
}

}  // namespace lintel::exporters::terraform::observability
