#pragma once

#include "model/analysis/cidr.h"
#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"

/// Moving the borders between subnets. A range that AWS would refuse, that leaves the VPC or that another subnet has is
/// an error which says so.
namespace lintel::model::edit {

/// Gives a subnet other addresses.
Result<ChangeSet> setSubnetRange(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet,
                                 const analysis::Cidr& range);

/// The subnet keeps the first half of its addresses; a new one like it, empty, gets the second.
Result<ChangeSet> splitSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet);

/// The subnet takes in the half that completes it to a range of twice the size: free addresses, or a subnet of the same
/// zone, whose blocks move over and in whose place the others name this one.
Result<ChangeSet> mergeSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& subnet);

/// A new subnet with these addresses, in the zone of the VPC that has the fewest, else in the VPC itself.
Result<ChangeSet> addSubnet(const Document& document, const catalogue::Catalogue& catalogue, const BlockId& vpc,
                            const analysis::Cidr& range);

}  // namespace lintel::model::edit
