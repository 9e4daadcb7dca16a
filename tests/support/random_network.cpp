#include "tests/support/random_network.h"

#include "model/edit/transaction.h"
#include "tests/support/random_habits.h"
#include "tests/support/random_service.h"

#include <random>

namespace lintel::test {

using namespace model;

namespace {

using Names = std::vector<std::string>;

class NetworkGenerator {
public:
    explicit NetworkGenerator(std::uint32_t seed) : m_random(seed) {}

    Document generate()
    {
        addFrame();
        addRoutes();
        addSecurityGroups();
        addServers();
        addDataStores();
        addLoadBalancers();
        addOutside();
        connectAtRandom();
        addNeighbours();
        if (chance(2)) addRandomService(m_transaction, m_random);
        if (chance(2)) addRandomHabits(m_transaction, m_random);
        Settings settings;
        settings.profile = one({"", "learning", "small", "production"});
        m_transaction.put(settings);
        return m_transaction.document();
    }

private:
    std::size_t below(std::size_t limit) { return m_random() % limit; }
    bool chance(std::size_t in) { return below(in) == 0; }
    std::string one(const Names& names) { return names.empty() ? std::string() : names[below(names.size())]; }

    Value some(const Names& names)
    {
        Value::List list;
        for (const std::string& name : names)
            if (chance(2)) list.emplace_back(name);
        return Value(std::move(list));
    }

    Value row(std::initializer_list<std::pair<const char*, Value>> cells)
    {
        Value::Map map;
        for (const auto& [key, value] : cells) map.push_back({key, value});
        return Value(std::move(map));
    }

    void add(const std::string& id, const char* kind, const std::string& parent, Properties properties = {})
    {
        std::erase_if(properties, [](const auto& entry) { return entry.second.isNull() || entry.second == Value(""); });
        m_transaction.put(Block{BlockId(id), KindId(kind), {}, BlockId(parent), std::move(properties)});
        m_all.push_back(id);
    }

    void addFrame()
    {
        add("vpc", "vpc", "", {{"cidr", one({"10.0.0.0/16", "10.0.0.0/24", "172.31.0.0/20", "10.0.0.0/8", ""})}});
        const std::size_t zones = 1 + below(3);
        for (std::size_t zone = 0; zone < zones; ++zone) {
            const std::string az = "az-" + std::to_string(zone);
            add(az, "availability-zone", "vpc", {{"zone", chance(6) ? "" : std::string(1, "acb"[zone])}});
            for (std::size_t subnet = below(4); subnet > 0; --subnet) addSubnet(az);
        }
        if (chance(3)) addSubnet("vpc");
    }

    void addSubnet(const std::string& parent)
    {
        const std::string id = "subnet-" + std::to_string(m_subnets.size());
        const std::string third = std::to_string(below(8));
        add(id, "subnet", parent,
            {{"cidr", one({"10.0." + third + ".0/24", "10.0." + third + ".0/24",
                           "10.0.0." + std::to_string(below(8) * 32) + "/27", "10.0.4.0/22", "10.1.0.0/24",
                           "10.0.0.5/24", ""})},
             {"label", one({"", "public", "private", "isolated"})},
             {"auto-assign-public-ip", Value(chance(2))}});
        m_subnets.push_back(id);
    }

