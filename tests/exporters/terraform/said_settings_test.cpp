// What a design says of a block is in the code, in so many words; what it does not say has a safe default.
#include "exporters/terraform/folder/manifest.h"
#include "exporters/terraform/names.h"
#include "tests/exporters/terraform/accounting.h"
#include "tests/exporters/terraform/formatting.h"
#include "tests/support/design_builder.h"

#include <gmock/gmock.h>

namespace lintel::exporters::terraform {
namespace {

using support::ids;
using support::row;
using support::rows;
using testing::AllOf;
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
        .block("app-c", "subnet", "az-c", {{"cidr", "10.0.2.0/24"}})
        .block("guard", "security-group", "net", {{"inbound", rows({})}});
}

model::Properties placed(model::Properties properties = {})
{
    properties["subnets"] = ids({"app", "app-c"});
    properties["security-groups"] = ids({"guard"});
    return properties;
}

void expectWellFormed(const test::Files& files)
{
    const std::string code = test::codeOf(files);
    EXPECT_THAT(test::formattingProblems(code), IsEmpty());
    EXPECT_THAT(test::undeclaredNames(code), IsEmpty());
    EXPECT_THAT(test::declaredTwice(code), IsEmpty());
}

TEST(DefaultGroup, OfAVpcIsClosedWhenItIsNotDrawn)
{
    const auto files = test::exported(network().build());
    const std::string group = test::blockOf(files, "aws_default_security_group.net");
    EXPECT_THAT(group, HasSubstr("vpc_id = aws_vpc.net.id"));
    EXPECT_THAT(group, AllOf(Not(HasSubstr("ingress")), Not(HasSubstr("egress"))));
}

TEST(DefaultGroup, HasTheDrawnRulesWithinItself)
{
    const auto files = test::exported(
        network()
            .block("own", "security-group", "net",
                   {{"default-group", true},
                    {"inbound", rows({row({{"protocol", "all"}, {"source", "own"}}),
                                      row({{"protocol", "tcp"}, {"ports", "443"}, {"source", "guard"}}),
                                      row({{"protocol", "tcp"}, {"ports", "22"}, {"source", "10.1.0.0/16"}})})}})
            .block("server", "ec2-instance", "app", {{"security-groups", ids({"own"})}})
            .build());
    expectWellFormed(files);
    const std::string group = test::blockOf(files, "aws_default_security_group.own");
    EXPECT_THAT(group, AllOf(HasSubstr("self      = true"), HasSubstr("[aws_security_group.guard.id]"),
                             HasSubstr("[\"10.1.0.0/16\"]"), HasSubstr("egress {")));
    EXPECT_THAT(test::blockOf(files, "aws_default_security_group.net"), IsEmpty()) << "a VPC has one";
    EXPECT_THAT(test::blockOf(files, "aws_instance.server"), HasSubstr("[aws_default_security_group.own.id]"));
    EXPECT_THAT(test::listedIds(files), Contains("own")) << "Terraform takes it over";
}

TEST(DeletionProtection, IsTheBlocksOwnWordOrTheVariable)
{
    const auto code = [](model::Value said) {
        model::Properties properties = placed({{"engine", "mysql"}});
        if (!said.isNull()) properties["deletion-protection"] = said;
        return test::blockOf(test::exported(network().block("db", "rds-instance", "net", properties).build()),
                             "aws_db_instance.db");
    };
    const auto line = [](const std::string& value) { return HasSubstr("deletion_protection             = " + value); };
    EXPECT_THAT(code({}), line("var.deletion_protection"));
    EXPECT_THAT(code(true), line("true"));
    EXPECT_THAT(code(false), line("false"));
}

TEST(LoadBalancer, HasItsIdleTimeoutAndKeepsItsAccessLogs)
{
    const auto draw = [](bool encryptedByKey) {
        auto design = network()
                          .block("alb", "alb", "net",
                                 placed({{"scheme", "internal"}, {"idle-timeout-seconds", 120}, {"access-logs", true}}))
                          .block("nlb", "nlb", "net", placed({{"scheme", "internal"}, {"access-logs", true}}))
                          .block("logs", "s3-bucket", "", {{"purpose", "log"}});
        if (encryptedByKey) design.block("key", "kms-key").connect("key", "logs", "", "attach");
        return test::exported(design.build());
    };
    const auto files = draw(false);
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "aws_lb.alb"),
                AllOf(HasSubstr("idle_timeout               = 120"), HasSubstr("access_logs {"),
                      HasSubstr("bucket  = aws_s3_bucket.logs.id"), HasSubstr("[aws_s3_bucket_policy.logs]")));
    EXPECT_THAT(test::blockOf(files, "aws_lb.nlb"), Not(HasSubstr("idle_timeout")));
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.logs_bucket"),
                AllOf(HasSubstr("logdelivery.elasticloadbalancing.amazonaws.com"),
                      HasSubstr("delivery.logs.amazonaws.com"), HasSubstr("DenyInsecureTransport")));
    EXPECT_THAT(test::blockOf(draw(true), "aws_lb.alb"), Not(HasSubstr("access_logs")));
    EXPECT_THAT(test::listedIds(draw(true)), Contains("alb"));
}

