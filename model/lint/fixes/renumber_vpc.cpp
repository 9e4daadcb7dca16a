#include "model/lint/fixes/renumber_vpc.h"

#include "model/analysis/address_rules.h"

#include <set>

namespace lintel::model::lint::fixes {

namespace {

using analysis::Cidr;

class Renumbering {
public:
    Renumbering(const Cidr& from, const Cidr& to) : m_from(from), m_to(to) {}

    /// The text with its range or address moved; anything else as it is.
    std::string moved(const std::string& text) const
    {
        if (const auto range = analysis::parseCidr(text); range && m_from.contains(*range))
            return Cidr{shifted(range->address), range->prefix}.text();
        if (const auto address = analysis::parseAddress(text); address && m_from.contains(*address))
            return analysis::addressText(shifted(*address));
        return text;
    }

    Value movedRows(const Value& table) const
    {
        Value::List rows;
        for (const Value& row : table.toList()) {
            Value::Map cells = row.toMap();
            for (ValueEntry& cell : cells)
                if (cell.value.isString()) cell.value = Value(moved(cell.value.toString()));
            rows.emplace_back(std::move(cells));
        }
        return Value(std::move(rows));
    }

private:
    std::uint32_t shifted(std::uint32_t address) const { return address - m_from.first() + m_to.first(); }

    Cidr m_from;
    Cidr m_to;
};

void moveProperty(const Block& block, const char* key, const Renumbering& numbers, edit::Transaction& transaction)
{
    const Value& value = block.property(key);
    if (value.isString() && numbers.moved(value.toString()) != value.toString())
        transaction.setProperty(block.id, key, numbers.moved(value.toString()));
    if (value.isList() && !(numbers.movedRows(value) == value))
        transaction.setProperty(block.id, key, numbers.movedRows(value));
}

}  // namespace

void renumberVpc(const Context& context, const BlockId& vpc, const Cidr& to, edit::Transaction& transaction)
{
    const auto from = analysis::parseCidr(context.graph.value(vpc, "cidr").toString());
    if (!from) return;
    const Renumbering numbers(from->canonical(), to);
    transaction.setProperty(vpc, "cidr", to.text());
    for (const Block& block : context.document.blocks) {
        // The other network uses the same addresses: only what belongs to this VPC means this VPC's.
        if (block.id == vpc || context.graph.vpcOf(block.id) != vpc) continue;
        for (const char* key : {"cidr", "private-ip"}) moveProperty(block, key, numbers, transaction);
        for (const char* key : {"inbound", "outbound", "routes"}) moveProperty(block, key, numbers, transaction);
    }
}

std::optional<Cidr> freePrivateRange(const Cidr& like, const std::vector<Cidr>& taken)
{
    std::vector<Cidr> avoided = taken;
    avoided.push_back({172U << 24 | 17U << 16, 16});  // Docker's, and of services that run it
    const std::vector<Cidr> spaces{{10U << 24, 8}, {172U << 24 | 16U << 16, 12}, {192U << 24 | 168U << 16, 16}};
    return analysis::nextFreeBlock(spaces, avoided, like.prefix);
}

}  // namespace lintel::model::lint::fixes
