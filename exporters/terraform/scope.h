#pragma once

#include "model/catalogue/catalogue.h"
#include "model/document/document.h"

#include <map>

namespace lintel::exporters::terraform {

/// A root configuration builds in one account and one region. The part of a design that belongs to it, and why the
/// other blocks do not (`other-account`, `other-region`). Accounts and regions that hold the most count.
struct Scope {
    model::Document inside;  ///< without the others and without connections to them
    std::map<model::BlockId, std::string> outside;
};

Scope scopeOf(const model::Document& document, const model::catalogue::Catalogue& catalogue);

}  // namespace lintel::exporters::terraform