TEST(BucketPolicy, IsOneForAllWhoReadIt)
{
    const auto files = test::exported(support::DesignBuilder()
                                          .block("site", "s3-bucket")
                                          .block("one", "cloudfront")
                                          .block("two", "cloudfront")
                                          .connect("one", "site", "443")
                                          .connect("two", "site", "443")
                                          .build());
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.site_bucket"),
                AllOf(HasSubstr("aws_cloudfront_distribution.one.arn, aws_cloudfront_distribution.two.arn"),
                      HasSubstr("\"aws:SecureTransport\"")));
}

TEST(BucketPolicy, LetsAWebsiteSpeakPlainHttp)
{
    const auto files =
        test::exported(support::DesignBuilder()
                           .block("site", "s3-bucket", "", {{"public-access", "public-read"}, {"website", true}})
                           .build());
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.site_bucket"),
                AllOf(HasSubstr("PublicRead"), Not(HasSubstr("SecureTransport"))));
}

TEST(FailedEvents, AreKeptWhereTheDesignSaysSo)
{
    const auto files =
        test::exported(support::DesignBuilder()
                           .block("topic", "sns", "", {{"failed-events", "kept"}})
                           .block("rule", "eventbridge", "", {{"failed-events", "kept"}, {"pattern", "rate(1 hour)"}})
                           .block("worker", "lambda", "", {{"failed-events", "kept"}})
                           .block("other", "lambda", "", {{"failed-events", "discarded"}})
                           .connect("topic", "worker", "", "event")
                           .connect("rule", "worker", "", "event")
                           .build());
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "aws_lambda_function.worker"),
                HasSubstr("target_arn = aws_sqs_queue.worker_failed.arn"));
    EXPECT_THAT(test::blockOf(files, "aws_sns_topic_subscription.topic_worker"),
                HasSubstr("aws_sqs_queue.topic_failed.arn"));
    EXPECT_THAT(test::blockOf(files, "aws_cloudwatch_event_target.rule_worker"),
                HasSubstr("arn = aws_sqs_queue.rule_failed.arn"));
    EXPECT_THAT(test::blockOf(files, "aws_sqs_queue_policy.topic_failed"), Not(IsEmpty()));
    EXPECT_THAT(test::blockOf(files, "aws_lambda_function.other"), Not(HasSubstr("dead_letter_config")));
}

TEST(KeyPolicy, LetsTheServicesIn)
{
    const auto files = test::exported(support::DesignBuilder()
                                          .block("key", "kms-key")
                                          .block("plain", "kms-key")
                                          .block("logs", "cloudwatch-logs")
                                          .block("queue", "sqs")
                                          .block("topic", "sns")
                                          .connect("key", "logs", "", "attach")
                                          .connect("key", "queue", "", "attach")
                                          .connect("topic", "queue", "", "event")
                                          .build());
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.key_key"),
                AllOf(HasSubstr("\"logs.${var.region}.amazonaws.com\""), HasSubstr("\"sns.amazonaws.com\""),
                      HasSubstr(":root\"")));
    EXPECT_THAT(test::blockOf(files, "aws_kms_key_policy.plain"), IsEmpty());
}

