#include "exporters/drawio/aws_shapes.h"

#include <algorithm>
#include <iterator>

namespace lintel::exporters::drawio {

namespace {

/// How the palette draws it: a coloured square with a white sign, or the sign alone.
enum class Form { Service, Resource };

struct Shape {
    std::string_view kind;
    Form form;
    std::string_view name;
};

// Sorted by kind. Names as in the editor's AWS 2024 palette; what is not here has no AWS shape.
constexpr Shape kShapes[] = {
    {"acm-certificate", Form::Service, "certificate_manager_3"},
    {"alb", Form::Resource, "application_load_balancer"},
    {"amazon-mq", Form::Service, "mq"},
    {"api-gateway", Form::Service, "api_gateway"},
    {"appsync", Form::Service, "appsync"},
    {"athena", Form::Service, "athena"},
    {"aurora-cluster", Form::Service, "aurora"},
    {"aurora-instance", Form::Resource, "aurora_instance"},
    {"auto-scaling-group", Form::Service, "auto_scaling2"},
    {"backup", Form::Service, "backup"},
    {"batch", Form::Service, "batch"},
    {"ci-server", Form::Resource, "traditional_server"},
    {"client-vpn", Form::Service, "client_vpn"},
    {"cloudfront", Form::Service, "cloudfront"},
    {"cloudwatch-alarm", Form::Resource, "alarm"},
    {"cloudwatch-logs", Form::Service, "cloudwatch_2"},
    {"codebuild", Form::Service, "codebuild"},
    {"codedeploy", Form::Service, "codedeploy"},
    {"codepipeline", Form::Service, "codepipeline"},
    {"cognito", Form::Service, "cognito"},
    {"direct-connect", Form::Service, "direct_connect"},
    {"dms", Form::Service, "database_migration_service"},
    {"documentdb", Form::Service, "documentdb_with_mongodb_compatibility"},
    {"dynamodb", Form::Service, "dynamodb"},
    {"ebs-volume", Form::Resource, "volume"},
    {"ec2-instance", Form::Resource, "instance2"},
    {"ecr", Form::Service, "ecr"},
    {"ecs-cluster", Form::Service, "ecs"},
    {"ecs-service", Form::Resource, "ecs_service"},
    {"efs", Form::Service, "elastic_file_system"},
    {"egress-only-internet-gateway", Form::Resource, "internet_gateway"},
    {"eks-cluster", Form::Service, "eks"},
    {"eks-node-group", Form::Resource, "instances"},
    {"eks-workload", Form::Resource, "container_1"},
    {"elastic-ip", Form::Resource, "elastic_ip_address"},
    {"elasticache", Form::Service, "elasticache"},
    {"elasticache-replica", Form::Service, "elasticache"},
    {"eventbridge", Form::Service, "eventbridge"},
    {"external-network", Form::Resource, "corporate_data_center"},
    {"firehose", Form::Service, "kinesis_data_firehose"},
    {"glue", Form::Service, "glue"},
    {"iam-role", Form::Resource, "role"},
    {"iam-user", Form::Resource, "user"},
    {"internet", Form::Resource, "internet"},
    {"internet-gateway", Form::Resource, "internet_gateway"},
    {"iot-core", Form::Service, "iot_core"},
    {"kinesis", Form::Service, "kinesis_data_streams"},
    {"kms-key", Form::Service, "key_management_service"},
    {"lambda", Form::Service, "lambda"},
    {"mediaconvert", Form::Service, "elemental_mediaconvert"},
    {"msk", Form::Service, "managed_streaming_for_kafka"},
    {"nat-gateway", Form::Resource, "nat_gateway"},
    {"neptune", Form::Service, "neptune"},
    {"network-acl", Form::Resource, "network_access_control_list"},
    {"nlb", Form::Resource, "network_load_balancer"},
    {"opensearch", Form::Service, "elasticsearch_service"},
    {"parameter-store", Form::Resource, "parameter_store"},
    {"rds-instance", Form::Resource, "rds_instance"},
    {"rds-proxy", Form::Resource, "rds_proxy"},
    {"rds-read-replica", Form::Resource, "rds_instance"},
    {"route-table", Form::Resource, "route_table"},
    {"route53-record", Form::Service, "route_53"},
    {"route53-zone", Form::Resource, "hosted_zone"},
    {"s3-bucket", Form::Resource, "bucket"},
    {"secrets-manager", Form::Service, "secrets_manager"},
    {"ses", Form::Service, "simple_email_service"},
    {"site-to-site-vpn", Form::Service, "site_to_site_vpn"},
    {"sns", Form::Service, "sns"},
    {"sqs", Form::Service, "sqs"},
    {"step-functions", Form::Service, "step_functions"},
    {"transit-gateway", Form::Service, "transit_gateway"},
    {"users", Form::Resource, "users"},
    {"virtual-private-gateway", Form::Resource, "vpn_gateway"},
    {"vpc-endpoint-gateway", Form::Resource, "endpoints"},
    {"vpc-endpoint-interface", Form::Resource, "endpoints"},
    {"vpc-lattice", Form::Service, "vpc_lattice"},
    {"vpc-peering", Form::Resource, "peering"},
    {"waf-web-acl", Form::Service, "waf"},
};

struct Colour {
    std::string_view category;
    std::string_view fill;
};

// AWS's colours by category of the catalogue.
constexpr Colour kColours[] = {
    {"compute", "#ED7100"},  {"containers", "#ED7100"},    {"storage", "#7AA116"}, {"database", "#C925D1"},
    {"delivery", "#C925D1"}, {"network", "#8C4FFF"},       {"edge", "#8C4FFF"},    {"integration", "#E7157B"},
    {"security", "#DD344C"}, {"observability", "#E7157B"},
};

struct Group {
    std::string_view kind;
    std::string_view icon;
    std::string_view stroke;
    bool isDashed;
};

constexpr Group kGroups[] = {
    {"account", "group_account", "#CD2264", false},
    {"region", "group_region", "#00A4A6", true},
    {"vpc", "group_vpc2", "#8C4FFF", false},
    {"external-network", "group_corporate_data_center", "#7D8998", false},
    {"ec2-instance", "group_ec2_instance_contents", "#D86613", false},
};

std::string_view colourOf(std::string_view category)
{
    const auto* found = std::find_if(std::begin(kColours), std::end(kColours),
                                     [&](const Colour& colour) { return colour.category == category; });
    return found == std::end(kColours) ? "#232F3D" : found->fill;
}

constexpr std::string_view kLabelBelow =
    "sketch=0;outlineConnect=0;html=1;verticalLabelPosition=bottom;verticalAlign=top;align=center;fontSize=12;aspect="
    "fixed;";
constexpr std::string_view kContainer =
    "container=1;pointerEvents=0;collapsible=0;recursiveResize=0;html=1;whiteSpace=wrap;fontSize=12;"
    "verticalAlign=top;align=left;";

std::string groupStyle(std::string_view icon, std::string_view stroke, std::string_view fill, bool isDashed)
{
    return std::string(kContainer) + "spacingLeft=30;shape=mxgraph.aws4.group;grIcon=mxgraph.aws4." +
           std::string(icon) + ";strokeColor=" + std::string(stroke) + ";fontColor=" + std::string(stroke) +
           ";fillColor=" + std::string(fill) + (isDashed ? ";dashed=1;" : ";dashed=0;");
}

std::string plainFrame(std::string_view stroke, bool isDashed)
{
    return std::string(kContainer) + "spacingLeft=8;fillColor=none;strokeColor=" + std::string(stroke) +
           ";fontColor=" + std::string(stroke) + (isDashed ? ";dashed=1;" : ";dashed=0;");
}

}  // namespace

std::string blockStyle(std::string_view kind, std::string_view category)
{
    const auto* found =
        std::find_if(std::begin(kShapes), std::end(kShapes), [&](const Shape& shape) { return shape.kind == kind; });
    const std::string fill(colourOf(category));
    if (found == std::end(kShapes))
        return "rounded=1;html=1;whiteSpace=wrap;fillColor=none;strokeColor=" + fill +
               ";verticalLabelPosition=bottom;" + "verticalAlign=top;align=center;fontSize=12;";
    const std::string name(found->name);
    if (found->form == Form::Service)
        return std::string(kLabelBelow) + "strokeColor=#ffffff;fillColor=" + fill +
               ";shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4." + name + ";";
    return std::string(kLabelBelow) + "strokeColor=none;fillColor=" + fill + ";shape=mxgraph.aws4." + name + ";";
}

std::string frameStyle(std::string_view kind, bool isPublicSubnet)
{
    // In that palette the icon of a subnet is called after security groups.
    if (kind == "subnet")
        return groupStyle("group_security_group;grStroke=0", isPublicSubnet ? "#7AA116" : "#00A4A6",
                          isPublicSubnet ? "#F2F6E8" : "#E6F6F7", false);
    if (kind == "auto-scaling-group")
        return std::string(kContainer) +
               "shape=mxgraph.aws4.groupCenter;grIcon=mxgraph.aws4.group_auto_scaling_group;grStroke=1;"
               "strokeColor=#D86613;fontColor=#D86613;fillColor=none;dashed=1;align=center;spacingTop=25;";
    for (const Group& group : kGroups)
        if (group.kind == kind) return groupStyle(group.icon, group.stroke, "none", group.isDashed);
    return kind == "availability-zone" ? plainFrame("#147EBA", true) : plainFrame("#7D8998", false);
}

}  // namespace lintel::exporters::drawio
