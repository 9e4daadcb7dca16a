#include "tests/support/random_service.h"

namespace lintel::test {

using namespace model;

namespace {

using Names = std::vector<std::string>;

Value row(std::initializer_list<std::pair<const char*, Value>> cells)
{
    Value::Map map;
    for (const auto& [key, value] : cells)
        if (!value.isNull() && value != Value("")) map.push_back({key, value});
    return Value(std::move(map));
}

Value rows(std::initializer_list<Value> list) { return Value(Value::List(list)); }

Value ids(std::initializer_list<const char*> names)
{
    Value::List list;
    for (const char* name : names) list.emplace_back(name);
    return Value(std::move(list));
}

class ServiceGenerator {
public:
    ServiceGenerator(edit::Transaction& transaction, std::mt19937& random)
        : m_transaction(transaction), m_random(random)
    {
    }

    void generate()
    {
        addFrame();
        addGroups();
        addServers();
        addEdge();
        addData();
        addMembers();
        addScaling();
        addCluster();
        addEndpoints();
        addOffice();
    }

private:
    bool chance(std::size_t in) { return m_random() % in == 0; }
    std::string one(const Names& names) { return names[m_random() % names.size()]; }
    Value flag() { return chance(3) ? Value() : Value(chance(2)); }

    void add(const std::string& id, const char* kind, const std::string& parent, Properties properties = {})
    {
        std::erase_if(properties, [](const auto& entry) { return entry.second.isNull() || entry.second == Value(""); });
        m_transaction.put(Block{BlockId(id), KindId(kind), {}, BlockId(parent), std::move(properties)});
    }

    void connect(const std::string& from, const std::string& to, const std::string& ports = {},
                 const char* relation = "", const char* protocol = "", Properties properties = {})
    {
        if (!m_transaction.block(BlockId(from)) || !m_transaction.block(BlockId(to))) return;
        m_transaction.put(Connection{ConnectionId(from + "-" + to),
                                     BlockId(from),
                                     BlockId(to),
                                     relation,
                                     {},
                                     protocol,
                                     ports,
                                     std::move(properties)});
    }

    Value inbound(const Names& ports, const Names& sources)
    {
        return rows({row({{"protocol", "tcp"}, {"ports", one(ports)}, {"source", one(sources)}})});
    }

    void addFrame()
    {
        add("w-vpc", "vpc", "", {{"cidr", "10.50.0.0/16"}});
        add("w-igw", "internet-gateway", "w-vpc");
        add("w-rt-public", "route-table", "w-vpc",
            {{"routes", rows({row({{"destination", "0.0.0.0/0"}, {"target", "w-igw"}})})}});
        add("w-rt-private", "route-table", "w-vpc");
        for (const std::string zone : {"a", "c"}) {
            const std::string third = zone == "a" ? "0" : "1";
            add("w-az-" + zone, "availability-zone", "w-vpc", {{"zone", zone}});
            add("w-public-" + zone, "subnet", "w-az-" + zone,
                {{"cidr", "10.50." + third + ".0/24"}, {"route-table", "w-rt-public"}});
            add("w-private-" + zone, "subnet", "w-az-" + zone,
                {{"cidr", "10.50.1" + third + ".0/24"}, {"route-table", "w-rt-private"}});
        }
        add("w-users", "users", "");
    }

    void addGroups()
    {
        add("w-sg-alb", "security-group", "w-vpc",
            {{"inbound", inbound({"443", "80,443"}, {"0.0.0.0/0", "0.0.0.0/0", "cloudfront"})}});
        add("w-sg-app", "security-group", "w-vpc",
            {{"inbound",
              inbound({"8080", "8080,9999", "0-65535"}, {"w-sg-alb", "w-sg-alb", "0.0.0.0/0", "10.50.0.0/16"})},
             {"default-group", chance(4) ? Value(true) : Value()}});
        add("w-sg-data", "security-group", "w-vpc",
            {{"inbound", inbound({"3306,6379,9092,27017"}, {"w-sg-app", "10.50.0.0/16", "0.0.0.0/0"})}});
        add("w-sg-endpoint", "security-group", "w-vpc", {{"inbound", inbound({"443"}, {"w-sg-alb", "w-sg-app"})}});
    }

