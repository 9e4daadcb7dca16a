// Roles and security groups from what is drawn: no more than the connections need.
#include "tests/exporters/terraform/accounting.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform {
namespace {

using support::ids;
using support::row;
using support::rows;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

support::DesignBuilder network()
{
    support::DesignBuilder draw;
    return draw.block("net", "vpc", "", {{"cidr", "10.0.0.0/16"}})
        .block("az", "availability-zone", "net", {{"zone", "a"}})
        .block("az-c", "availability-zone", "net", {{"zone", "c"}})
        .block("app", "subnet", "az", {{"cidr", "10.0.1.0/24"}})
        .block("app-c", "subnet", "az-c", {{"cidr", "10.0.2.0/24"}});
}

TEST(Permissions, ReachTheDrawnBucketOnly)
{
    const auto files = test::exported(network()
                                          .block("server", "ec2-instance", "app")
                                          .block("files", "s3-bucket")
                                          .block("other", "s3-bucket")
                                          .connect("server", "files", "443")
                                          .build());
    const std::string policy = test::blockOf(files, "data.aws_iam_policy_document.server_connections");
    EXPECT_THAT(policy, HasSubstr("\"${aws_s3_bucket.files.arn}/*\""));
    EXPECT_THAT(policy, Not(HasSubstr("other")));
    EXPECT_THAT(policy, Not(HasSubstr("s3:*")));
    EXPECT_THAT(test::listedIds(files), Not(Contains("server-files")));
}

TEST(Permissions, UseTheKeyThatEncryptsWhatTheyReach)
{
    const auto files = test::exported(network()
                                          .block("server", "ec2-instance", "app")
                                          .block("files", "s3-bucket")
                                          .block("key", "kms-key")
                                          .connect("key", "files", "", "attach")
                                          .connect("server", "files", "443")
                                          .build());
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.server_connections"),
                testing::AllOf(HasSubstr("[\"kms:Decrypt\", \"kms:GenerateDataKey\"]"),
                               HasSubstr("resources = [aws_kms_key.key.arn]")));
}

TEST(Permissions, NarrowAPolicyThatOpensTheWholeService)
{
    const auto files = test::exported(
        network()
            .block("role", "iam-role", "", {{"policies", ids({"AmazonS3FullAccess", "AmazonSQSFullAccess"})}})
            .block("server", "ec2-instance", "app", {{"iam-role", "role"}})
            .block("files", "s3-bucket")
            .connect("server", "files", "443")
            .build());
    EXPECT_THAT(test::codeOf(files), Not(HasSubstr("AmazonS3FullAccess")));
    EXPECT_THAT(test::codeOf(files), HasSubstr("policy/AmazonSQSFullAccess"))
        << "nothing drawn says what else it needs";
    EXPECT_THAT(test::listedIds(files), Contains("role"));
}

TEST(Permissions, OfPodsAreThoseOfTheirNodes)
{
    const auto files = test::exported(network()
                                          .block("eks", "eks-cluster", "net", {{"subnets", ids({"app", "app-c"})}})
                                          .block("nodes", "eks-node-group", "eks")
                                          .block("api", "eks-workload", "nodes")
                                          .block("role", "iam-role", "", {{"policies", ids({"AmazonSQSFullAccess"})}})
                                          .block("jobs", "sqs")
                                          .connect("role", "nodes", "", "attach")
                                          .connect("api", "jobs", "443")
                                          .build());
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.role_connections"),
                HasSubstr("aws_sqs_queue.jobs.arn"));
    EXPECT_THAT(test::codeOf(files), Not(HasSubstr("AmazonSQSFullAccess")));
    EXPECT_THAT(test::listedIds(files), Not(Contains("api-jobs")));
}

TEST(SecurityGroups, OfBlocksWithoutOneOpenForTheirConnections)
{
    const auto files = test::exported(
        network()
            .block("server", "ec2-instance", "app")
            .block("db", "rds-instance", "app", {{"engine", "postgres"}, {"subnets", ids({"app", "app-c"})}})
            .connect("server", "db")
            .build());
    const std::string rule = test::blockOf(files, "aws_vpc_security_group_ingress_rule.db_from_server_5432");
    EXPECT_THAT(rule, HasSubstr("referenced_security_group_id = aws_security_group.server.id"));
    EXPECT_THAT(rule, HasSubstr("from_port                    = 5432"));
    EXPECT_THAT(test::codeOf(files), Not(HasSubstr("ingress_rule\" \"server_from")));
}

TEST(SecurityGroups, WithATableSayWhatItSaysAndNoMore)
{
    const auto files = test::exported(
        network()
            .block("guard", "security-group", "net",
                   {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "10.0.0.0/16"}})})}})
            .block("server", "ec2-instance", "app")
            .block("db", "rds-instance", "app",
                   {{"subnets", ids({"app", "app-c"})}, {"security-groups", ids({"guard"})}})
            .connect("server", "db", "3306")
            .build());
    EXPECT_THAT(test::codeOf(files), Not(HasSubstr("3306\"")));
    EXPECT_THAT(test::listedIds(files), Contains("server-db")) << "drawn, but not let through";
}

TEST(Scope, LeavesOutTheSmallerAccount)
{
    const auto files = test::exported(support::DesignBuilder()
                                          .block("prod", "account")
                                          .block("dev", "account")
                                          .block("a", "s3-bucket", "prod")
                                          .block("b", "s3-bucket", "prod")
                                          .block("c", "s3-bucket", "dev")
                                          .build());
    EXPECT_THAT(test::blockOf(files, "aws_s3_bucket.a"), Not(IsEmpty()));
    EXPECT_THAT(test::blockOf(files, "aws_s3_bucket.c"), IsEmpty());
    EXPECT_THAT(test::listedIds(files), Contains("c"));
}

}  // namespace
}  // namespace lintel::exporters::terraform
