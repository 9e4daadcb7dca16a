#include "exporters/terraform/observability/observability.h"

#include "exporters/terraform/data/data.h"

#include <algorithm>
#include <array>

namespace lintel::exporters::terraform::observability {

using model::Block;

namespace {

/// CloudWatch keeps logs for these numbers of days only: the next one up.
std::int64_t retention(std::int64_t days)
{
    constexpr std::array<std::int64_t, 22> kDays{1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
                                                 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};
    const auto at = std::lower_bound(kDays.begin(), kDays.end(), days);
    return at == kDays.end() ? kDays.back() : *at;
}

}  // namespace

void mapLogGroup(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    hcl::Block group = hcl::Block::resource("aws_cloudwatch_log_group", design.name(block));
    group.refer("name", "\"/${local.name_prefix}/" + design.awsName(block, 100) + "\"")
        .set("retention_in_days", retention(std::max<std::int64_t>(1, design.integer(block, "retention-days", 30))));
    if (const std::string key = data::keyArn(out, block); !key.empty()) group.refer("kms_key_id", key);
    out.add(Concern::Observability, block, group.set("tags", nameTag(block)));
}

}  // namespace lintel::exporters::terraform::observability
