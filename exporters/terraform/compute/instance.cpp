#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/names.h"
#include "exporters/terraform/security/roles.h"
#include "exporters/terraform/security/security.h"

namespace lintel::exporters::terraform::compute {

using hcl::Expression;
using model::Block;

namespace {

constexpr const char* kUsualType = "t3.micro";

bool isImageId(const std::string& text)
{
    return text.starts_with("ami-") && text.size() <= 21 &&
           text.find_first_not_of("0123456789abcdef", 4) == std::string::npos && text.size() > 4;
}

bool isArm(const std::string& type)
{
    const std::size_t dot = type.find('.');
    const std::string family = type.substr(0, dot);
    for (std::size_t i = 1; i + 1 <= family.size(); ++i) {
        if (family[i] == 'g' && family[i - 1] >= '0' && family[i - 1] <= '9') return true;
    }
    return false;
}

}  // namespace

std::string instanceType(const Design& design, const Block& block, const char* fallback)
{
    const std::string type = design.text(block, "type");
    const bool legal = type.size() > 2 && type.size() < 32 && type.find('.') != std::string::npos &&
                       type.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
    return legal ? type : fallback;
}

std::string machineImage(Configuration& out, const std::string& instanceType)
{
    const std::string processor = isArm(instanceType) ? "arm64" : "x86_64";
    hcl::Block parameter = hcl::Block::data("aws_ssm_parameter", "al2023_" + processor);
    parameter.comment(out.design().message("comment.image"));
    parameter.set("name", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + processor);
    out.addShared(Concern::Compute, parameter);
    return "data.aws_ssm_parameter.al2023_" + processor + ".insecure_value";
}

void mapInstance(Configuration& out, const Block& block)
{
    const Design& design = out.design();
    if (design.reference(block, "auto-scaling-group")) return;  // The group makes its own machines: mapGroupMember.
    const Block* subnet = design.container(block, "subnet");
    if (!subnet) return out.leaveOut(block.id.text(), "no-subnet");
    const std::string type = instanceType(design, block, kUsualType);
    hcl::Block instance = hcl::Block::resource("aws_instance", design.name(block));
    if (const std::string ami = design.text(block, "ami"); isImageId(ami))
        instance.set("ami", ami);
    else
        instance.refer("ami", machineImage(out, type));
    instance.set("instance_type", type)
        .refer("subnet_id", design.attribute(*subnet, "id"))
        .set("vpc_security_group_ids", security::groupIds(out, block));
    if (design.value(block, "public-ip").isBool())
        instance.set("associate_public_ip_address", design.flag(block, "public-ip"));
    if (const std::string ip = slug(design.text(block, "private-ip"), '.'); !ip.empty()) instance.set("private_ip", ip);
    instance.refer("iam_instance_profile", security::instanceProfile(out, block));
    if (!design.flag(block, "source-destination-check", true)) instance.set("source_dest_check", false);
    if (const std::string path = userData(out, block, softwareOn(design, block)); !path.empty())
        instance.refer("user_data", "file(\"${path.module}/" + path + "\")");
    instance.set("tags", nameTag(block));
    instance.add(hcl::Block("metadata_options").set("http_endpoint", "enabled").set("http_tokens", "required"));
    instance.add(hcl::Block("root_block_device").set("volume_type", "gp3").set("encrypted", true));
    // A newer image must not replace a running server behind the back of whoever applies.
    instance.add(hcl::Block("lifecycle").set("ignore_changes", Expression::list({Expression::raw("ami")})));
    out.add(Concern::Compute, block, std::move(instance));
}

}  // namespace lintel::exporters::terraform::compute
