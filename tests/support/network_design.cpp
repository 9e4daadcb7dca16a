#include "tests/support/network_design.h"

#include "tests/support/design_builder.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace lintel::test {

namespace {

using support::DesignBuilder;

constexpr int kZones = 3;
constexpr int kTiers = 3;
constexpr std::array kTierNames{"public", "application", "data"};
constexpr int kFramesAVpc = 1 + kZones * (1 + kTiers);
constexpr int kBlocksAVpc = 100;
constexpr std::array<std::array<const char*, 3>, kTiers> kKinds{{
    {"ec2-instance", "ec2-instance", "nat-gateway"},
    {"ec2-instance", "ec2-instance", "ec2-instance"},
    {"rds-instance", "ec2-instance", "elasticache-replica"},
}};

class NetworkDesign {
public:
    NetworkDesign(int blocks, std::uint32_t seed)
        : m_blocks(blocks), m_random(seed), m_vpcs(std::max(1, (blocks + kBlocksAVpc / 2) / kBlocksAVpc))
    {
    }

    model::Document build()
    {
        m_services.resize(static_cast<std::size_t>(m_vpcs));
        m_design.block("users", "users").block("account", "account").block("region", "region", "account");
        for (int vpc = 0; vpc < m_vpcs; ++vpc) addFrames(vpc);
        const int services = std::max(m_vpcs * kZones * kTiers, m_blocks - 3 - m_vpcs * kFramesAVpc);
        for (int i = 0; i < services; ++i) addService(i);
        for (int vpc = 0; vpc < m_vpcs; ++vpc) connectAll(vpc);
        return m_design.build();
    }

private:
    using Cell = std::vector<std::string>;
    using Vpc = std::array<std::array<Cell, kTiers>, kZones>;

    /// From 0 to below `limit`. The standard's distributions differ from library to library.
    int any(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool happens(int percent) { return any(100) < percent; }

    static std::string zoneName(int vpc, int zone)
    {
        return "vpc" + std::to_string(vpc) + "-" + static_cast<char>('a' + zone);
    }

    void addFrames(int vpc)
    {
        const std::string name = "vpc" + std::to_string(vpc);
        m_design.block(name, "vpc", "region", {{"cidr", "10." + std::to_string(vpc) + ".0.0/16"}});
        for (int zone = 0; zone < kZones; ++zone) {
            m_design.block(zoneName(vpc, zone), "availability-zone", name,
                           {{"zone", std::string(1, static_cast<char>('a' + zone))}});
            for (const char* tier : kTierNames)
                m_design.block(zoneName(vpc, zone) + "-" + tier, "subnet", zoneName(vpc, zone), {{"tier", tier}});
        }
    }

    /// One in every subnet first; the application tier then gets the most.
    void addService(int number)
    {
        const int cells = m_vpcs * kZones * kTiers;
        const int vpc = number < cells ? number / (kZones * kTiers) : any(m_vpcs);
        const int zone = number < cells ? number / kTiers % kZones : any(kZones);
        const int share = any(10);
        const int tier = number < cells ? number % kTiers : share < 2 ? 0 : share < 7 ? 1 : 2;
        Cell& cell = at(vpc, zone, tier);
        const std::string subnet = zoneName(vpc, zone) + "-" + kTierNames[static_cast<std::size_t>(tier)];
        cell.push_back(subnet + "-" + std::to_string(cell.size()));
        const char* kind = kKinds[static_cast<std::size_t>(tier)][static_cast<std::size_t>(any(3))];
        m_design.block(cell.back(), kind, subnet);
    }

    Cell& at(int vpc, int zone, int tier)
    {
        return m_services[static_cast<std::size_t>(vpc)][static_cast<std::size_t>(zone)]
                         [static_cast<std::size_t>(tier)];
    }

    const std::string& anyOf(int vpc, int zone, int tier)
    {
        const Cell& cell = at(vpc, zone, tier);
        return cell[static_cast<std::size_t>(any(static_cast<int>(cell.size())))];
    }

    void connectAll(int vpc)
    {
        for (int zone = 0; zone < kZones; ++zone) {
            m_design.connect("users", anyOf(vpc, zone, 0), "443");
            for (int tier = 0; tier < kTiers; ++tier)
                for (const std::string& from : at(vpc, zone, tier)) connectOne(from, vpc, zone, tier);
        }
    }

    void connectOne(const std::string& from, int vpc, int zone, int tier)
    {
        const int count = tier == 0 ? 2 : tier == 1 ? 1 + any(2) : (happens(20) ? 1 : 0);
        for (int i = 0; i < count; ++i) {
            const int toVpc = happens(4) ? any(m_vpcs) : vpc;
            const int toZone = happens(65) ? zone : any(kZones);
            const int toTier = tier == 0 || (tier == 1 && happens(15)) ? 1 : 2;
            const std::string& to = anyOf(toVpc, toZone, toTier);
            if (to != from) m_design.connect(from, to, toTier == 1 ? "8080" : "3306");
        }
    }

    DesignBuilder m_design;
    int m_blocks;
    std::mt19937 m_random;
    int m_vpcs;
    std::vector<Vpc> m_services;
};

}  // namespace

model::Document networkDesign(int blocks, std::uint32_t seed) { return NetworkDesign(blocks, seed).build(); }

}  // namespace lintel::test
