#include "exporters/terraform/compute/compute.h"
#include "exporters/terraform/names.h"

namespace lintel::exporters::terraform::compute {

using model::Block;

namespace {

constexpr const char* kForwarding = R"sh(dnf install -y iptables-services
echo "net.ipv4.ip_forward = 1" > /etc/sysctl.d/90-nat.conf
sysctl -p /etc/sysctl.d/90-nat.conf
interface="$(ip -o route get 1.1.1.1 | sed -n 's/.* dev \([^ ]*\).*/\1/p')"
systemctl enable --now iptables
iptables -t nat -A POSTROUTING -o "$interface" -j MASQUERADE
iptables -F FORWARD
service iptables save
)sh";

}  // namespace

std::vector<const Block*> softwareOn(const Design& design, const Block& machine)
{
    std::vector<const Block*> software = design.within(machine, "");
    std::erase_if(software, [&design](const Block* block) { return !design.factFlag(*block, "software"); });
    return software;
}

std::string userData(Configuration& out, const Block& machine, const std::vector<const Block*>& software)
{
    const Design& design = out.design();
    const bool forwards = design.text(machine, "role") == "nat";
    if (!forwards && software.empty()) return {};

    const std::string path = "user_data/" + slug(machine.id.text(), '_') + ".sh";
    std::string script = "#!/bin/bash\n# " + design.titleOf(machine) + "\nset -euo pipefail\n\n";
    if (forwards) script += "# " + design.message("user-data.nat") + "\n" + kForwarding;
    if (!software.empty()) script += "# " + design.message("user-data.software") + "\n";
    for (const Block* block : software) {
        script += "# - " + design.titleOf(*block);
        if (const std::string ports = design.text(*block, "ports"); !ports.empty())
            script += ", " + hcl::oneLine(ports);
        script += "\n";
        out.leaveOut(block->id.text(), "software", {{"file", path}});
    }
    out.addFile(path, std::move(script));
    return path;
}

}  // namespace lintel::exporters::terraform::compute
