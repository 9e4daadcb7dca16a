#include "tests/model/lint/mutation/mutator.h"

namespace lintel::test {

using namespace model;
using support::row;
using support::rows;

Place::Place(const Document& clean, int systems, std::mt19937& random) : design(clean), m_random(random)
{
    const std::size_t number = below(static_cast<std::size_t>(systems));
    m_system = "s" + std::to_string(number);
    m_range = "10." + std::to_string(number) + ".";
    std::vector<std::string> servers;
    for (const Block& block : clean.blocks)
        if (block.kind.text() == "ec2-instance" && block.id.text().starts_with(m_system + "-"))
            servers.push_back(block.id.text());
    m_server = servers[below(servers.size())];
    m_zone = clean.blocks.find(BlockId(m_server))->parent.text() == id("app-a") ? "a" : "c";
}

Value list(const std::string& one) { return Value(Value::List{Value(one)}); }
Value list(const std::string& one, const std::string& other) { return Value(Value::List{Value(one), Value(other)}); }

Value groupRows(const std::string& ports, const std::string& source)
{
    return rows({row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

Value defaultRoute(const std::string& target)
{
    return rows({row({{"destination", "0.0.0.0/0"}, {"target", target}})});
}

}  // namespace lintel::test
