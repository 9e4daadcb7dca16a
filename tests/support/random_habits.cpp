#include "tests/support/random_habits.h"

#include "tests/support/design_builder.h"

namespace lintel::test {

using namespace model;
using support::ids;
using support::row;
using support::rows;

namespace {

using Names = std::vector<std::string>;

class HabitGenerator {
public:
    HabitGenerator(edit::Transaction& transaction, std::mt19937& random) : m_transaction(transaction), m_random(random)
    {
    }

    void generate()
    {
        addFrame();
        addServers();
        addEntry();
        addStores();
        addEvents();
        addDelivery();
        addIdentity();
        addNames();
        addCluster();
        addProtection();
    }

private:
    bool chance(std::size_t in) { return m_random() % in == 0; }
    std::string one(const Names& names) { return names[m_random() % names.size()]; }
    Value flag() { return chance(3) ? Value() : Value(chance(2)); }
    Value number(std::initializer_list<int> choices) { return Value(*(choices.begin() + m_random() % choices.size())); }

    void add(const std::string& id, const char* kind, const std::string& parent, Properties properties = {},
             std::string name = {})
    {
        std::erase_if(properties, [](const auto& entry) { return entry.second.isNull() || entry.second == Value(""); });
        m_transaction.put(Block{BlockId(id), KindId(kind), std::move(name), BlockId(parent), std::move(properties)});
    }

    void connect(const std::string& from, const std::string& to, const std::string& ports = {},
                 const char* relation = "")
    {
        if (!m_transaction.block(BlockId(from)) || !m_transaction.block(BlockId(to))) return;
        m_transaction.put(
            Connection{ConnectionId(from + "-" + to), BlockId(from), BlockId(to), relation, {}, {}, ports, {}});
    }

