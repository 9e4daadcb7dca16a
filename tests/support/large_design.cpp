#include "tests/support/large_design.h"

#include "model/edit/transaction.h"

namespace lintel::test {

using namespace model;

namespace {

constexpr int kBlocksPerVpc = 100;

Value row(std::initializer_list<std::pair<const char*, Value>> cells)
{
    Value::Map map;
    for (const auto& [key, value] : cells) map.push_back({key, value});
    return map;
}

Value ids(const std::vector<std::string>& list)
{
    Value::List values;
    for (const std::string& id : list) values.emplace_back(id);
    return values;
}

class LargeDesign {
public:
    explicit LargeDesign(int blocks) : m_left(blocks) {}

    Document build()
    {
        add("users", "users", "");
        add("internet", "internet", "");
        add("account", "account", "");
        add("seoul", "region", "account", {{"region", "ap-northeast-2"}});
        for (int system = 0; m_left > 0; ++system)
            addSystem(system, m_left < 2 * kBlocksPerVpc ? m_left : kBlocksPerVpc);
        return m_transaction.document();
    }

private:
    void add(const std::string& id, const char* kind, const std::string& parent, Properties properties = {})
    {
        m_transaction.put(Block{BlockId(id), KindId(kind), id, BlockId(parent), std::move(properties)});
        --m_left;
    }

    void connect(const std::string& from, const std::string& to, const std::string& ports)
    {
        m_transaction.put(
            Connection{ConnectionId(from + "-to-" + to), BlockId(from), BlockId(to), {}, {}, "tcp", ports, {}});
    }

    // One VPC with what belongs to it, `blocks` in all.
    void addSystem(int number, int blocks)
    {
        m_name = "s" + std::to_string(number);
        m_range = "10." + std::to_string(number % 250) + ".";
        const int leftAfter = m_left - blocks;
        add(m_name, "vpc", "seoul", {{"cidr", m_range + "0.0/16"}, {"dns-support", true}, {"dns-hostnames", true}});
        addNetwork();
        addEntry();
        addData();
        for (int server = 0; m_left > leftAfter; ++server) addServer(server, leftAfter);
        connect("users", m_name + "-alb", "443");
    }

    void addNetwork()
    {
        add(m_name + "-igw", "internet-gateway", m_name);
        addRoutes("public", m_name + "-igw");
        addRoutes("a", m_name + "-nat-a");
        addRoutes("c", m_name + "-nat-c");
        addGroup("edge", "443", "0.0.0.0/0");
        addGroup("app", "8080", m_name + "-sg-edge");
        addGroup("db", "3306", m_name + "-sg-app");
        for (const std::string zone : {"a", "c"}) {
            const int base = zone == "a" ? 0 : 100;
            const std::string frame = m_name + "-" + zone;
            add(frame, "availability-zone", m_name, {{"zone", zone}});
            addSubnet("public", zone, base, "public");
            addSubnet("app", zone, base + 16, zone);
            addSubnet("data", zone, base + 32, zone);
            add(m_name + "-eip-" + zone, "elastic-ip", m_name + "-public-" + zone);
            add(m_name + "-nat-" + zone, "nat-gateway", m_name + "-public-" + zone,
                {{"elastic-ip", m_name + "-eip-" + zone}});
        }
    }

    void addRoutes(const std::string& name, const std::string& target)
    {
        add(m_name + "-rt-" + name, "route-table", m_name,
            {{"routes", Value::List{row({{"destination", "0.0.0.0/0"}, {"target", target}})}}});
    }

    void addGroup(const std::string& name, const char* port, const std::string& source)
    {
        add(m_name + "-sg-" + name, "security-group", m_name,
            {{"inbound", Value::List{row({{"protocol", "tcp"}, {"ports", port}, {"source", source}})}},
             {"outbound", Value::List{row({{"protocol", "all"}, {"destination", "0.0.0.0/0"}})}}});
    }

    void addSubnet(const std::string& tier, const std::string& zone, int third, const std::string& table)
    {
        add(m_name + "-" + tier + "-" + zone, "subnet", m_name + "-" + zone,
            {{"cidr", m_range + std::to_string(third) + ".0/24"}, {"route-table", m_name + "-rt-" + table}});
    }

    void addEntry()
    {
        add(m_name + "-alb", "alb", m_name,
            {{"scheme", "internet-facing"},
             {"subnets", ids({m_name + "-public-a", m_name + "-public-c"})},
             {"security-groups", ids({m_name + "-sg-edge"})}});
    }

    void addData()
    {
        add(m_name + "-db", "rds-instance", m_name,
            {{"engine", "mysql"},
             {"multi-az", true},
             {"subnets", ids({m_name + "-data-a", m_name + "-data-c"})},
             {"security-groups", ids({m_name + "-sg-db"})}});
    }

    // A server and the software on it, as far as there is room.
    void addServer(int number, int leftAfter)
    {
        const std::string id = m_name + "-app-" + std::to_string(number);
        const std::string zone = number % 2 == 0 ? "a" : "c";
        add(id, "ec2-instance", m_name + "-app-" + zone,
            {{"type", "t3.medium"}, {"security-groups", ids({m_name + "-sg-app"})}});
        connect(m_name + "-alb", id, "8080");
        connect(id, m_name + "-db", "3306");
        if (m_left > leftAfter) add(id + "-nginx", "nginx", id);
        if (m_left > leftAfter) add(id + "-spring", "spring", id);
    }

    edit::Transaction m_transaction{Document{}};
    int m_left;
    std::string m_name;
    std::string m_range;
};

}  // namespace

Document largeDesign(int blocks) { return LargeDesign(blocks).build(); }

}  // namespace lintel::test