    void addRoutes()
    {
        Names targets;
        if (!chance(3)) {
            add("igw", "internet-gateway", "vpc");
            targets.push_back("igw");
        }
        for (std::size_t nat = below(3); nat > 0 && !m_subnets.empty(); --nat) {
            const std::string id = "nat-" + std::to_string(nat);
            if (chance(2)) add("eip-" + id, "elastic-ip", "vpc");
            add(id, "nat-gateway", one(m_subnets),
                {{"elastic-ip", m_transaction.block(BlockId("eip-" + id)) ? "eip-" + id : ""}});
            targets.push_back(id);
        }
        targets.push_back("nobody");
        Names tables;
        for (std::size_t table = below(4); table > 0; --table) {
            const std::string id = "rt-" + std::to_string(table);
            Value::List routes;
            for (std::size_t count = below(3); count > 0; --count)
                routes.push_back(row(
                    {{"destination", one({"0.0.0.0/0", "0.0.0.0/0", "192.168.0.0/16"})}, {"target", one(targets)}}));
            add(id, "route-table", "vpc", {{"routes", Value(std::move(routes))}, {"main", Value(table == 1)}});
            tables.push_back(id);
        }
        for (const std::string& subnet : m_subnets)
            if (!tables.empty() && !chance(4)) m_transaction.setProperty(BlockId(subnet), "route-table", one(tables));
    }

    void addSecurityGroups()
    {
        for (std::size_t group = below(4); group > 0; --group) m_groups.push_back("sg-" + std::to_string(group));
        Names sources{"0.0.0.0/0", "10.0.0.0/16", "203.0.113.10/32"};
        sources.insert(sources.end(), m_groups.begin(), m_groups.end());
        for (const std::string& id : m_groups) {
            Value::List inbound;
            for (std::size_t count = below(4); count > 0; --count)
                inbound.push_back(row({{"protocol", "tcp"},
                                       {"ports", one({"22", "80,443", "3306", "8080", "3389", "0-65535"})},
                                       {"source", one(sources)}}));
            add(id, "security-group", "vpc", {{"inbound", Value(std::move(inbound))}});
        }
    }

    void addServers()
    {
        for (std::size_t server = below(5); server > 0 && !m_subnets.empty(); --server) {
            const std::string id = "server-" + std::to_string(server);
            add(id, "ec2-instance", one(m_subnets),
                {{"role", one({"", "application", "database", "nat", "bastion", "monitoring"})},
                 {"security-groups", some(m_groups)},
                 {"secrets-in", one({"", "environment", "parameter-store"})},
                 {"ports", one({"", "22", "80,443", "8080"})},
                 {"public-ip", chance(2) ? Value() : Value(chance(2))}});
            for (const char* kind : {"spring", "mysql", "grafana"})
                if (chance(4)) add(id + "-" + kind, kind, id);
        }
    }

    void addDataStores()
    {
        const std::string place = m_subnets.empty() || chance(2) ? "vpc" : one(m_subnets);
        if (chance(2))
            add("rds", "rds-instance", place,
                {{"subnets", some(m_subnets)},
                 {"security-groups", some(m_groups)},
                 {"publicly-accessible", Value(chance(2))},
                 {"multi-az", Value(chance(2))}});
        if (chance(2))
            add("aurora", "aurora-cluster", place, {{"subnets", some(m_subnets)}, {"security-groups", some(m_groups)}});
        if (chance(2))
            add("redis", "elasticache", place,
                {{"subnets", some(m_subnets)},
                 {"security-groups", some(m_groups)},
                 {"replicas", Value(static_cast<int>(below(3)))},
                 {"automatic-failover", Value(chance(2))}});
    }

    void addLoadBalancers()
    {
        for (std::size_t count = below(4); count > 0; --count) {
            const std::string id = "alb-" + std::to_string(count);
            const Value listener =
                row({{"protocol", "HTTPS"}, {"port", 443}, {"host", one({"a.example.com", "b.example.com", ""})}});
            add(id, "alb", "vpc",
                {{"scheme", one({"", "internal"})},
                 {"subnets", some(m_subnets)},
                 {"security-groups", some(m_groups)},
                 {"listeners", Value(Value::List{listener})}});
        }
    }

    void addOutside()
    {
        add("users", "users", "");
        if (chance(2)) add("internet", "internet", "");
        if (chance(2))
            add("bucket", "s3-bucket", "",
                {{"public-access", one({"", "public-read", "public-write"})}, {"website", Value(chance(2))}});
        if (chance(3)) add("cdn", "cloudfront", "");
        if (chance(2)) add("github", "github-actions", "", {{"rollback", one({"", "none", "automatic"})}});
        if (chance(2)) add("codedeploy", "codedeploy", "", {{"auto-rollback", Value(chance(2))}});
    }

