#include "exporters/terraform/mappings.h"
#include "exporters/terraform/data/data.h"

namespace lintel::exporters::terraform {

std::vector<Mapping> dataMappings()
{
    using namespace data;
    return {
        {"rds-instance", mapRdsInstance},
        {"rds-read-replica", mapReadReplica},
        {"aurora-cluster", mapAuroraCluster},
        {"aurora-instance", mapAuroraInstance},
        {"elasticache", mapElastiCache},
        {"elasticache-replica", mapElastiCacheReplica},
        {"dynamodb", mapDynamoTable},
        {"efs", mapFileSystem},
        {"s3-bucket", mapBucket},
        {"documentdb", mapDocumentCluster},
        {"neptune", mapGraphCluster},
        {"opensearch", mapSearchDomain},
        {"rds-proxy", mapDatabaseProxy},
        {"dms", mapMigration},
        {"backup", mapBackup},
    };
}

}  // namespace lintel::exporters::terraform