TEST(Topic, IsEncryptedUnlessAServiceSpeaksToIt)
{
    const auto topic = [](const char* speaker) {
        return test::blockOf(
            test::exported(network()
                               .block("topic", "sns")
                               .block("speaker", speaker, std::string(speaker) == "ec2-instance" ? "app" : "")
                               .connect("speaker", "topic", "443")
                               .build()),
            "aws_sns_topic.topic");
    };
    EXPECT_THAT(topic("ec2-instance"), HasSubstr("kms_master_key_id = \"alias/aws/sns\""));
    EXPECT_THAT(topic("cloudwatch-alarm"), Not(HasSubstr("kms_master_key_id")));
}

TEST(EksCluster, HasEntriesForTheRolesOfWhoManagesIt)
{
    const auto files = test::exported(
        network()
            .block("eks", "eks-cluster", "net",
                   placed({{"endpoint-access", "public-and-private"}, {"public-access-cidrs", ids({"203.0.113.7"})}}))
            .block("staff", "users")
            .block("admin", "iam-role", "", {{"policies", ids({"AdministratorAccess"})}})
            .connect("staff", "eks", "443", "manage")
            .connect("staff", "admin", "", "manage")
            .build());
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "aws_eks_access_entry.eks_admin"), HasSubstr("aws_iam_role.admin.arn"));
    EXPECT_THAT(test::blockOf(files, "aws_eks_access_policy_association.eks_admin"),
                HasSubstr("AmazonEKSClusterAdminPolicy"));
    EXPECT_THAT(test::blockOf(files, "aws_eks_cluster.eks"),
                HasSubstr("public_access_cidrs     = [\"203.0.113.7/32\"]"));
    EXPECT_THAT(test::blockOf(files, "aws_iam_role_policy.admin_connections"), IsEmpty())
        << "who may do everything needs nothing by the piece";
}

TEST(GithubRole, TrustsTheWorkflowsThatTheDesignNames)
{
    const auto files =
        test::exported(support::DesignBuilder()
                           .block("github", "github-actions")
                           .block("deploy", "iam-role", "", {{"oidc-subject", "repo:acme/shop:ref:refs/heads/main"}})
                           .connect("github", "deploy", "", "manage")
                           .build());
    EXPECT_THAT(test::blockOf(files, "data.aws_iam_policy_document.deploy_trust"),
                HasSubstr("\"repo:acme/shop:ref:refs/heads/main\""));
    EXPECT_THAT(files.at("variables.tf"), Not(HasSubstr("github_repository")));
}

support::DesignBuilder endpoints()
{
    return network()
        .block("vpce-logs", "vpc-endpoint-interface", "net", placed({{"service", "logs"}}))
        .block("vpce-ecr", "vpc-endpoint-interface", "net", placed({{"service", "ecr.api"}}));
}

TEST(InterfaceEndpoints, ThatDifferByServiceAreOneResource)
{
    const auto files = test::exported(endpoints().build());
    expectWellFormed(files);
    EXPECT_THAT(test::blockOf(files, "aws_vpc_endpoint.interface"),
                AllOf(HasSubstr("\"ecr.api\" = \"vpce-ecr\""), HasSubstr("logs      = \"vpce-logs\""),
                      HasSubstr("\"com.amazonaws.${var.region}.${each.key}\"")));
    EXPECT_THAT(test::unaccountedBlocks(endpoints().build(), files), IsEmpty());
    const auto apart = test::exported(endpoints().set("vpce-logs", "subnets", ids({"app"})).build());
    EXPECT_THAT(test::blockOf(apart, "aws_vpc_endpoint.vpce_logs"), Not(IsEmpty())) << "elsewhere";
}

