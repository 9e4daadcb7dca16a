#pragma once

#include "model/catalogue/catalogue.h"

#include <map>
#include <string>
#include <string_view>

namespace lintel::exporters::terraform {

/// The Terraform name of every block: its name in snake_case where that is ASCII (the id otherwise, so that Korean
/// names stay readable), unique among all blocks of the same resource type.
std::map<model::BlockId, std::string> resourceNames(const model::Document& document,
                                                    const model::catalogue::Catalogue& catalogue);

/// Lower case letters, digits and `separator`; empty when `text` has no such character or any that is not ASCII.
std::string slug(std::string_view text, char separator);

/// `AmazonEKSWorkerNodePolicy` as `amazon_eks_worker_node_policy`. ASCII only.
std::string snakeCase(std::string_view text);

/// A tag's value as every AWS service takes it: letters of any script, digits, spaces and `_.:/=+-@`, 256 at most.
std::string tagText(std::string_view text);

/// A description as EC2 takes it: ASCII without quotes, 255 at most; `fallback` when it holds other letters or
/// nothing of it is left.
std::string asciiText(std::string_view text, std::string_view fallback);

}  // namespace lintel::exporters::terraform
