# The one list of rules: <group>/<rule_id>. Each has <group>/<rule_id>.cpp here, resources/rules/<rule-id>.yaml, and
# tests/model/lint/<group>/<rule_id>_test.cpp.
set(LINTEL_RULES
  network/cidr_illegal
  network/igw_missing
  network/label_vs_route
  network/nat_az_dependence
  network/nat_placement
  network/private_egress_missing
  network/route_dangling
  network/subnet_outside_vpc
  network/subnet_overlap
  resilience/alb_azs
  resilience/cache_no_failover
  resilience/db_subnet_group_azs
  resilience/rds_single_az
  resilience/self_managed_stateful_single
  operations/app_db_colocated
  operations/monitoring_colocated
  operations/no_rollback
  exposure/admin_port_internet
  exposure/data_in_public_subnet
  exposure/data_internet_path
  exposure/s3_public
  exposure/sg_blocks_edge
  identity/secret_in_env
  cost/alb_per_subdomain
)