TEST(InterfaceEndpoints, OneOfAServiceHasItsPrivateName)
{
    auto draw = network();
    draw.block("sqs-1", "vpc-endpoint-interface", "net", placed({{"service", "sqs"}}))
        .block("sqs-2", "vpc-endpoint-interface", "net",
               {{"service", "sqs"}, {"subnets", ids({"app"})}, {"security-groups", ids({"guard"})}});
    const auto files = test::exported(draw.build());
    EXPECT_THAT(test::blockOf(files, "aws_vpc_endpoint.sqs_1"), HasSubstr("private_dns_enabled = true"));
    EXPECT_THAT(test::blockOf(files, "aws_vpc_endpoint.sqs_2"), HasSubstr("private_dns_enabled = false"));
}

/// The provider takes away the rule that AWS gives every new group: everything may leave.
TEST(SecurityGroup, WithoutDrawnOutboundRulesGetsTheUsualOne)
{
    const auto files = test::exported(network().build());
    EXPECT_THAT(test::blockOf(files, "aws_vpc_security_group_egress_rule.guard_to_anywhere"),
                AllOf(HasSubstr("ip_protocol       = \"-1\""), HasSubstr("\"0.0.0.0/0\"")));
}

TEST(AliasRecord, OfADistributionAnswersByIpv6)
{
    const auto draw = [](bool own) {
        support::DesignBuilder design;
        design.block("zone", "route53-zone", "", {{"domain", "acme.example"}})
            .block("site", "s3-bucket")
            .block("cdn", "cloudfront")
            .connect("cdn", "site", "443")
            .block("www", "route53-record", "zone",
                   {{"record", "www.acme.example"}, {"type", "ALIAS"}, {"target", "cdn"}});
        if (own)
            design.block("six", "route53-record", "zone",
                         {{"record", "www.acme.example"}, {"type", "AAAA"}, {"target", "cdn"}});
        return test::exported(design.build());
    };
    EXPECT_THAT(test::blockOf(draw(false), "aws_route53_record.www_ipv6"), HasSubstr("\"AAAA\""));
    EXPECT_THAT(test::blockOf(draw(true), "aws_route53_record.www_ipv6"), IsEmpty()) << "drawn already";
}

TEST(LeastVersion, IsThatOfWriteOnlyArgumentsOnlyWhereThereAreSome)
{
    const auto version = [](const test::Files& files) { return files.at("versions.tf") + files.at("README.md"); };
    EXPECT_THAT(version(test::exported(network().build())), AllOf(HasSubstr("\">= 1.6\""), HasSubstr("OpenTofu 1.6")));
    EXPECT_THAT(version(test::exported(support::DesignBuilder().block("key", "parameter-store").build())),
                AllOf(HasSubstr("\">= 1.11\""), HasSubstr("OpenTofu 1.11")));
}

TEST(LatticeService, SpeaksAsItsLoadBalancerDoes)
{
    const auto draw = [](model::Value listeners) {
        return test::blockOf(test::exported(network()
                                                .block("alb", "alb", "net", placed({{"listeners", listeners}}))
                                                .block("shop", "vpc-lattice")
                                                .connect("shop", "alb", "443")
                                                .build()),
                             "aws_vpclattice_target_group.shop");
    };
    EXPECT_THAT(draw(rows({row({{"protocol", "HTTPS"}, {"port", 443}})})),
                AllOf(HasSubstr("port           = 443"), HasSubstr("\"HTTPS\"")));
    EXPECT_THAT(draw(rows({row({{"protocol", "HTTP"}, {"port", 80}})})), HasSubstr("port           = 80"));
}

TEST(Names, OfManagedPoliciesAreReadable)
{
    EXPECT_EQ(snakeCase("AmazonEKSWorkerNodePolicy"), "amazon_eks_worker_node_policy");
    EXPECT_EQ(snakeCase("AmazonEKS_CNI_Policy"), "amazon_eks_cni_policy");
    EXPECT_EQ(snakeCase("AWSCodeDeployRole"), "aws_code_deploy_role");
    EXPECT_EQ(snakeCase("AmazonEC2ContainerRegistryPullOnly"), "amazon_ec2_container_registry_pull_only");
}

}  // namespace
}  // namespace lintel::exporters::terraform
