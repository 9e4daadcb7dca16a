#include "tests/support/faulty_design.h"

#include "model/edit/operations/remove_elements.h"
#include "model/edit/transaction.h"
#include "tests/support/large_design.h"

#include <functional>
#include <random>
#include <set>

namespace lintel::test {

using namespace model;

namespace {

/// Changes one system (a VPC and what belongs to it) of a draft.
class System {
public:
    System(edit::Transaction& draft, std::string name) : m_draft(draft), m_name(std::move(name)) {}

    BlockId id(const char* part) const { return BlockId(m_name + "-" + part); }
    void set(const char* part, const char* key, Value value) { m_draft.setProperty(id(part), key, std::move(value)); }
    void add(const char* part, const char* kind, const BlockId& parent, Properties properties)
    {
        m_draft.put(Block{id(part), KindId(kind), {}, parent, std::move(properties)});
    }
    Value ids(std::initializer_list<const char*> parts) const
    {
        Value::List list;
        for (const char* part : parts) list.emplace_back(id(part).text());
        return Value(std::move(list));
    }

private:
    edit::Transaction& m_draft;
    std::string m_name;
};

Value openTo(const char* ports, const char* source)
{
    return Value(Value::List{Value(Value::Map{{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

const std::vector<std::function<void(System&)>>& faults()
{
    static const std::vector<std::function<void(System&)>> kFaults{
        [](System& s) { s.set("db", "multi-az", false); },
        [](System& s) {
            s.set("db", "subnets", s.ids({"public-a", "public-c"}));
        },
        [](System& s) { s.set("alb", "subnets", s.ids({"public-a"})); },
        [](System& s) { s.set("sg-app", "inbound", openTo("9090", "0.0.0.0/0")); },
        [](System& s) { s.set("app-c", "route-table", s.id("rt-a").text()); },
        [](System& s) {
            s.set("rt-a", "routes",
                  Value(Value::List{Value(Value::Map{{"destination", "0.0.0.0/0"}, {"target", "nobody"}})}));
        },
        [](System& s) { s.set("app-c", "cidr", "192.168.0.0/24"); },
        [](System& s) {
            s.add("sg-jump", "security-group", s.id("public-a"), {{"inbound", openTo("22", "0.0.0.0/0")}});
            s.add("jump", "ec2-instance", s.id("public-a"),
                  {{"public-ip", true}, {"security-groups", s.ids({"sg-jump"})}});
        },
    };
    return kFaults;
}

}  // namespace

Document faultyDesign(int blocks, int percent, std::uint32_t seed)
{
    const Document sound = largeDesign(blocks);
    edit::Transaction draft(sound);
    std::mt19937 random(seed);
    for (const Block& block : sound.blocks) {
        if (block.kind.text() != "vpc" || random() % 100 >= static_cast<std::uint32_t>(percent)) continue;
        System system(draft, block.id.text());
        faults()[random() % faults().size()](system);
    }
    return draft.document();
}

}  // namespace lintel::test
