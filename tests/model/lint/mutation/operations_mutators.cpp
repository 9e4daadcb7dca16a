#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::row;
using support::rows;

namespace {

void addPipeline(Place& place, Properties properties)
{
    place.design.block("ci", "github-actions", {}, std::move(properties));
}

void callBucket(Place& place)
{
    place.design.block("role", "iam-role", "account")
        .block("files", "s3-bucket", "seoul")
        .connect(place.server(), "files", "443");
}

void addAlarms(Place& place)
{
    place.design.block("alarm", "cloudwatch-alarm", "seoul");
    for (const char* system : {"s0", "s1"}) place.design.connect(std::string(system) + "-alb", "alarm", "", "observe");
}

void addConsumer(Place& place, bool isIdempotent)
{
    place.design.block("queue", "sqs", "seoul")
        .block("worker", "lambda", "seoul", {{"idempotent", isIdempotent}})
        .connect("queue", "worker", "", "event");
}

/// A function beside the database, which lets in who carries the group.
void addReader(Place& place, const std::string& admitted)
{
    place.design.set(place.id("db"), "security-groups", list(place.id("sg-db")))
        .set(place.id("sg-db"), "inbound", groupRows("3306", admitted))
        .block("reader", "lambda", place.vpc(),
               {{"subnets", list(place.id("app-" + place.zone()))}, {"security-groups", list(place.id("sg-edge"))}});
}

void decide(Place& place, const char* record)
{
    edit::Transaction transaction(place.design.build());
    transaction.put(
        Note{NoteId("decision"), "decision", "one server is enough", {place.server()}, {{"record", Value(record)}}});
    place.design = support::DesignBuilder(transaction.document());
}

void addTargetGroup(Place& place)
{
    place.design.block("tg", "target-group", place.vpc(),
                       {{"port", 8080}, {"targets", list(place.server())}, {"health-check", "/health"}});
}

}  // namespace

