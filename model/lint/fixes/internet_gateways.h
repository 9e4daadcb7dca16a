#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"

#include <map>
#include <optional>
#include <vector>

namespace lintel::model::lint::fixes {

/// The VPC's internet gateway; a new one, attached to it, when it has none.
BlockId internetGatewayFor(const Context& context, const BlockId& vpc, edit::Transaction& transaction);

/// A public subnet for each zone of one VPC: those that are there, and new ones where none is.
class PublicSubnets {
public:
    PublicSubnets(const Context& context, const BlockId& vpc, edit::Transaction& transaction);

    /// In the zone of `neighbour`; beside it when it has to be drawn. Empty when the VPC has no room.
    BlockId beside(const BlockId& neighbour);
    bool drewSome() const { return m_drewSome; }

private:
    BlockId existing(const std::string& zone) const;
    BlockId drawn(const BlockId& neighbour);
    std::optional<std::string> freeRange();
    BlockId table();

    const Context& m_context;
    BlockId m_vpc;
    edit::Transaction& m_transaction;
    std::vector<analysis::Cidr> m_taken;
    std::map<std::string, BlockId> m_found;
    BlockId m_table;
    bool m_drewSome = false;
};

}  // namespace lintel::model::lint::fixes
