#pragma once

#include "exporters/terraform/configuration.h"

namespace lintel::exporters::terraform::data {

void mapRdsInstance(Configuration& configuration, const model::Block& block);
void mapReadReplica(Configuration& configuration, const model::Block& block);
void mapAuroraCluster(Configuration& configuration, const model::Block& block);
void mapAuroraInstance(Configuration& configuration, const model::Block& block);
void mapElastiCache(Configuration& configuration, const model::Block& block);
void mapElastiCacheReplica(Configuration& configuration, const model::Block& block);
/// After all mappings: one policy for all who may do something with the bucket, and TLS for everybody.
void mapBucketPolicy(Configuration& configuration, const model::Block& block);
void mapDynamoTable(Configuration& configuration, const model::Block& block);
void mapBucket(Configuration& configuration, const model::Block& block);
void mapDocumentCluster(Configuration& configuration, const model::Block& block);
/// Neptune.
void mapGraphCluster(Configuration& configuration, const model::Block& block);
void mapSearchDomain(Configuration& configuration, const model::Block& block);
void mapDatabaseProxy(Configuration& configuration, const model::Block& block);
/// The machine that copies; where from and where to takes credentials, which are nobody's to write here.
void mapMigration(Configuration& configuration, const model::Block& block);
/// After everything that can be backed up.
void mapBackup(Configuration& configuration, const model::Block& block);
void mapFileSystem(Configuration& configuration, const model::Block& block);

/// The subnets a store spreads over, as an expression: its own, or all of the default VPC.
hcl::Expression storeSubnets(const Design& design, const model::Block& block);
/// Whether a block refuses to be deleted: what the design says of it, or a variable, because environments differ.
hcl::Expression deletionProtection(Configuration& configuration, const model::Block& block);
/// Sends the logs of a database to CloudWatch, where they are kept as long as others: a group for each of `types`,
/// which must be there before the database makes one that keeps them forever. `path` is code without quotes.
void keepLogs(Configuration& configuration, const model::Block& block, const std::string& path,
              const std::vector<std::string>& types, hcl::Block& database);
/// The class of a database or cache node, or the fallback when the design's is none.
std::string nodeClass(const Design& design, const model::Block& block, const char* prefix, const std::string& fallback);
/// Days that automatic backups are kept: what the design says, or a week in production.
std::int64_t backupDays(const Design& design, const model::Block& block);
/// An engine version, or empty when the design's is none.
std::string engineVersion(const Design& design, const model::Block& block);

/// The key drawn to encrypt the block, tied to it: the code of its ARN; empty when none is joined.
std::string keyArn(Configuration& configuration, const model::Block& block);

}  // namespace lintel::exporters::terraform::data