    void addFrame()
    {
        add("h-account", "account", "",
            {{"root-user-used", flag()}, {"mfa", one({"", "none", "some-users", "all-users"})}});
        add("h-region", "region", "h-account", {{"region", "ap-northeast-2"}});
        add("h-vpc", "vpc", "h-region",
            {{"cidr", one({"10.60.0.0/16", "10.60.0.0/20", "10.60.0.0/26", "10.60.0.0/26"})},
             {"flow-logs", flag()},
             {"dns-hostnames", true}});
        add("h-igw", "internet-gateway", "h-vpc");
        add("h-eip", "elastic-ip", "h-vpc");
        add("h-rt-public", "route-table", "h-vpc",
            {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "h-igw"}})})}});
        add("h-rt-app", "route-table", "h-vpc",
            {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "h-nat"}})})}});
        int block = 0;
        for (const std::string zone : {"a", "c"}) {
            add("h-az-" + zone, "availability-zone", "h-vpc", {{"zone", zone}});
            for (const std::string tier : {"public", "app"}) {
                const std::string range = "10.60.0." + std::to_string(16 * block++) + one({"/28", "/28", "/27"});
                add("h-" + tier + "-" + zone, "subnet", "h-az-" + zone,
                    {{"cidr", range}, {"route-table", "h-rt-" + tier}}, chance(6) ? tier + " 2c" : std::string());
                ++block;
            }
        }
        add("h-nat", "nat-gateway", "h-public-a", {{"elastic-ip", "h-eip"}});
        add("h-users", "users", "");
        add("h-internet", "internet", "");
    }

    Properties habits()
    {
        return {{"session-storage", one({"", "memory", "sticky", "redis"})},
                {"scheduled-jobs", flag()},
                {"job-lock", one({"", "none", "redis"})},
                {"realtime", one({"", "sse", "websocket", "none"})},
                {"realtime-backplane", one({"", "none", "kafka"})},
                {"heartbeat-seconds", chance(2) ? Value() : number({0, 20, 90})},
                {"file-storage", one({"", "local-disk", "s3"})},
                {"content-changes", one({"", "every-request", "rarely"})},
                {"deploy-strategy", one({"", "none", "in-place", "rolling", "blue-green", "blue-green-one-host"})},
                {"schema-migration", one({"", "in-one-step", "expand-contract"})},
                {"peak-load-percent", chance(2) ? Value() : number({30, 60, 95})},
                {"aws-credentials", one({"", "access-key", "role"})}};
    }

    void addServers()
    {
        add("h-sg", "security-group", "h-vpc",
            {{"inbound", rows({row({{"protocol", "tcp"}, {"ports", "8080"}, {"source", "10.60.0.0/16"}})})}},
            chance(3) ? "rds" : "app");
        const Value wide = rows({row({{"protocol", "tcp"}, {"ports", "80,443"}, {"source", "cloudfront"}})});
        if (chance(2)) add("h-sg-old", "security-group", "h-vpc", {{"inbound", chance(3) ? wide : Value()}});
        const bool isGroup = chance(3);
        for (const std::string zone : {"a", "c"}) {
            Properties all = habits();
            all["type"] = one({"", "t2.micro", "t3.small", "m4.large"});
            all["role"] = one({"", "application"});
            all["ports"] = one({"8080", "8080", ""});
            all["security-groups"] = ids({"h-sg"});
            all["environment"] = one({"", "", "production", "test"});
            if (isGroup) all["auto-scaling-group"] = "h-asg";
            add("h-api-" + zone, "ec2-instance", "h-app-" + zone, std::move(all));
        }
        if (!isGroup) return;
        Properties group = habits();
        group["min"] = number({1, 2});
        group["max"] = number({2, 2, 4, 24});
        group["scaling-policy"] = one({"", "none", "target-tracking"});
        group["target-groups"] = ids({"h-tg"});
        add("h-asg", "auto-scaling-group", "h-vpc", std::move(group));
    }

    void addEntry()
    {
        add("h-tg", "target-group", "h-vpc",
            {{"port", 8080},
             {"targets", chance(3) ? ids({"h-api-a"}) : ids({"h-api-a", "h-api-c"})},
             {"health-check", "/health"},
             {"deregistration-delay-seconds", chance(2) ? Value() : number({0, 10, 60})}});
        const Value listeners = rows({row({{"protocol", "HTTPS"},
                                           {"port", 443},
                                           {"action", "forward"},
                                           {"target", "h-tg"},
                                           {"certificate", "h-cert-api"}})});
        add("h-alb", "alb", "h-vpc",
            {{"subnets", ids({"h-public-a", "h-public-c"})}, {"listeners", listeners}, {"access-logs", flag()}});
        connect("h-users", "h-alb", "443");
        if (chance(3)) {
            add("h-cdn", "cloudfront", "h-account", {{"caching", one({"", "by-path"})}, {"access-logs", flag()}});
            connect("h-cdn", "h-alb", "443");
        }
        if (!chance(2)) return;
        add("h-tg-tcp", "target-group", "h-vpc",
            {{"protocol", "TCP"},
             {"port", 8080},
             {"targets", ids({"h-api-a"})},
             {"health-check", one({"/health", ""})}});
        add("h-nlb", "nlb", "h-vpc",
            {{"scheme", "internal"},
             {"subnets", ids({"h-app-a", "h-app-c"})},
             {"reason", one({"", "static-ip"})},
             {"listeners", rows({row({{"protocol", "TCP"}, {"port", 8080}, {"target", "h-tg-tcp"}})})}});
        connect("h-api-c", "h-nlb");
        connect("h-api-c", "h-api-a");
    }

    void addStores()
    {
        if (chance(2)) add("h-bucket", "s3-bucket", "h-region", {{"purpose", one({"", "upload"})}});
        connect("h-api-a", "h-bucket", "443");
        if (chance(3))
            add("h-redis", "elasticache", "h-vpc",
                {{"subnets", ids({"h-app-a", "h-app-c"})},
                 {"usage", one({"", "cache", "session"})},
                 {"replicas", 1},
                 {"automatic-failover", true}});
        connect("h-api-a", "h-redis", "6379");
        if (chance(2))
            add("h-db", "rds-instance", "h-vpc",
                {{"subnets", ids({"h-app-a", "h-app-c"})},
                 {"type", one({"db.t3.micro", "db.m6g.large"})},
                 {"multi-az", true}});
        connect("h-api-a", "h-db", "3306");
        if (chance(3)) add("h-eip-idle", "elastic-ip", "h-vpc");
    }

    void addEvents()
    {
        if (!chance(2)) return;
        add("h-queue", "sqs", "h-region", {{"dead-letter-queue", one({"", "h-failed"})}, {"fifo", flag()}});
        add("h-failed", "sqs", "h-region");
        add("h-topic", "sns", "h-region", {{"failed-events", one({"", "discarded"})}});
        add("h-worker", "lambda", "h-region",
            {{"idempotent", flag()}, {"failed-events", one({"", "discarded", "kept"})}});
        connect("h-queue", "h-worker", "", "event");
        connect("h-topic", "h-worker", "", "event");
        connect("h-api-a", "h-topic", "443");
        if (chance(2))
            add("h-endpoint", "vpc-endpoint-interface", "h-vpc",
                {{"service", one({"sqs", "sns"})}, {"subnets", ids({"h-app-a"})}});
    }

    void addDelivery()
    {
        if (!chance(2)) return;
        add("h-ci", chance(2) ? "github-actions" : "ci-server", "",
            {{"trigger", one({"", "merge", "pull-request"})},
             {"auth", one({"", "oidc", "access-key"})},
             {"rollback", "automatic"}});
        add("h-ecr", "ecr", "h-region", {{"immutable-tags", flag()}});
        connect("h-ci", "h-ecr", "", "deploy");
        connect("h-ci", "h-api-a", "", "deploy");
        if (chance(2)) return;
        add("h-alarm", "cloudwatch-alarm", "h-region", {{"action", one({"", "h-topic"})}});
        connect("h-alb", "h-alarm", "", "observe");
    }

    void addIdentity()
    {
        if (chance(2))
            add("h-role", "iam-role", "h-account",
                {{"oidc-subject", one({"", "*", "repo:salon/*", "repo:salon/api:ref:refs/heads/main"})}});
        if (chance(3)) add("h-user", "iam-user", "h-account", {{"mfa", flag()}, {"access-keys", flag()}});
        if (chance(2)) connect("h-user", "h-api-a", "", "manage");
    }

    void addNames()
    {
        add("h-cert-api", "acm-certificate", "h-region", {{"domains", ids({"api.salon.example"})}});
        if (chance(2)) add("h-cert-www", "acm-certificate", "h-region", {{"domains", ids({"www.salon.example"})}});
        add("h-zone", "route53-zone", "h-account", {{"delegated", flag()}});
        add("h-record", "route53-record", "h-zone", {{"type", "ALIAS"}, {"target", one({"h-alb", "h-eip", "h-db"})}});
    }

    /// Nodes that may be too few, in subnets that may be too small.
    void addCluster()
    {
        if (!chance(3)) return;
        add("h-eks", "eks-cluster", "h-vpc", {{"subnets", ids({"h-app-a", "h-app-c"})}});
        add("h-nodes", "eks-node-group", "h-eks",
            {{"type", one({"t3.nano", "t3.small", "m5.large"})}, {"max", number({2, 4, 12})}});
        add("h-pod", "eks-workload", "h-nodes",
            {{"replicas", number({2, 40, 200})}, {"image", one({"api", "api:1.2"})}});
        if (chance(2)) add("h-office", "external-network", "", {{"cidr", one({"10.60.0.0/20", "192.168.0.0/16"})}});
    }

    /// How the data is kept, where somebody says so.
    void addProtection()
    {
        const auto say = [&](const char* id, const char* key, Value value) {
            if (m_transaction.block(BlockId(id))) m_transaction.setProperty(BlockId(id), key, std::move(value));
        };
        say("h-db", "backup-retention-days", chance(2) ? Value() : number({0, 7}));
        say("h-db", "encrypted", flag());
        say("h-redis", "transit-encryption", flag());
        say("h-bucket", "versioning", flag());
    }

    edit::Transaction& m_transaction;
    std::mt19937& m_random;
};

}  // namespace

void addRandomHabits(edit::Transaction& transaction, std::mt19937& random)
{
    HabitGenerator(transaction, random).generate();
}

}  // namespace lintel::test