    void addServers()
    {
        for (const std::string zone : {"a", "c"}) {
            const std::string id = "w-app-" + zone;
            add(id, "ec2-instance", one({"w-private-" + zone, "w-private-" + zone, "w-public-" + zone, "w-private-a"}),
                {{"role", one({"application", "application", "web", "worker", ""})},
                 {"ports", one({"8080", "8080", ""})},
                 {"security-groups", ids({"w-sg-app"})},
                 {"public-ip", flag()}});
            if (chance(5)) add(id + "-spring", "spring", id);
        }
        if (chance(3))
            add("w-search", "ec2-instance", "w-public-a",
                {{"public-ip", true}, {"security-groups", ids({"w-sg-search"})}});
        if (m_transaction.block(BlockId("w-search")))
            add("w-sg-search", "security-group", "w-vpc",
                {{"inbound", inbound({"9200", "9090"}, {"0.0.0.0/0", "w-sg-app"})}});
    }

    void addEdge()
    {
        add("w-tg", "target-group", "w-vpc",
            {{"port", 8080},
             {"targets", chance(3) ? ids({"w-app-a"}) : ids({"w-app-a", "w-app-c"})},
             {"health-check", one({"/health", "none", ""})}});
        add("w-alb", "alb", "w-vpc",
            {{"scheme", one({"internet-facing", "internet-facing", "internal"})},
             {"security-groups", ids({"w-sg-alb"})},
             {"subnets",
              one({"p", "p", "q"}) == "p" ? ids({"w-public-a", "w-public-c"}) : ids({"w-private-a", "w-public-c"})},
             {"listeners", rows({row({{"protocol", "HTTP"},
                                      {"port", 80},
                                      {"action", one({"redirect", "forward"})},
                                      {"target", "w-tg"}}),
                                 row({{"protocol", "HTTPS"},
                                      {"port", 443},
                                      {"action", "forward"},
                                      {"certificate", "w-cert"},
                                      {"target", "w-tg"}})})}});
        add("w-cert", "acm-certificate", "", {{"region", one({"", "us-east-1"})}});
        if (chance(2)) {
            add("w-cdn", "cloudfront", "", {{"viewer-protocol", one({"", "redirect-to-https"})}});
            connect("w-users", "w-cdn", "443");
            connect("w-cdn", "w-alb", "443", "", "", {{"origin-access", one({"public", "vpc-origin"})}});
        }
        connect("w-users", chance(2) ? "w-alb" : "w-cdn", "443");
        if (chance(4)) connect("w-users", "w-app-a", "80", "", "http");
    }

    void addData()
    {
        if (chance(2)) {
            add("w-rds", "rds-instance", one({"w-private-a", "w-public-a"}),
                {{"subnets", ids({"w-private-a", "w-private-c"})},
                 {"security-groups", ids({"w-sg-data"})},
                 {"publicly-accessible", flag()},
                 {"multi-az", flag()}});
            connect("w-app-a", "w-rds", "3306");
            connect("w-app-c", "w-rds", "3306");
            if (chance(2)) add("w-replica", "rds-read-replica", "w-private-c", {{"source", "w-rds"}});
        }
        if (chance(3)) {
            add("w-site", "s3-bucket", "", {{"website", flag()}, {"public-access", one({"", "public-read"})}});
            connect("w-cdn", "w-site", "443", "", "", {{"origin-access", one({"public", "oac"})}});
        }
    }

