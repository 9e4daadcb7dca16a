#include "exporters/terraform/security/permissions.h"

#include "exporters/terraform/names.h"

#include <algorithm>
#include <map>

namespace lintel::exporters::terraform::security {

using hcl::Expression;
using model::Block;

namespace {

/// Topics and consumer groups of a Kafka cluster have ARNs that only begin like the cluster's.
constexpr const char* kTopics = ":topic/";
constexpr const char* kGroups = ":group/";

struct Need {
    std::string_view relation;  ///< empty: any but deploy
    std::vector<std::string> actions;
    std::string suffix;  ///< behind the ARN: `/*` for what a bucket holds
};

/// What a connection to a block of the kind needs, by relation. Verbs as the line alone tells: reading and writing
/// data, never administering.
const std::multimap<std::string, Need, std::less<>>& needs()
{
    static const std::multimap<std::string, Need, std::less<>> kNeeds{
        {"s3-bucket", {"", {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}, "/*"}},
        {"s3-bucket", {"", {"s3:ListBucket"}, ""}},
        {"s3-bucket", {"deploy", {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"}, "/*"}},
        {"s3-bucket", {"deploy", {"s3:ListBucket"}, ""}},
        {"dynamodb",
         {"",
          {"dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem",
           "dynamodb:PutItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem"},
          ""}},
        {"sqs",
         {"",
          {"sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
           "sqs:ReceiveMessage", "sqs:SendMessage"},
          ""}},
        {"sns", {"", {"sns:Publish"}, ""}},
        {"kinesis",
         {"", {"kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"}, ""}},
        {"firehose", {"", {"firehose:PutRecord", "firehose:PutRecordBatch"}, ""}},
        {"msk", {"", {"kafka-cluster:Connect", "kafka-cluster:DescribeCluster"}, ""}},
        {"msk",
         {"",
          {"kafka-cluster:CreateTopic", "kafka-cluster:DescribeTopic", "kafka-cluster:ReadData",
           "kafka-cluster:WriteData"},
          kTopics}},
        {"msk", {"", {"kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"}, kGroups}},
        {"opensearch",
         {"", {"es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"}, "/*"}},
        {"glue", {"", {"glue:GetJobRun", "glue:StartJobRun"}, ""}},
        {"athena",
         {"",
          {"athena:GetQueryExecution", "athena:GetQueryResults", "athena:StartQueryExecution",
           "athena:StopQueryExecution"},
          ""}},
        {"batch", {"", {"batch:SubmitJob"}, ""}},
        {"appsync", {"", {"appsync:GraphQL"}, "/*"}},
        {"vpc-lattice", {"", {"vpc-lattice-svcs:Invoke"}, "/*"}},
        {"secrets-manager", {"", {"secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"}, ""}},
        {"parameter-store", {"", {"ssm:GetParameter", "ssm:GetParameters"}, ""}},
        {"kms-key", {"", {"kms:Decrypt", "kms:GenerateDataKey"}, ""}},
        {"ses", {"", {"ses:SendEmail", "ses:SendRawEmail"}, ""}},
        {"step-functions", {"", {"states:StartExecution"}, ""}},
        {"lambda", {"", {"lambda:InvokeFunction"}, ""}},
        {"lambda", {"deploy", {"lambda:GetFunction", "lambda:UpdateFunctionCode"}, ""}},
        {"mediaconvert", {"", {"mediaconvert:CreateJob"}, ""}},
        {"cloudwatch-logs", {"", {"logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"}, ":*"}},
        {"ecr", {"", {"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"}, ""}},
        {"ecr",
         {"deploy",
          {"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
           "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"},
          ""}},
        {"codedeploy", {"deploy", {"codedeploy:CreateDeployment", "codedeploy:GetDeployment"}, ""}},
        {"codebuild", {"deploy", {"codebuild:BatchGetBuilds", "codebuild:StartBuild"}, ""}},
        {"ecs-service", {"deploy", {"ecs:DescribeServices", "ecs:UpdateService"}, ""}},
        {"eks-cluster", {"", {"eks:DescribeCluster"}, ""}},
        {"eks-cluster", {"deploy", {"eks:DescribeCluster"}, ""}},
    };
    return kNeeds;
}

/// Name and kind, the kind once: `FileS3Bucket`, `Sqs`.
std::string idFor(const Design& design, const Block& target)
{
    const std::string name = statementId(design.name(target));
    const std::string kind = statementId(slug(target.kind.text(), '_'));
    return name.ends_with(kind) ? name : name + kind;
}

std::string arnOf(const Design& design, const Block& block)
{
    return design.attribute(block, design.isKind(block, "ecs-service") ? "id" : "arn");
}

std::string withSuffix(const std::string& arn, const std::string& suffix)
{
    if (suffix == kTopics || suffix == kGroups)
        return "\"${replace(" + arn + ", \":cluster/\", \"" + suffix + "\")}/*\"";
    return suffix.empty() ? arn : "\"${" + arn + "}" + suffix + "\"";
}

/// Once each, under a name of its own.
void addStatement(std::vector<Statement>& statements, Statement statement)
{
    const bool known = std::any_of(statements.begin(), statements.end(), [&](const Statement& other) {
        return other.actions == statement.actions && other.resources == statement.resources;
    });
    if (known) return;
    const auto clashes = [&](const Statement& other) { return other.id == statement.id; };
    while (std::any_of(statements.begin(), statements.end(), clashes)) statement.id += "2";
    statements.push_back(std::move(statement));
}

/// What a customer's key encrypts is read and written with the key as well.
void addKey(const Design& design, const Block& target, std::vector<Statement>& statements)
{
    if (design.isKind(target, "kms-key")) return;
    for (const Block* key : design.connected(target, "kms-key"))
        addStatement(statements,
                     {idFor(design, *key), {"kms:Decrypt", "kms:GenerateDataKey"}, {design.attribute(*key, "arn")}});
}

/// False when the kind has no service to be allowed for such a connection.
bool addNeeds(const Design& design, const Block& target, std::string_view relation, std::vector<Statement>& statements)
{
    int part = 0;
    const auto [first, last] = needs().equal_range(target.kind.text());
    for (auto at = first; at != last; ++at) {
        const Need& need = at->second;
        if ((need.relation == "deploy") != (relation == "deploy")) continue;
        Statement statement{idFor(design, target), need.actions, {withSuffix(arnOf(design, target), need.suffix)}};
        // A job is submitted to a queue, and of a definition.
        if (design.isKind(target, "batch"))
            statement.resources.push_back("aws_batch_job_definition." + design.name(target) + ".arn");
        if (part > 0) statement.id += need.suffix == kTopics ? "Topics" : need.suffix == kGroups ? "Groups" : "List";
        ++part;
        addStatement(statements, std::move(statement));
    }
    if (part > 0 && design.isKind(target, "ecr"))
        addStatement(statements, {"EcrLogin", {"ecr:GetAuthorizationToken"}, {"\"*\""}});
    if (part > 0) addKey(design, target, statements);
    return part > 0;
}

}  // namespace

namespace {

/// Both words, without saying one of them twice: `api_logs` of `api` and `api_logs`, or of `api_logs` and `logs`.
std::string joined(const std::string& role, const std::string& word)
{
    if (word == role || word.starts_with(role + "_")) return word;
    return role.ends_with("_" + word) ? role : role + "_" + word;
}

}  // namespace

std::string statementId(const std::string& name)
{
    std::string text;
    bool start = true;
    for (const char c : name) {
        if (c == '_') {
            start = true;
            continue;
        }
        text.push_back(start && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        start = false;
    }
    return text;
}

hcl::Block policyDocument(const std::string& name, std::span<const Statement> statements)
{
    hcl::Block document = hcl::Block::data("aws_iam_policy_document", name);
    for (const Statement& statement : statements) {
        std::vector<Expression> resources;
        for (const std::string& resource : statement.resources) resources.push_back(Expression::raw(resource));
        document.add(hcl::Block("statement")
                         .set("sid", statement.id)
                         .set("actions", Expression::texts(statement.actions))
                         .set("resources", Expression::list(std::move(resources))));
    }
    return document;
}

std::vector<Statement> drawnPermissions(Configuration& out, std::span<const Block* const> workloads)
{
    const Design& design = out.design();
    std::vector<Statement> statements;
    for (const Block* workload : workloads) {
        for (const model::Connection* connection : design.connectionsFrom(*workload)) {
            const Block* target = design.block(connection->to.text());
            if (!target || !addNeeds(design, *target, connection->relation, statements)) continue;
            out.tie(*workload, *target);
            if (const Block* from = design.block(connection->from.text())) out.tie(design.host(*from), *target);
        }
    }
    return statements;
}

void grant(Configuration& out, const Block& subject, const std::string& role, const std::string& word,
           std::span<const Statement> statements)
{
    if (statements.empty()) return;
    const std::string name = out.claim("aws_iam_role_policy", joined(role, word));
    out.add(Concern::Security, subject, policyDocument(name, statements));
    out.add(Concern::Security, subject,
            hcl::Block::resource("aws_iam_role_policy", name)
                .set("name", word)
                .refer("role", "aws_iam_role." + role + ".id")
                .refer("policy", "data.aws_iam_policy_document." + name + ".json"));
}

bool isNarrowed(const Design& design, const std::string& managedPolicy, std::span<const Block* const> workloads)
{
    static const std::map<std::string, std::string> kWide{{"AmazonS3FullAccess", "s3-bucket"},
                                                          {"AmazonSQSFullAccess", "sqs"},
                                                          {"AmazonSNSFullAccess", "sns"},
                                                          {"AmazonKinesisFullAccess", "kinesis"},
                                                          {"AmazonSESFullAccess", "ses"},
                                                          {"AmazonDynamoDBFullAccess", "dynamodb"},
                                                          {"AmazonDynamoDBFullAccess_v2", "dynamodb"},
                                                          {"SecretsManagerReadWrite", "secrets-manager"},
                                                          {"AmazonSSMFullAccess", "parameter-store"},
                                                          {"AWSStepFunctionsFullAccess", "step-functions"},
                                                          {"AWSLambda_FullAccess", "lambda"}};
    const auto wide = kWide.find(managedPolicy);
    if (wide == kWide.end()) return false;
    return std::any_of(workloads.begin(), workloads.end(), [&](const Block* workload) {
        const auto connections = design.connectionsFrom(*workload);
        return std::any_of(connections.begin(), connections.end(), [&](const model::Connection* connection) {
            const Block* target = design.block(connection->to.text());
            return target && design.isKind(*target, wide->second);
        });
    });
}

}  // namespace lintel::exporters::terraform::security
