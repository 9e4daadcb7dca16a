#pragma once

#include "model/edit/transaction.h"
#include "model/lint/context.h"
#include "model/lint/services.h"

#include <string>

namespace lintel::model::lint::fixes {

/// The Redis or Valkey that the service is drawn talking to; empty when there is none.
BlockId sharedCacheOf(const Context& context, const Service& service);

/// That one; else draws one with a replica in the service's VPC, in its private data subnets where there are some, with
/// a security group that lets the service in and a connection from each of its instances. `usage` is what it is
/// drawn for. Empty, with nothing drawn, when the service is in no VPC.
BlockId sharedCacheFor(const Context& context, const Service& service, const std::string& usage,
                       edit::Transaction& transaction);

}  // namespace lintel::model::lint::fixes
