#include "exporters/terraform/compute/compute.h"

#include <algorithm>

namespace lintel::exporters::terraform::compute {

using model::Block;

namespace {

std::string volumeType(const Design& design, const Block& block)
{
    const std::string type = design.text(block, "type", "gp3");
    for (const char* known : {"gp2", "gp3", "st1", "sc1", "standard"}) {
        if (type == known) return type;
    }
    return "gp3";  // io1 and io2 need a figure that the design does not have.
}

}  // namespace

void mapVolume(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    const Block* machine = design.container(block, "ec2-instance");
    if (!machine) {
        const auto joined = design.connected(block, "ec2-instance");
        if (!joined.empty()) machine = joined.front();
    }
    if (machine && !out.isExported(*machine)) machine = nullptr;
    if (machine && design.reference(*machine, "auto-scaling-group")) return out.merge(block, *machine);
    const Block* subnet = design.container(machine ? *machine : block, "subnet");
    if (!subnet) return out.leaveOut(block.id.text(), "no-subnet");
    const std::int64_t least = volumeType(design, block).ends_with("1") ? 125 : 1;
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_ebs_volume", design.name(block))
                .refer("availability_zone", design.attribute(*subnet, "availability_zone"))
                .set("size", std::clamp<std::int64_t>(design.integer(block, "size-gb", 20), least, 16384))
                .set("type", volumeType(design, block))
                .set("encrypted", true)
                .set("tags", nameTag(block)));
    if (!machine) return;
    // /dev/sdf to /dev/sdp are for further volumes.
    const auto siblings = design.within(*machine, "ebs-volume");
    const auto place = static_cast<int>(std::find(siblings.begin(), siblings.end(), &block) - siblings.begin());
    out.add(Concern::Compute, block,
            hcl::Block::resource("aws_volume_attachment", design.name(block))
                .set("device_name", std::string("/dev/sd") + static_cast<char>('f' + std::min(place, 10)))
                .refer("volume_id", design.attribute(block, "id"))
                .refer("instance_id", design.attribute(*machine, "id")));
    out.tie(block, *machine);
}

}  // namespace lintel::exporters::terraform::compute