    void connectAtRandom()
    {
        for (std::size_t count = 4 + below(12); count > 0; --count) {
            const std::string from = one(m_all);
            const std::string to = one(m_all);
            if (from == to) continue;
            m_transaction.put(Connection{ConnectionId("link-" + std::to_string(count)),
                                         BlockId(from),
                                         BlockId(to),
                                         one({"", "", "", "deploy", "manage", "attach"}),
                                         {},
                                         {},
                                         one({"", "80", "443", "3306", "8080"}),
                                         {}});
        }
    }

    /// Other networks and what connects them; a server that others leave through; a VPC that AWS made.
    void addNeighbours()
    {
        if (chance(3)) m_transaction.setProperty(BlockId("vpc"), "default-vpc", Value(true));
        if (chance(3)) {
            add("other-vpc", "vpc", "", {{"cidr", one({"10.0.0.0/16", "10.0.4.0/22", "10.9.0.0/16"})}});
            add("peering", "vpc-peering", "", {{"requester", "vpc"}, {"accepter", one({"", "other-vpc"})}});
        }
        if (chance(3) && m_transaction.block(BlockId("rt-1")) && m_transaction.block(BlockId("server-1")))
            m_transaction.setProperty(BlockId("rt-1"), "routes",
                                      Value(Value::List{row({{"destination", "0.0.0.0/0"}, {"target", "server-1"}})}));
        addFarServer();
        addAcl();
        if (chance(4))
            add("endpoint", "vpc-endpoint-interface", "vpc",
                {{"service", "sqs"}, {"private-dns", chance(2) ? Value() : Value(chance(2))}});
        if (chance(3) && !m_groups.empty())
            m_transaction.setProperty(BlockId(one(m_groups)), "outbound",
                                      Value(Value::List{row({{"protocol", "all"}, {"destination", "0.0.0.0/0"}})}));
    }

    /// In the other VPC, with a route to this one or without.
    void addFarServer()
    {
        if (!m_transaction.block(BlockId("other-vpc")) || !m_transaction.block(BlockId("server-1"))) return;
        const Value routes(Value::List{row({{"destination", "10.0.0.0/16"}, {"target", "peering"}})});
        add("far-table", "route-table", "other-vpc", {{"routes", chance(2) ? routes : Value()}});
        add("far-subnet", "subnet", "other-vpc", {{"cidr", "10.9.0.0/24"}, {"route-table", "far-table"}});
        add("far-server", "ec2-instance", "far-subnet");
        m_transaction.put(
            Connection{ConnectionId("far-link"), BlockId("server-1"), BlockId("far-server"), {}, {}, {}, "8080", {}});
    }

    /// Around a subnet with servers: lets something in, and forgets about the answers as often as not.
    void addAcl()
    {
        if (m_subnets.empty() || !chance(2)) return;
        const auto rule = [&](const char* end) {
            return row({{"rule", Value(static_cast<int>(100 + below(3)))},
                        {"action", one({"allow", "allow", "deny"})},
                        {"protocol", "tcp"},
                        {"ports", one({"", "80", "443", "1024-65535"})},
                        {end, one({"0.0.0.0/0", "10.0.0.0/16"})}});
        };
        add("acl", "network-acl", "vpc",
            {{"inbound", Value(Value::List{rule("source"), rule("source")})},
             {"outbound", Value(Value::List{rule("destination")})}});
        m_transaction.setProperty(BlockId(one(m_subnets)), "network-acl", Value("acl"));
    }

    edit::Transaction m_transaction{Document{}};
    std::mt19937 m_random;
    Names m_subnets;
    Names m_groups;
    Names m_all;
};

}  // namespace

Document randomNetwork(std::uint32_t seed) { return NetworkGenerator(seed).generate(); }

}  // namespace lintel::test
