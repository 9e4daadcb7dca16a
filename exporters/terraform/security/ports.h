#pragma once

#include "model/document/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintel::exporters::terraform::security {

struct PortRange {
    int from = 0;
    int to = 65535;
    bool contains(const PortRange& other) const { return from <= other.from && other.to <= to; }
    bool operator==(const PortRange&) const = default;
};

/// "80,443", "8000-8100"; all ports when nothing usable is said.
std::vector<PortRange> portRanges(std::string_view text);

/// tcp, udp, icmp or -1 (all), from what people write.
std::string protocolFor(std::string_view text);
/// Of a row: what it says, or tcp when it names ports, or all.
std::string protocolFor(const model::Value& row);

}  // namespace lintel::exporters::terraform::security