const std::vector<Mutator>& operationsMutators()
{
    static const std::vector<Mutator> kMutators{
        // The campaign's team lets servers only reach databases.
        {"assertion-violated", [](Place& p) { addReader(p, p.id("sg-edge")); },
         [](Place& p) { addReader(p, p.id("sg-app")); }},
        {"decision-record", [](Place& p) { decide(p, "adr/0001.md"); }, [](Place& p) { decide(p, "adr/0002.md"); }},
        {"ci-static-keys",
         [](Place& p) {
             addPipeline(p, {{"auth", "access-key"}});
             p.design.block("ecr", "ecr", "seoul", {{"immutable-tags", true}}).connect("ci", "ecr", "", "deploy");
         },
         [](Place& p) {
             addPipeline(p, {{"auth", "oidc"}});
             p.design.block("ecr", "ecr", "seoul", {{"immutable-tags", true}}).connect("ci", "ecr", "", "deploy");
         }},
        {"env-shares-account",
         [](Place& p) {
             p.design.set(p.vpc(), "environment", "production")
                 .block("lab", "vpc", "seoul", {{"cidr", "10.200.0.0/20"}, {"environment", "test"}});
         },
         [](Place& p) {
             p.design.set(p.vpc(), "environment", "production")
                 .block("lab", "vpc", "seoul", {{"cidr", "10.200.0.0/20"}, {"environment", "production"}});
         }},
        {"no-role", [](Place& p) { callBucket(p); },
         [](Place& p) {
             callBucket(p);
             p.design.set(p.server(), "iam-role", "role");
         }},
        {"oidc-trust-wide",
         [](Place& p) {
             p.design.block("role", "iam-role", "account", {{"oidc-subject", "repo:*"}});
         },
         [](Place& p) {
             p.design.block("role", "iam-role", "account", {{"oidc-subject", "repo:shop/api:ref:refs/heads/main"}});
         }},
        {"root-and-mfa", [](Place& p) { p.design.set("account", "root-user-used", true); },
         [](Place& p) { p.design.set("account", "root-user-used", false); }},
        {"static-keys", [](Place& p) { p.design.set(p.server(), "aws-credentials", "access-key"); },
         [](Place& p) { p.design.set(p.server(), "aws-credentials", "role"); }},
        {"deploy-capacity-loss",
         [](Place& p) { p.design.set(p.server(), "replicas", 4).set(p.server(), "deploy-strategy", "in-place"); },
         [](Place& p) { p.design.set(p.server(), "replicas", 4).set(p.server(), "deploy-strategy", "rolling"); }},
        {"no-zero-downtime", [](Place& p) { p.design.set(p.server(), "deploy-strategy", "none"); },
         [](Place& p) { p.design.set(p.server(), "deploy-strategy", "blue-green"); }},
        {"logs-missing",
         [](Place& p) {
             p.design.set(p.id("alb"), "access-logs", false).set(p.id("alb"), "scheme", "internet-facing");
         },
         [](Place& p) { p.design.set(p.id("alb"), "access-logs", false).set(p.id("alb"), "scheme", "internal"); }},
        {"mutable-image",
         [](Place& p) {
             p.design.block("ecs", "ecs-cluster", p.vpc())
                 .block("job", "ecs-service", "ecs", {{"image", "job:latest"}});
         },
         [](Place& p) {
             p.design.block("ecs", "ecs-cluster", p.vpc()).block("job", "ecs-service", "ecs", {{"image", "job:1.4.2"}});
         }},
        {"no-alarms", [](Place& p) { addAlarms(p); },
         [](Place& p) {
             addAlarms(p);
             p.design.block("topic", "sns", "seoul")
                 .set("alarm", "action", "topic")
                 .connect("alarm", "topic", "", "event");
         }},
        {"no-dlq", [](Place& p) { addConsumer(p, true); },
         [](Place& p) {
             addConsumer(p, true);
             p.design.block("failed", "sqs", "seoul").set("queue", "dead-letter-queue", "failed");
         }},
        {"no-drain",
         [](Place& p) {
             addTargetGroup(p);
             p.design.set("tg", "deregistration-delay-seconds", 0);
         },
         [](Place& p) {
             addTargetGroup(p);
             p.design.set("tg", "deregistration-delay-seconds", 60);
         }},
        {"no-rollback",
         [](Place& p) {
             addPipeline(p, {{"rollback", "none"}});
             p.design.connect("ci", p.server(), "", "deploy");
         },
         [](Place& p) {
             addPipeline(p, {{"rollback", "automatic"}});
             p.design.connect("ci", p.server(), "", "deploy");
         }},
        {"pr-deploys-prod",
         [](Place& p) {
             addPipeline(p, {{"trigger", "pull-request"}, {"rollback", "automatic"}});
             p.design.connect("ci", p.server(), "", "deploy");
         },
         [](Place& p) {
             addPipeline(p, {{"trigger", "merge"}, {"rollback", "automatic"}});
             p.design.connect("ci", p.server(), "", "deploy");
         }},
        {"backup-missing", [](Place& p) { p.design.set(p.id("db"), "backup-retention-days", 0); },
         [](Place& p) { p.design.set(p.id("db"), "backup-retention-days", 1); }},
        {"rest-encryption", [](Place& p) { p.design.set(p.id("db"), "encrypted", false); },
         [](Place& p) { p.design.set(p.id("db"), "encrypted", true); }},
        {"transit-clear",
         [](Place& p) {
             p.design.block("cdn", "cloudfront", "account", {{"viewer-protocol", "https-only"}})
                 .connect("cdn", p.id("alb"), "80");
         },
         [](Place& p) {
             p.design.block("cdn", "cloudfront", "account", {{"viewer-protocol", "https-only"}})
                 .connect("cdn", p.id("alb"), "443");
         }},
        {"cache-without-invalidation",
         [](Place& p) {
             p.design.block("cdn", "cloudfront", "account", {{"caching", "optimized"}})
                 .connect("cdn", p.id("alb"), "443")
                 .set(p.server(), "content-changes", "every-request");
         },
         [](Place& p) {
             p.design.block("cdn", "cloudfront", "account", {{"caching", "optimized"}})
                 .connect("cdn", p.id("alb"), "443")
                 .set(p.server(), "content-changes", "rarely");
         }},
        {"idle-timeout-stream",
         [](Place& p) { p.design.set(p.server(), "realtime", "sse").set(p.server(), "heartbeat-seconds", 0); },
         [](Place& p) { p.design.set(p.server(), "realtime", "sse").set(p.server(), "heartbeat-seconds", 20); }},
        {"local-disk-state",
         [](Place& p) { p.design.set(p.server(), "replicas", 3).set(p.server(), "file-storage", "local-disk"); },
         [](Place& p) { p.design.set(p.server(), "replicas", 3).set(p.server(), "file-storage", "s3"); }},
        {"no-scaling-room",
         [](Place& p) {
             p.design.block("asg", "auto-scaling-group", p.vpc(),
                            {{"min", 2}, {"max", 2}, {"subnets", list(p.id("app-a"), p.id("app-c"))}});
         },
         [](Place& p) {
             p.design.block("asg", "auto-scaling-group", p.vpc(),
                            {{"min", 2}, {"max", 4}, {"subnets", list(p.id("app-a"), p.id("app-c"))}});
         }},
        {"not-idempotent", [](Place& p) { addConsumer(p, false); }, [](Place& p) { addConsumer(p, true); }},
        {"push-fanout-missing",
         [](Place& p) {
             p.design.set(p.server(), "replicas", 3)
                 .set(p.server(), "realtime", "sse")
                 .set(p.server(), "realtime-backplane", "none");
         },
         [](Place& p) {
             p.design.set(p.server(), "replicas", 3)
                 .set(p.server(), "realtime", "sse")
                 .set(p.server(), "realtime-backplane", "redis");
         }},
        {"scheduler-duplicated",
         [](Place& p) {
             p.design.set(p.server(), "replicas", 3)
                 .set(p.server(), "scheduled-jobs", true)
                 .set(p.server(), "job-lock", "none");
         },
         [](Place& p) {
             p.design.set(p.server(), "replicas", 3)
                 .set(p.server(), "scheduled-jobs", true)
                 .set(p.server(), "job-lock", "database");
         }},
        {"session-in-memory",
         [](Place& p) { p.design.set(p.server(), "replicas", 3).set(p.server(), "session-storage", "memory"); },
         [](Place& p) { p.design.set(p.server(), "replicas", 3).set(p.server(), "session-storage", "stateless"); }},
    };
    return kMutators;
}

}  // namespace lintel::test
