#include "model/analysis/service_port.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

struct EnginePort {
    std::string_view engine;
    int port;
};

// What each engine listens on unless told otherwise: the defaults of RDS, Aurora and ElastiCache.
constexpr EnginePort kEnginePorts[] = {
    {"mysql", 3306},  {"mariadb", 3306},   {"aurora-mysql", 3306}, {"postgres", 5432}, {"aurora-postgresql", 5432},
    {"oracle", 1521}, {"sqlserver", 1433}, {"redis", 6379},        {"valkey", 6379},   {"memcached", 11211}};

PortSet enginePort(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    std::string engine = graph.value(block, "engine").toString();
    for (const char* owner : {"cluster", "source"})
        if (engine.empty()) engine = graph.value(graph.reference(block, owner), "engine").toString();
    for (const EnginePort& known : kEnginePorts)
        if (known.engine == engine) return PortSet::one(known.port);
    return {};
}

PortSet listenerPorts(const graph::ArchitectureGraph& graph, const BlockId& loadBalancer)
{
    PortSet ports;
    for (const Value& listener : graph.value(loadBalancer, "listeners").toList())
        if (const std::string port = listener["port"].scalarText(); !port.empty())
            ports = ports.with(PortSet::parse(port));
    return ports;
}

}  // namespace

PortSet servicePorts(const graph::ArchitectureGraph& graph, const BlockId& block)
{
    for (const char* key : {"port", "ports"})
        if (const std::string said = graph.value(block, key).scalarText(); !said.empty()) return PortSet::parse(said);
    if (PortSet port = listenerPorts(graph, block); !port.isEmpty()) return port;
    if (PortSet port = enginePort(graph, block); !port.isEmpty()) return port;
    const Block* self = graph.block(block);
    const catalogue::Kind* kind = self ? graph.catalogue().kindOf(*self) : nullptr;
    const std::string usual = kind ? propertyOf(kind->facts, "engine-port").scalarText() : std::string();
    return usual.empty() ? PortSet() : PortSet::parse(usual);
}

std::string_view transportOf(std::string_view protocol)
{
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), protocol) != names.end();
    };
    if (is({"udp", "UDP", "quic", "http3", "syslog"})) return "udp";
    if (is({"icmp", "ICMP", "ping"})) return "icmp";
    return "tcp";
}

PortSet drawnPorts(const graph::ArchitectureGraph& graph, const Connection& connection)
{
    if (!connection.ports.empty()) return PortSet::parse(connection.ports);
    return servicePorts(graph, connection.to);
}

}  // namespace lintel::model::analysis