    /// Members of a replica set or brokers, in whatever zones.
    void addMembers()
    {
        if (!chance(3)) return;
        const std::string kind = one({"mongodb", "kafka"});
        for (const std::string number : {"1", "2", "3"}) {
            const std::string host = "w-member-" + number;
            if (number == "3" && chance(2)) break;
            add(host, "ec2-instance", one({"w-private-a", "w-private-c"}),
                {{"role", "broker"}, {"security-groups", ids({"w-sg-data"})}});
            add(host + "-data", kind.c_str(), host);
            if (number != "1") connect("w-member-1-data", host + "-data", {}, "replication");
        }
        if (kind == "kafka") {
            m_transaction.setProperty(BlockId("w-member-1-data"), "replication-factor",
                                      Value(std::stoi(one({"1", "2", "3", "5"}))));
            m_transaction.setProperty(BlockId("w-member-1-data"), "min-insync-replicas",
                                      Value(std::stoi(one({"1", "2", "3"}))));
        }
        connect("w-app-a", "w-member-1-data", kind == "kafka" ? "9092" : "27017");
        m_transaction.setProperty(BlockId("w-app-a"), "peak-load-percent", Value(std::stoi(one({"30", "80"}))));
    }

    void addScaling()
    {
        if (!chance(3)) return;
        add("w-asg", "auto-scaling-group", "w-vpc",
            {{"min", Value(std::stoi(one({"1", "2"})))},
             {"max", 4},
             {"target-groups", ids({"w-tg"})},
             {"health-check-type", one({"", "elb"})},
             {"subnets", chance(2) ? ids({"w-private-a"}) : ids({"w-private-a", "w-private-c"})}});
        add("w-nlb", "nlb", "w-vpc",
            {{"scheme", "internal"},
             {"cross-zone", flag()},
             {"subnets", chance(2) ? ids({"w-private-a", "w-private-c"}) : ids({"w-private-c"})}});
        connect("w-nlb", "w-app-a", "8080");
    }

    void addCluster()
    {
        if (!chance(4)) return;
        const Value subnets = chance(2) ? ids({"w-private-a"}) : ids({"w-private-a", "w-private-c"});
        add("w-eks", "eks-cluster", "w-vpc",
            {{"subnets", subnets},
             {"endpoint-access", one({"", "private", "public-and-private", "public"})},
             {"public-access-cidrs", chance(2) ? ids({"203.0.113.10/32"}) : Value()}});
        add("w-nodes", "eks-node-group", "w-eks", {{"subnets", ids({"w-private-a"})}, {"min", 1}});
    }

    void addOffice()
    {
        if (chance(3)) {
            add("w-office", "external-network", "", {{"cidr", "192.168.0.0/24"}});
            add("w-line", "direct-connect", "");
            connect("w-office", "w-line", {}, "attach");
            connect("w-office", "w-app-a", "8080");
        }
        if (chance(4))
            m_transaction.setProperty(BlockId("w-alb"), "environment",
                                      Value(one({"development", "staging", "production"})));
        if (chance(4)) m_transaction.setProperty(BlockId("w-app-c"), "iam-role", Value("w-nobody"));
        if (chance(4)) {
            m_transaction.setProperty(BlockId("w-cert"), "domains", ids({"*.example.com"}));
            m_transaction.setProperty(BlockId("w-cdn"), "certificate", Value("w-cert"));
            m_transaction.setProperty(BlockId("w-cdn"), "aliases", ids({"example.com"}));
        }
        if (chance(5)) {
            m_transaction.setProperty(BlockId("w-sg-alb"), "inbound", inbound({"443"}, {"w-sg-app"}));
            connect("w-app-c", "w-alb", "443");
        }
    }

    void addEndpoints()
    {
        if (!chance(3)) return;
        add("w-sqs", "sqs", "");
        connect("w-app-a", "w-sqs", "443");
        add("w-endpoint", "vpc-endpoint-interface", "w-private-a",
            {{"service", "sqs"}, {"security-groups", ids({"w-sg-endpoint"})}, {"private-dns", flag()}});
    }

    edit::Transaction& m_transaction;
    std::mt19937& m_random;
};

}  // namespace

void addRandomService(edit::Transaction& transaction, std::mt19937& random)
{
    ServiceGenerator(transaction, random).generate();
}

}  // namespace lintel::test
